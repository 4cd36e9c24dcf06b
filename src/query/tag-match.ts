import { tagKey } from './characters.ts';
import type { PhraseNode, RegexNode, TextNode, WordNode } from './ast.ts';
import { intersect } from './rows.ts';
import type { Rows } from './rows.ts';
import { testPattern } from './run.ts';
import type { Run } from './run.ts';
import { noteOf } from './space.ts';
import type { Space } from './space.ts';

/** The rows whose tags fit a term inside `tag:` (A6): the tag or one below it; a regular expression sees `#` and the tag. */
export function tagRows(node: TextNode, rows: Rows, space: Space): Rows {
  const { run } = space;
  if (space.units === undefined && node.kind !== 'regex') return rowsWithTag(run, node, rows);
  const fits = node.kind === 'regex' ? regexTest(run, node) : nameTest(node);
  return rows.filter((row) => keysOf(space, row).some(fits));
}

function rowsWithTag(run: Run, node: WordNode | PhraseNode, rows: Rows): Rows {
  const notes = run.corpus.tags().get(tagKey(node.text))?.notes ?? [];
  return rows === run.corpus.all ? notes : intersect(rows, notes);
}

function nameTest(node: WordNode | PhraseNode): (key: string) => boolean {
  const wanted = tagKey(node.text);
  return (key) => wanted !== '' && (key === wanted || key.startsWith(`${wanted}/`));
}

function regexTest(run: Run, node: RegexNode): (key: string) => boolean {
  const matching = run.tagKeys.get(node) ?? matchingKeys(run, node);
  run.tagKeys.set(node, matching);
  return (key) => matching.has(key);
}

/** Tests each tag of the vault once. */
function matchingKeys(run: Run, node: RegexNode): ReadonlySet<string> {
  const { corpus } = run;
  const keys = [...new Set(corpus.all.flatMap((note) => corpus.tagsOf(note).map((tag) => tag.key)))];
  const subjects = keys.map((key) => `#${key}`);
  const hits = testPattern(run, { pattern: { source: node.source, flags: 'im' }, subjects, span: node.span });
  return new Set(keys.filter((_, index) => hits[index] === 1));
}

/** The tags of a row: those of the note, or those that stand in the unit (A7.8). */
function keysOf(space: Space, row: number): readonly string[] {
  const tags = space.run.corpus.tagsOf(noteOf(space, row));
  const unit = space.units?.units[row];
  if (unit === undefined) return tags.map((tag) => tag.key);
  return tags
    .filter(({ span }) => unit.ranges.some(({ start, end }) => start <= span.start && span.end <= end))
    .map((tag) => tag.key);
}
