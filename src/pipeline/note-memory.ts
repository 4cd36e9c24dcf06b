import { parseNote } from '../parse/index.ts';
import type { ParsedNote } from '../parse/index.ts';
import type { SourceFile, VaultPath } from '../source/index.ts';

/** A parser that remembers each note's last text, `known` ones from the start, so that an edit costs one note. */
export function createRememberingParser(known: readonly ParsedNote[] = []): (file: SourceFile) => ParsedNote {
  const remembered = new Map<VaultPath, ParsedNote>(known.map((note) => [note.file.path, note]));
  return (file) => {
    const last = remembered.get(file.path);
    if (last?.file.text === file.text && last.file.encoding === file.encoding) return last;
    const note = parseNote(file);
    remembered.set(file.path, note);
    return note;
  };
}
