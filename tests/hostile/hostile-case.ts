import type { Code } from '../../src/diagnostics/index.ts';

/** Files of a vault by their path: text, or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A piece of a vault that means harm, and what must come of it. It stands in a folder of its own. */
export interface HostileCase {
  /** Unique; the name of its folder. */
  readonly name: string;
  readonly files: Files;
  /** Makes in the case's folder what no text can: links, pipes. `outside` is a folder beside the vault. */
  readonly make?: (folder: string, outside: string) => void;
  /** Diagnostics that must be given for its files. */
  readonly codes?: readonly Code[];
  /** The pages that must be there: a file's path in the folder, and texts that must stand on its page. */
  readonly pages?: Readonly<Record<string, readonly string[]>>;
}

/** A case of one note, whose page must be there and show some texts. */
export function note(
  name: string,
  text: string,
  expected: Omit<HostileCase, 'name' | 'files'> & { readonly shows?: readonly string[] } = {},
): HostileCase {
  const { shows = [], ...rest } = expected;
  return { name, files: { 'Note.md': text }, pages: { 'Note.md': shows }, ...rest };
}
