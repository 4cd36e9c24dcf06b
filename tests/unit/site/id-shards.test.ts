import { Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idShardCount, idShardOf, idShardPath, idShardScript, idShardScriptPath } from '../../../src/site/id-shards.ts';

describe('idShardCount', () => {
  it.each([
    [0, 1],
    [48, 1],
    [49, 2],
    [1_000, 32],
    [15_000, 512],
    [10_000_000, 4096],
  ])('cuts %i rows into %i files', (rows, count) => {
    expect(idShardCount(rows)).toBe(count);
  });
});

describe('idShardOf', () => {
  // Published values of 32-bit FNV-1a.
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('hashes %j', (key, hash) => {
    expect(idShardOf(key, 4096)).toBe(hash % 4096);
  });

  it('gives a file that is there', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(1, 2, 64, 4096), (key, count) => {
        const shard = idShardOf(key, count);
        expect(Number.isInteger(shard) && shard >= 0 && shard < count).toBe(true);
      }),
    );
  });
});

describe('idShardPath', () => {
  it('names a file', () => {
    expect(idShardPath(12)).toBe('search-ids/12.json');
  });
});

describe('idShardScript', () => {
  it('leaves the rows of every file under the path of its JSON', () => {
    const rows = [['</script>', '"\u2028', '/x/', 'Note']];
    const world = { self: {} as { searchIds?: unknown } };
    for (const path of [idShardPath(0), idShardPath(1)]) new Script(idShardScript(path, rows)).runInNewContext(world);
    expect(JSON.parse(JSON.stringify(world.self.searchIds))).toEqual({
      'search-ids/0.json': rows,
      'search-ids/1.json': rows,
    });
    expect(idShardScriptPath(idShardPath(1))).toBe('search-ids/1.js');
  });
});
