import type { Span } from '../source/index.ts';
import type { OperatorNode, QueryNode, TextNode } from './ast.ts';
import { evaluate } from './evaluate.ts';
import { offsetInText } from './lower.ts';
import { findPattern, spend } from './run.ts';
import type { Run } from './run.ts';
import { subjectOf, unitTables, wholeNotes } from './space.ts';
import type { Space } from './space.ts';
import { findPlaces } from './text-match.ts';
import { offsetInNote } from './units.ts';

/** More places than a reader is shown; it bounds a search for a single letter. */
const MOST_PLACES = 500;

/**
 * Where the content of a note meets a query that the note is known to meet: the places of its
 * words, phrases and regular expressions that are not negated, in order, joined where they
 * overlap, at most {@link MOST_PLACES}. A scope gives only places in units that meet it. A run that has nothing left to
 * spend gives those that it has found.
 */
export function placesOf(run: Run, ast: QueryNode, note: number): readonly Span[] {
  const places: Span[] = [];
  collect(ast, { row: note, space: wholeNotes(run), places });
  return joinOverlaps(places.sort((a, b) => a.start - b.start || a.end - b.end)).slice(0, MOST_PLACES);
}

interface Target {
  readonly row: number;
  readonly space: Space;
  readonly places: Span[];
}

function collect(node: QueryNode, target: Target): void {
  if (target.places.length >= MOST_PLACES || target.space.run.isStopped) return;
  switch (node.kind) {
    case 'all':
      for (const term of node.terms) collect(term, target);
      break;
    case 'any':
      for (const term of node.terms) {
        if (evaluate(term, [target.row], target.space).length > 0) collect(term, target);
      }
      break;
    case 'not':
    case 'property':
      break;
    case 'operator':
      collectOperator(node, target);
      break;
    case 'word':
    case 'phrase':
    case 'regex':
      collectText(node, target);
  }
}

function collectOperator(node: OperatorNode, target: Target): void {
  const { row, space, places } = target;
  switch (node.operator) {
    case 'file':
    case 'path':
    case 'tag':
    case 'content':
      collect(node.term, { ...target, space: { ...space, field: node.operator } });
      break;
    case 'match-case':
    case 'ignore-case':
      collect(node.term, { ...target, space: { ...space, matchCase: node.operator === 'match-case' } });
      break;
    case 'line':
    case 'block':
    case 'section':
    case 'task':
    case 'task-todo':
    case 'task-done': {
      for (const units of unitTables(space, [row], { scope: node.operator, span: node.span })) {
        const inner: Space = { ...space, field: 'note', units };
        for (const unit of evaluate(node.term, units.rows, inner)) {
          collect(node.term, { row: unit, space: inner, places });
        }
        if (places.length >= MOST_PLACES) break;
      }
    }
  }
}

function collectText(node: TextNode, { row, space, places }: Target): void {
  const { run } = space;
  if (space.field !== 'note' && space.field !== 'content') return;
  const exact = subjectOf({ ...space, matchCase: true }, row);
  const unit = space.units?.units[row];
  const add = (start: number, end: number): void => {
    places.push(
      unit === undefined ? { start, end } : { start: offsetInNote(unit, start), end: offsetInNote(unit, end) },
    );
  };
  if (node.kind === 'regex') {
    const pattern = { source: node.source, flags: space.matchCase ? 'm' : 'im' } as const;
    for (const { start, end } of findPattern(run, pattern, { subject: exact, places: MOST_PLACES })) add(start, end);
    return;
  }
  const subject = subjectOf(space, row);
  const text = space.matchCase ? node.text : node.text.toLowerCase();
  for (const { start, end } of findPlaces(subject, { text, wholeWords: node.kind === 'phrase' }, MOST_PLACES)) {
    add(offsetInText(exact, subject, start), offsetInText(exact, subject, end));
  }
  spend(run, subject.length, node.span);
}

function joinOverlaps(places: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { start, end } of places) {
    const last = joined.at(-1);
    if (last !== undefined && start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}
