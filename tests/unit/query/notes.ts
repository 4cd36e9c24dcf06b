import { parseNote } from '../../../src/parse/index.ts';
import type { ParsedNote } from '../../../src/parse/index.ts';
import { answerQuery, createCorpus } from '../../../src/query/index.ts';
import type { Answer, Corpus, CorpusOptions, ResultRow } from '../../../src/query/index.ts';
import { vaultPath } from '../../../src/source/index.ts';

/** Parses notes given as path and text. */
export function notesOf(files: Readonly<Record<string, string>>): readonly ParsedNote[] {
  return Object.entries(files).map(([path, text]) => parseNote({ path: vaultPath(path), text, encoding: 'utf-8' }));
}

/** A corpus of notes given as path and text. */
export function corpusOf(files: Readonly<Record<string, string>>, options?: CorpusOptions): Corpus {
  return createCorpus(notesOf(files), options);
}

/** The paths that a search returns; throws when it is malformed. */
export function pathsOf(query: string, corpus: Corpus): readonly string[] {
  return rowsOf(answerQuery(query, corpus)).map(({ note }) => note.file.path);
}

/** The rows of an answer; throws when it is malformed. */
export function rowsOf(answer: Answer): readonly ResultRow[] {
  if (answer.kind === 'rows') return answer.rows;
  throw new Error(answer.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}
