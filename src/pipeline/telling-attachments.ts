import type { ParsedNote } from '../parse/index.ts';
import type { VaultPath } from '../source/index.ts';
import { readAttachment } from '../vault/index.ts';
import type { Vault } from '../vault/index.ts';

/** Files of Obsidian's that name notes and say what they hold. */
const TELLING = /\.(?:canvas|base)$/i;

/**
 * The attachments of a vault without the canvases and bases that name a note which is kept out, by its file or by a
 * link: they are published as they stand, so nothing can be struck out of them.
 */
export function attachmentsWithoutTelling(
  { root, attachments }: Pick<Vault, 'root' | 'attachments'>,
  { all, notes }: { readonly all: readonly ParsedNote[]; readonly notes: readonly ParsedNote[] },
): readonly VaultPath[] {
  if (all.length === notes.length) return attachments;
  const published = new Set(notes.map(({ file }) => file.path));
  const keptOut = all.filter(({ file }) => !published.has(file.path));
  const names = keptOut.map(({ name }) => name.normalize('NFC').toLowerCase());
  const isTelling = (attachment: VaultPath): boolean => {
    if (!TELLING.test(attachment)) return false;
    const text = textOf(readAttachment(root, attachment));
    return text === undefined || names.some((name) => FORMS.some((form) => text.includes(form(name))));
  };
  return attachments.filter((attachment) => !isTelling(attachment));
}

/** How such files write the name of a note. */
const FORMS: readonly ((name: string) => string)[] = [
  (name) => `[[${name}`,
  (name) => `/${name}`,
  (name) => `"${name}`,
  (name) => `${name}.md"`,
];

/** A larger canvas is not looked into, and so not published. */
const LARGEST = 20 * 1024 * 1024;

/** The text of JSON or YAML as it is compared: in lower case, its escapes of letters read. */
function textOf(bytes: Buffer | undefined): string | undefined {
  if (bytes === undefined || bytes.length > LARGEST) return undefined;
  return bytes
    .toString('utf8')
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["/\\])/g, '$1')
    .normalize('NFC')
    .toLowerCase();
}
