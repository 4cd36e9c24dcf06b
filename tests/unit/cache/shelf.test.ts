import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../../../src/cache/index.ts';
import { formatFooter, packMark } from '../../../src/cache/pack-format.ts';
import type { Cache, Shelf } from '../../../src/cache/index.ts';

const world = { folder: '' };
const cacheFolder = (): string => path.join(world.folder, 'cache');
beforeEach(() => {
  world.folder = mkdtempSync(path.join(tmpdir(), 'cache-'));
  for (const name of ['vault', 'program/src']) mkdirSync(path.join(world.folder, name), { recursive: true });
  writeProgram('first');
});
afterEach(() => rmSync(world.folder, { recursive: true }));

function writeProgram(text: string): void {
  writeFileSync(path.join(world.folder, 'program/src/main.ts'), text);
}

function openThings(vault = 'vault'): Cache {
  return openCache({
    folder: cacheFolder(),
    program: path.join(world.folder, 'program'),
    vault: path.join(world.folder, vault),
  });
}

function open(vault?: string): Shelf {
  return openThings(vault).shelf('things');
}

/** Puts values in a run of its own. */
function run(values: Readonly<Record<string, string>>): void {
  const shelf = open();
  for (const [key, value] of Object.entries(values)) shelf.put(key, () => Buffer.from(value));
  shelf.close();
}

/** What a run of its own gets for some keys. */
function ask(...keys: readonly string[]): readonly (string | undefined)[] {
  const shelf = open();
  const values = keys.map((key) => shelf.get(key)?.toString());
  shelf.close();
  return values;
}

function packFile(): string {
  const names = readdirSync(cacheFolder(), { recursive: true, encoding: 'utf8' });
  const name = names.find((other) => other.endsWith('.pack'));
  if (name === undefined) throw new Error('nothing was kept');
  return path.join(cacheFolder(), name);
}

