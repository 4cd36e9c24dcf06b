/** A file in an archive. */
export interface TarFile {
  /** Relative, `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;
/** 1980-01-01: the same for every file, so that the same site gives the same bytes, and no time that unpackers doubt. */
const TIME = 315_532_800;

/**
 * The blocks of a tar archive of some files, in their order: POSIX ustar, and pax headers for paths that it cannot hold.
 * Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html.
 */
export function* tarBlocks(files: Iterable<TarFile>): Generator<Buffer> {
  for (const { path, bytes } of files) {
    const name = Buffer.from(path.toWellFormed());
    if (name.length > 100 || name.some((byte) => byte > 126)) {
      const record = paxRecord('path', name);
      yield header({ name: Buffer.from('pax-header'), size: record.length, type: 'x' });
      yield padded(record);
    }
    yield header({ name, size: bytes.length, type: '0' });
    yield padded(bytes);
  }
  yield Buffer.alloc(2 * BLOCK);
}

interface Entry {
  readonly name: Buffer;
  readonly size: number;
  /** `0` is a file, `x` a pax header for the next. */
  readonly type: '0' | 'x';
}

function header({ name, size, type }: Entry): Buffer {
  const block = Buffer.alloc(BLOCK);
  name.copy(block, 0, 0, 100);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(octal(size), 124);
  block.write(octal(TIME), 136);
  block.write(' '.repeat(8), 148); // the checksum counts itself as spaces
  block.write(type, 156);
  block.write('ustar\0' + '00', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function octal(value: number): string {
  return `${value.toString(8).padStart(11, '0')}\0`;
}

/** `LENGTH key=value`, where the length counts its own digits. */
function paxRecord(key: string, value: Buffer): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), value, Buffer.from('\n')]);
  let length = rest.length;
  while (length !== rest.length + String(length).length) length = rest.length + String(length).length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

function padded(bytes: Uint8Array): Buffer {
  const whole = Buffer.alloc(Math.ceil(bytes.length / BLOCK) * BLOCK);
  whole.set(bytes);
  return whole;
}
