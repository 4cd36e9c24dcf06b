import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the program is made of, in its own folder. `public` is copied into every site. */
const PARTS = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json'];

/**
 * The digest of the program in a folder: of its own files, the versions of its libraries and of Node. Anything worked
 * out by a program with another digest may have another shape or meaning, and must not be believed.
 */
export function programDigest(root: string): string {
  const digest = createHash('sha256').update(process.version);
  for (const file of PARTS.flatMap((part) => filesOf(root, part))) {
    const bytes = readFileSync(path.join(root, file));
    digest.update(`\n${file} ${bytes.length}\n`).update(bytes);
  }
  return digest.digest('hex');
}

/** The files at or below a path, sorted; none when nothing is there. */
function filesOf(root: string, part: string): readonly string[] {
  const absolute = path.join(root, part);
  try {
    const entries = readdirSync(absolute, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name))).sort();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOTDIR') return [part];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
