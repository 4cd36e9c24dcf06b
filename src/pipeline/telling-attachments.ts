import { diagnose } from '../diagnostics/index.ts';
import type { Report } from '../diagnostics/index.ts';
import type { ParsedNote } from '../parse/index.ts';
import { fileStart, foldName } from '../source/index.ts';
import type { VaultPath } from '../source/index.ts';
import { readAttachment } from '../vault/index.ts';
import type { Vault } from '../vault/index.ts';
import { createNameFinder } from './name-finder.ts';

/** Files of Obsidian's that name notes and say what they hold. */
const TELLING = /\.(?:canvas|base)$/i;
/** Megabytes of a canvas that is looked into; a larger one is not, and so not published. */
const LARGEST_MB = 20;

/**
 * The attachments of a vault without the canvases and bases that name a note which is kept out, by its file or by a
 * link: they are published as they stand, so nothing can be struck out of them. Those that cannot be looked into are
 * left out too, and reported.
 */
export function attachmentsWithoutTelling(
  { root, attachments }: Pick<Vault, 'root' | 'attachments'>,
  {
    all,
    notes,
    report,
  }: { readonly all: readonly ParsedNote[]; readonly notes: readonly ParsedNote[]; report: Report },
): readonly VaultPath[] {
  if (all.length === notes.length) return attachments;
  const published = new Set(notes.map(({ file }) => file.path));
  const keptOut = all.filter(({ file }) => !published.has(file.path));
  const holdsName = createNameFinder(keptOut.map(({ name }) => foldName(name)));
  return attachments.filter((attachment) => {
    if (!TELLING.test(attachment)) return true;
    const bytes = readAttachment(root, attachment, LARGEST_MB * 1024 ** 2);
    if (bytes !== undefined) return !holdsName(textOf(bytes));
    const reason = `it may not be opened, or is larger than ${LARGEST_MB.toString()} MB and may name a note that is kept out`;
    report(diagnose('vault/unreadable', fileStart(attachment), { reason }));
    return false;
  });
}

/** The text of JSON or YAML as names in it are compared, its escapes of letters read. */
function textOf(bytes: Buffer): string {
  const text = bytes
    .toString('utf8')
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["/\\])/g, '$1');
  return foldName(text);
}
