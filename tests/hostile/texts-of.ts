import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Every file below a folder by its path, as text; what is compressed (Pagefind's index) is opened. Names count too. */
export function textsOf(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, file);
      const bytes = readFileSync(file);
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return [name, `${name}\n${(isPacked ? gunzipSync(bytes) : bytes).toString('utf8')}`];
    }),
  );
}

/** The files that hold any of some words, in whatever letter case; `file: word`. */
export function holdersOf(texts: ReadonlyMap<string, string>, words: readonly string[]): readonly string[] {
  return [...texts].flatMap(([name, text]) => {
    const lower = text.toLowerCase();
    return words.filter((word) => lower.includes(word.toLowerCase())).map((word) => `${name}: ${word}`);
  });
}
