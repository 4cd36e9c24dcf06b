import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { arrayHead, readArrayHead, readText, skipItem, textItem } from './cbor.ts';

/** The first bytes of every file of Pagefind's, before its CBOR. */
const SIGNATURE = Buffer.from('pagefind_dcd', 'latin1');
/** Bytes of words with the places where they stand, before they are compressed. */
const CHUNK_SIZE = 10_000;

/** A chunk of the index as the list of all tells of it: its first and last word, and its name. */
type ChunkRow = readonly [from: string, to: string, hash: string];

/**
 * Cuts the chunks of Pagefind's index in a folder into smaller ones: a search loads the chunks of its words, whole, and
 * where an index has several parts one of each. Throws when the files are not those of Pagefind 1.6.
 *
 * A chunk is `[[word, …]]`, the words sorted; the list of chunks is the third item of the one `.pf_meta`. Source:
 * `pagefind/src/output` of its repository.
 */
export function splitChunks(folder: string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.pf_meta'));
  const [name, ...others] = names;
  if (name === undefined) return; // an index of no page has none
  if (others.length > 0) throw new Error(`Pagefind has written ${names.length} indexes, not one`);
  const meta = unpack(readFileSync(path.join(folder, name)));
  const list = listOfChunks(meta);
  const rows = list.rows.flatMap((row) => splitChunk(path.join(folder, 'index'), row));
  const items = rows.map((row) => Buffer.concat([arrayHead(row.length), ...row.map(textItem)]));
  const bytes = Buffer.concat([
    meta.subarray(0, list.start),
    arrayHead(rows.length),
    ...items,
    meta.subarray(list.end),
  ]);
  replaceMeta(folder, name, bytes);
}

interface ChunkList {
  readonly rows: readonly ChunkRow[];
  /** Where the list stands in the meta file's CBOR. */
  readonly start: number;
  readonly end: number;
}

function listOfChunks(meta: Buffer): ChunkList {
  const outer = readArrayHead(meta, 0);
  const start = skipItem(meta, skipItem(meta, outer.end));
  const head = readArrayHead(meta, start);
  let end = head.end;
  const rows = Array.from({ length: head.length }, (): ChunkRow => {
    const from = readText(meta, readArrayHead(meta, end).end);
    const to = readText(meta, from.end);
    const hash = readText(meta, to.end);
    end = hash.end;
    return [from.text, to.text, hash.text];
  });
  return { rows, start, end };
}

function splitChunk(folder: string, [from, to, hash]: ChunkRow): readonly ChunkRow[] {
  const file = path.join(folder, `${hash}.pf_index`);
  const chunk = unpack(readFileSync(file));
  const parts = partsOf(chunk);
  if (parts.length < 2) return [[from, to, hash]];
  unlinkSync(file);
  return parts.map((part, index): ChunkRow => {
    const bytes = Buffer.concat([arrayHead(1), arrayHead(part.words), chunk.subarray(part.start, part.end)]);
    const name = `${hash.slice(0, hash.indexOf('_') + 1)}${digestOf(bytes).slice(0, 10)}`;
    writeFileSync(path.join(folder, `${name}.pf_index`), pack(bytes));
    const [before, after] = [parts[index - 1], parts[index + 1]];
    return [
      before === undefined ? from : tellApart(part.first, before.last),
      after === undefined ? to : tellApart(part.last, after.first),
      name,
    ];
  });
}

/** As much of a word as tells it from another: so Pagefind names the ends of neighbouring chunks. */
function tellApart(word: string, other: string): string {
  const [characters, others] = [[...word], [...other]];
  const same = characters.findIndex((character, index) => character !== others[index]);
  return same === -1 ? word : characters.slice(0, same + 1).join('');
}

interface ChunkPart {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly first: string;
  readonly last: string;
}

function partsOf(chunk: Buffer): readonly ChunkPart[] {
  const words = readArrayHead(chunk, readArrayHead(chunk, 0).end);
  const parts: ChunkPart[] = [];
  let part: ChunkPart | undefined;
  let at = words.end;
  for (let index = 0; index < words.length; index += 1) {
    const { text } = readText(chunk, readArrayHead(chunk, at).end);
    const end = skipItem(chunk, at);
    if (part !== undefined && end - part.start > CHUNK_SIZE) {
      parts.push(part);
      part = undefined;
    }
    part = { start: at, first: text, ...part, end, words: (part?.words ?? 0) + 1, last: text };
    at = end;
  }
  return part === undefined ? parts : [...parts, part];
}

/** Writes the list under a new name, since browsers may keep the old one, and names it where searches begin. */
function replaceMeta(folder: string, name: string, bytes: Buffer): void {
  const [, hash = ''] = /^pagefind\.(.+)\.pf_meta$/.exec(name) ?? [];
  const renamed = `${hash.slice(0, hash.indexOf('_') + 1)}${digestOf(bytes).slice(0, 10)}`;
  const entry = path.join(folder, 'pagefind-entry.json');
  unlinkSync(path.join(folder, name));
  writeFileSync(path.join(folder, `pagefind.${renamed}.pf_meta`), pack(bytes));
  writeFileSync(entry, readFileSync(entry, 'utf8').replaceAll(`"${hash}"`, `"${renamed}"`));
}

function unpack(file: Buffer): Buffer {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('Pagefind has another format');
  return bytes.subarray(SIGNATURE.length);
}

function pack(bytes: Buffer): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, bytes]), { level: 9 });
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
