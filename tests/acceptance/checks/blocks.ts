import type { BuiltVault } from '../built-vault.ts';
import type { Report } from '../report.ts';
import type { Block } from '../site-json.ts';
import type { Page } from '../html-page.ts';
import { searchTags } from '../tag-search.ts';
import type { Expectations } from '../use-case-catalogue.ts';
import type { Note } from '../vault-reader.ts';

/** A search embedded in a note, answered here. */
interface Answer {
  readonly note: Note;
  readonly line: number;
  readonly source: string;
  /** The paths of the notes found, in order. */
  readonly results: readonly string[];
}

/** Asserts the figures that an archive's blocks are known by, as answered here and in the JSON. */
export function checkBlockFigures(report: Report, built: BuiltVault, expected: Expectations): void {
  const answers = answerBlocks(built.notes);
  const empty = answers.filter(({ results }) => results.length === 0);
  const emptyFor = (tag: string): number => empty.filter(({ source }) => source.includes(tag)).length;
  report.same('vault: blocks', answers.length, expected.blocks);
  report.same('vault: blocks without a result', empty.length, expected.empty.all);
  report.same('vault: of these for rules', emptyFor('detection_rule'), expected.empty.rules);
  report.same('vault: of these for tests', emptyFor('atomic_test'), expected.empty.tests);
  report.same('blocks.json: blocks', built.blocks.length, expected.blocks);
  const unanswered = built.blocks.filter(({ results }) => results?.length === 0);
  report.same('blocks.json: blocks without a result', unanswered.length, expected.empty.all);
}

/** Asserts that each block lists exactly the notes that carry all its tags, in the JSON and on the page. */
export function checkBlocks(report: Report, built: BuiltVault): void {
  const answers = answerBlocks(built.notes);
  const places = answers.map(({ note, line }) => `${note.path}:${line}`);
  const known = new Map(built.blocks.map((block) => [`${block.path}:${block.line}`, block]));
  report.none('blocks.json: every block of the vault, at the line of its fence', [
    ...places.filter((place) => !known.has(place)).map((place) => `missing: ${place}`),
    ...[...known.keys()].filter((place) => !places.includes(place)).map((at) => `stray: ${at}`),
    ...(known.size === built.blocks.length ? [] : ['a place is named twice']),
  ]);
  report.none(
    'blocks.json: every block has its search and exactly its notes, from A to Z',
    answers.flatMap((answer) => {
      const block = known.get(`${answer.note.path}:${answer.line}`);
      return block === undefined ? [] : differences(answer, block);
    }),
  );
  checkPages(report, built, answers);
}

function checkPages(report: Report, built: BuiltVault, answers: readonly Answer[]): void {
  const shown = answers.map((answer) => ({ answer, block: shownBlock(built, answer) }));
  report.none(
    'pages: every block stands once in its note’s page',
    shown.filter(({ block }) => block === undefined).map(({ answer }) => placeOf(answer)),
  );
  report.none(
    'pages: every block lists exactly its notes, from A to Z',
    shown.flatMap(({ answer, block }) => (block === undefined ? [] : listDifferences(answer, block.notes))),
  );
  report.none(
    'pages: every empty block says why',
    shown
      .filter(({ answer, block }) => block !== undefined && answer.results.length === 0)
      .filter(({ answer, block }) => !saysWhy(block?.text ?? '', answer.source))
      .map(({ answer, block }) => `${placeOf(answer)} says “${String(block?.text)}”`),
  );
}

function answerBlocks(notes: readonly Note[]): readonly Answer[] {
  return notes.flatMap((note) =>
    note.fences
      .filter(({ language }) => language === 'query')
      .map(({ line, source }) => ({
        note,
        line,
        source,
        results: searchTags(notes, source).map(({ path }) => path),
      })),
  );
}

function shownBlock(built: BuiltVault, { note, line }: Answer): Page['blocks'][number] | undefined {
  const blocks = built.pageOf(note)?.blocks.filter((block) => block.path === note.path && block.line === String(line));
  return blocks?.length === 1 ? blocks[0] : undefined;
}

function differences(answer: Answer, block: Block): readonly string[] {
  const place = placeOf(answer);
  if (block.language !== 'query') return [`${place}: language ${block.language}`];
  if (words(block.source) !== words(answer.source)) return [`${place}: source ${block.source}`];
  if (block.results === undefined) return [`${place}: no results`];
  return listDifferences(answer, block.results);
}

function listDifferences(answer: Answer, found: readonly string[]): readonly string[] {
  const place = placeOf(answer);
  const expected = answer.results;
  const missing = expected.find((path) => !found.includes(path));
  if (missing !== undefined) return [`${place} lacks ${missing}`];
  const stray = found.find((path) => !expected.includes(path));
  if (stray !== undefined) return [`${place} has ${stray}`];
  if (found.length !== expected.length) return [`${place} lists a note twice`];
  const index = expected.findIndex((path, at) => path !== found[at]);
  return index < 0 ? [] : [`${place} has ${String(found[index])} in place ${index + 1}`];
}

/** Whether a text holds a sentence beside the search itself. */
function saysWhy(text: string, source: string): boolean {
  const search = new Set(words(source).split(' '));
  const own = text.split(' ').filter((word) => /^[a-z’']{2,}[.,:;]?$/i.test(word));
  return own.filter((word) => !search.has(word)).length >= 3;
}

function words(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function placeOf({ note, line }: Answer): string {
  return `${note.path}:${line}`;
}
