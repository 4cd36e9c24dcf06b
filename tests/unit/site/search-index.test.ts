import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arrayHead, readArrayHead, readText, skipItem, textItem } from '../../../src/site/search/cbor.ts';
import { searchShardCount } from '../../../src/site/search/search-shards.ts';
import { writeSearchIndex } from '../../../src/site/search/write-search-index.ts';
import { stampFiles } from '../../../src/site/file-stamps.ts';
import { filesBelow } from '../../../src/site/file-stamps.ts';
import { openSiteFiles } from '../../../src/site/site-files.ts';
import type { LastFiles } from '../../../src/site/site-files.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'search-index-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** So many pages of some words each. */
function pages(count: number): Map<string, string> {
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const words = Array.from({ length: 40 }, (_word, at) => `word${(index * 37 + at * 11) % 3000}`).join(' ');
      return [
        `/notes/${index}/`,
        `<html lang="en"><body data-pagefind-body><h1>Page ${index}</h1>${words}</body></html>`,
      ];
    }),
  );
}

async function write(name: string, documents: ReadonlyMap<string, string>, last?: LastFiles): Promise<LastFiles> {
  const site = path.join(folder, name);
  const files = openSiteFiles(site, { last });
  await writeSearchIndex(site, documents, files);
  return { folder: site, digests: files.digests, stamps: stampFiles(site, filesBelow(site)) };
}

function bytesOf(site: LastFiles): ReadonlyMap<string, string> {
  const names = [...filesBelow(site.folder)].sort();
  return new Map(names.map((name) => [name, readFileSync(path.join(site.folder, name), 'latin1')]));
}

/** The words of a chunk. */
function wordsOf(file: string): readonly string[] {
  const bytes = gunzipSync(readFileSync(file)).subarray(12);
  const words = readArrayHead(bytes, readArrayHead(bytes, 0).end);
  let at = words.end;
  return Array.from({ length: words.length }, () => {
    const { text } = readText(bytes, readArrayHead(bytes, at).end);
    at = skipItem(bytes, at);
    return text;
  });
}

// Pagefind is another program, and is waited for.
describe('the search index', { timeout: 60_000 }, () => {
  it.each([
    [0, 1],
    [500, 1],
    [501, 2],
    [3731, 8],
    [100_000, 8],
  ])('over %i pages has %i parts', (count, parts) => {
    expect(searchShardCount(count)).toBe(parts);
  });

  it('is the same however its pages come', async () => {
    const documents = pages(600);
    const one = await write('one', documents);
    const other = await write('other', new Map([...documents].reverse()));
    expect(bytesOf(other)).toEqual(bytesOf(one));
    expect([...one.digests.keys()].sort()).toEqual([...filesBelow(one.folder)].sort());
    expect(
      readdirSync(path.join(one.folder, 'pagefind/1'))
        .filter((name) => !/pf_meta$/.test(name))
        .sort(),
    ).toEqual(['fragment', 'index', 'pagefind-entry.json']);
  });

  it('has small chunks that share no word', async () => {
    const { folder: site } = await write('one', pages(400));
    const chunks = readdirSync(path.join(site, 'pagefind/index')).map((name) =>
      path.join(site, 'pagefind/index', name),
    );
    expect(chunks.length).toBeGreaterThan(5);
    for (const chunk of chunks) expect(gunzipSync(readFileSync(chunk)).length).toBeLessThan(12_000);
    const words = chunks.flatMap(wordsOf);
    expect(new Set(words).size).toBe(words.length);
    expect(words).toContain('word1');
  });

  it('takes the parts whose pages have not changed from the last site', async () => {
    const documents = pages(600);
    const last = await write('last', documents);
    const edited = new Map(documents).set('/notes/7/', '<html><body data-pagefind-body>Edited</body></html>');
    const next = await write('next', edited, last);
    expect(bytesOf(next)).toEqual(bytesOf(await write('cold', edited)));
    const times = new Map(last.stamps.map(({ path: name, time }) => [name, time]));
    const taken = next.stamps.filter(({ path: name, time }) => times.get(name) === time);
    expect(taken.length).toBeGreaterThan(250);
    expect(taken.length).toBeLessThan(400);
  });
});

describe('the CBOR of the index', () => {
  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 300 }), (texts) => {
        const bytes = Buffer.concat([arrayHead(texts.length), ...texts.map(textItem)]);
        const head = readArrayHead(bytes, 0);
        let at = head.end;
        const read = Array.from({ length: head.length }, () => {
          const { text, end } = readText(bytes, at);
          expect(skipItem(bytes, at)).toBe(end);
          at = end;
          return text;
        });
        expect(read).toEqual(texts.map((text) => text.toWellFormed()));
        expect(skipItem(bytes, 0)).toBe(bytes.length);
      }),
    );
  });
});
