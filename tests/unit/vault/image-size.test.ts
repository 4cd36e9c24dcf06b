import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vaultPath } from '../../../src/source/index.ts';
import { imageSize } from '../../../src/vault/index.ts';
import { temporaryVault } from './temporary-vault.ts';

/** The head of a PNG image: its signature, and the chunk that says how large it is. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The head of a JPEG image, held as `orientation` says. */
function jpeg(width: number, height: number, orientation: number): Buffer {
  const exif = Buffer.from('4578696600004d4d002a00000008000101120003000000010001000000000000', 'hex');
  exif.writeUInt16BE(orientation, 24);
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const segment = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment, exif, frame, Buffer.alloc(64)]);
}

const sizeOf = (name: string, bytes: string | Buffer): ReturnType<typeof imageSize> =>
  imageSize(temporaryVault({ [name]: bytes }), vaultPath(name));

describe('the size of an image', () => {
  it.each([
    ['a.png', png(640, 480), { width: 640, height: 480 }],
    ['upright.jpg', jpeg(400, 300, 1), { width: 400, height: 300 }],
    ['turned.jpg', jpeg(400, 300, 6), { width: 300, height: 400 }],
    ['a.gif', Buffer.from('GIF89a\x20\x03\x58\x02\0\0\0', 'latin1'), { width: 800, height: 600 }],
    ['drawn.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"></svg>', { width: 20, height: 10 }],
    ['named-wrongly.jpg', png(8, 6), { width: 8, height: 6 }],
  ])('is read from %s', (name, bytes, size) => {
    expect(sizeOf(name, bytes)).toEqual(size);
  });

  it.each([
    ['empty.png', ''],
    ['no-image.png', 'a note about images'],
    ['nothing.png', png(0, 0)],
    ['many.svg', '<svg "'.repeat(200_000)],
    ['cut.png', png(640, 480).subarray(0, 18)],
  ])('is not known of %s', (name, bytes) => {
    expect(sizeOf(name, bytes)).toBeUndefined();
  });

  it('is not known of what is gone or leads out of the vault', () => {
    const root = temporaryVault({ 'a.md': '' });
    for (const name of ['gone.png', '../outside.png']) expect(imageSize(root, vaultPath(name))).toBeUndefined();
  });

  it('ends with a size or none, whatever the bytes', () => {
    const starts = [
      png(640, 480),
      jpeg(400, 300, 6),
      Buffer.from('RIFF\0\0\0\0WEBPVP8 '),
      Buffer.from('\0\0\0 ftypavif'),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 400 }),
        fc.nat({ max: 33 }),
        (start, more, cut) => {
          const size = sizeOf(
            'any.png',
            Buffer.concat([start.subarray(0, start.length - Math.min(cut, start.length)), more]),
          );
          if (size !== undefined) expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