describe('a shelf', () => {
  it('gives in the next run what was put in the last', () => {
    run({ a: 'one', b: '', c: 'ü' });
    expect(ask('a', 'b', 'c', 'd')).toEqual(['one', '', 'ü', undefined]);
  });

  it('writes nothing where nothing is put', () => {
    ask('a');
    expect(existsSync(cacheFolder())).toBe(false);
  });

  it('lets go of what a run did not use once that run has put something', () => {
    run({ a: 'one', b: 'two' });
    const shelf = open();
    shelf.get('a');
    shelf.put('c', () => Buffer.from('three'));
    shelf.close();
    expect(ask('a', 'b', 'c')).toEqual(['one', undefined, 'three']);
  });

  it('keeps the new value of a key', () => {
    run({ a: 'one' });
    const shelf = open();
    shelf.get('a');
    shelf.put('a', () => Buffer.from('two'));
    shelf.close();
    expect(ask('a')).toEqual(['two']);
  });

  it('gives and takes nothing when it is closed', () => {
    run({ a: 'one' });
    const shelf = open();
    shelf.close();
    shelf.put('b', () => Buffer.from('two'));
    shelf.close();
    expect(shelf.get('a')).toBeUndefined();
    expect(ask('a', 'b')).toEqual(['one', undefined]);
  });

  it('knows nothing of another vault, nor of another program', () => {
    run({ a: 'one' });
    expect(open('program').get('a')).toBeUndefined();
    writeProgram('second');
    expect(ask('a')).toEqual([undefined]);
    writeProgram('first');
    expect(ask('a')).toEqual(['one']);
  });

  it('keeps nothing where it cannot write', () => {
    writeFileSync(cacheFolder(), 'a file stands in the way');
    run({ a: 'one' });
    expect(ask('a')).toEqual([undefined]);
    expect(readFileSync(cacheFolder(), 'utf8')).toBe('a file stands in the way');
  });

  it('takes the last of two runs at once, whole, and leaves the other alone', () => {
    run({ a: 'one' });
    const [first, second] = [open(), open()];
    first.put('b', () => Buffer.from('first'.repeat(400_000)));
    second.put('b', () => Buffer.from('second'));
    first.close();
    expect(second.get('a')?.toString()).toBe('one');
    second.close();
    expect(ask('a', 'b')).toEqual(['one', 'second']);
    expect(readdirSync(path.dirname(packFile()))).toEqual(['things.pack']);
  });

  it.runIf(existsSync('/proc'))('gives up where no folder can be made', () => {
    const shelf = openCache({ folder: '/proc/nothing', vault: world.folder }).shelf('things');
    shelf.put('a', () => Buffer.from('1'));
    shelf.close();
    expect(existsSync('/proc/nothing')).toBe(false);
  });

  it('leaves alone what others call alike', () => {
    const others = ['program-a', 'program-b', 'program-c', 'program-d'];
    for (const name of others) mkdirSync(path.join(cacheFolder(), name), { recursive: true });
    run({ a: '1' });
    expect(readdirSync(cacheFolder())).toEqual(expect.arrayContaining(others));
  });

  it('keeps the newest programs only', () => {
    for (let version = 0; version < 6; version += 1) {
      writeProgram(String(version));
      run({ a: 'one' });
    }
    expect(readdirSync(cacheFolder()).filter((name) => name.startsWith('program-'))).toHaveLength(3);
    expect(ask('a')).toEqual(['one']);
  });

  it('keeps one replaced site of a vault, and none of another program', () => {
    const replaced = (): readonly string[] =>
      readdirSync(cacheFolder(), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.spare'))
        .map((name) => path.basename(name));
    run({ a: 'one' });
    for (const name of ['site-1.spare', 'site-2.spare']) {
      const folder = openThings().folder(name) ?? '';
      mkdirSync(path.join(folder, 'page'), { recursive: true });
      utimesSync(folder, Number(name.at(5)), Number(name.at(5)));
    }
    run({ a: 'two' });
    expect(replaced()).toEqual(['site-2.spare']);
    writeProgram('second');
    run({ a: 'one' });
    expect(replaced()).toEqual([]);
  });
});

describe('a damaged pack', () => {
  it.each(['not json', 'null', '[]', '{"entries":{}}', '{"entries":[1]}', '{"entries":[["a","b",0,0]]}'])(
    'that vouches for %s is no pack',
    (index) => {
      run({ a: 'one' });
      const bytes = Buffer.from(index);
      const body = Buffer.from(packMark);
      const footer = formatFooter({ offset: body.length, length: bytes.length, checksum: crc32(bytes) });
      writeFileSync(packFile(), Buffer.concat([body, bytes, footer]));
      expect(ask('a')).toEqual([undefined]);
      run({ a: 'two' });
      expect(ask('a')).toEqual(['two']);
    },
  );

  it('that is a device is not read', () => {
    run({ a: 'one' });
    const file = packFile();
    rmSync(file);
    symlinkSync('/dev/zero', file);
    expect(ask('a')).toEqual([undefined]);
    run({ a: 'two' });
    expect(ask('a')).toEqual(['two']);
  });

  const damage = (change: (bytes: Buffer) => Buffer): void => {
    const file = packFile();
    writeFileSync(file, change(readFileSync(file)));
  };
  const flip = (bytes: Buffer, at: number): Buffer => {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };

  it('costs the entries that are damaged', () => {
    run({ a: 'one', b: 'two' });
    damage((bytes) => flip(bytes, bytes.indexOf('two')));
    expect(ask('a', 'b')).toEqual(['one', undefined]);
  });

  it.each([
    ['its index is changed', (bytes: Buffer) => flip(bytes, bytes.indexOf('entries'))],
    ['its end is missing', (bytes: Buffer) => bytes.subarray(0, -3)],
    ['something follows its end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['it is empty', () => Buffer.alloc(0)],
    ['it is something else', () => Buffer.alloc(4096, 'x')],
    ['its index is said to be elsewhere', (bytes: Buffer) => flip(bytes, bytes.length - 20)],
  ])('is thrown away when %s', (_, change) => {
    run({ a: 'one' });
    damage(change);
    expect(ask('a')).toEqual([undefined]);
    run({ a: 'two' });
    expect(ask('a')).toEqual(['two']);
  });

  it('never gives other bytes than were put, whichever byte is changed', () => {
    run({ a: 'one', b: 'two' });
    const whole = readFileSync(packFile());
    for (let at = 0; at < whole.length; at += 1) {
      writeFileSync(packFile(), flip(Buffer.from(whole), at));
      for (const [value, expected] of ask('a', 'b').map((found, index) => [found, ['one', 'two'][index]])) {
        expect([undefined, expected]).toContain(value);
      }
    }
  });
});
