import type { OperatorNode, PhraseNode, QueryNode, RegexNode, WordNode } from './ast.ts';
import { evaluateLogic } from './logic.ts';
import { isScope } from './operators.ts';
import type { ScopeName } from './operators.ts';
import { anchorOf, inCheapestOrder, neededInContent } from './plan.ts';
import { notesWithProperty } from './property-match.ts';
import { eachOnce, intersect, join, without } from './rows.ts';
import type { Rows } from './rows.ts';
import { spend, testPattern } from './run.ts';
import { nameOf, noteOf, parentsOf, subjectOf, unitTables } from './space.ts';
import type { Space } from './space.ts';
import { tagRows } from './tag-match.ts';
import { holds } from './text-match.ts';

/**
 * The rows of a space that meet a query. Works on all rows at once, so that an index, a set of
 * units or a regular expression is asked once for a term and not once for a note. When the run is
 * stopped the rows mean nothing.
 */
export function evaluate(node: QueryNode, rows: Rows, space: Space): Rows {
  const { run } = space;
  // One that has nothing left to spend is stopped before it reads a text, not after.
  if (readsText(node, space)) spend(run, 0, node.span);
  if (run.isStopped || rows.length === 0) return [];
  switch (node.kind) {
    case 'all':
      return evaluateLogic({ ...node, terms: inCheapestOrder(run, node.terms) }, rows, (term, left) =>
        evaluate(term, left, space),
      );
    case 'any':
    case 'not':
      return evaluateLogic(node, rows, (term, left) => evaluate(term, left, space));
    case 'word':
    case 'phrase':
      return space.field === 'tag' ? tagRows(node, rows, space) : textRows(node, rows, space);
    case 'regex':
      return space.field === 'tag' ? tagRows(node, rows, space) : regexRows(node, rows, space);
    case 'property':
      return rowsOfNotes(notesWithProperty(node, space), rows, space);
    case 'operator':
      return operatorRows(node, rows, space);
  }
}

function readsText(node: QueryNode, { field }: Space): boolean {
  if (node.kind === 'operator') return isScope(node.operator);
  return field !== 'tag' && (node.kind === 'word' || node.kind === 'phrase' || node.kind === 'regex');
}

function operatorRows(node: OperatorNode, rows: Rows, space: Space): Rows {
  const { operator, term } = node;
  if (isScope(operator)) return scopeRows({ ...node, operator }, rows, space);
  switch (operator) {
    case 'file':
    case 'path':
    case 'content':
    case 'tag':
      return evaluate(term, rows, { ...space, field: operator });
    case 'match-case':
    case 'ignore-case':
      return evaluate(term, rows, { ...space, matchCase: operator === 'match-case' });
  }
}

/** The rows that have a unit which meets the term. */
function scopeRows(node: OperatorNode & { readonly operator: ScopeName }, rows: Rows, space: Space): Rows {
  const needed = space.units === undefined ? neededInContent(node.term, node.operator) : undefined;
  const anchor = anchorOf(needed);
  const hopeful = needed === undefined ? rows : evaluate(needed, rows, { ...space, field: 'content' });
  const found: Rows[] = [];
  for (const units of unitTables(space, hopeful, { scope: node.operator, anchor, span: node.span }))
    found.push(parentsOf(units, evaluate(node.term, units.rows, { ...space, field: 'note', units })));
  // a note whose units stand in two tables may be found in both
  return eachOnce(found.flat());
}

/** A word anywhere, a phrase as whole words (A5.1, A5.2). */
function textRows(node: WordNode | PhraseNode, rows: Rows, space: Space): Rows {
  const text = space.matchCase ? node.text : node.text.toLowerCase();
  const needle = { text, wholeWords: node.kind === 'phrase' };
  const seesNames = space.field === 'note' && space.units === undefined;
  let characters = 0;
  const found = rows.filter((row) => {
    if (seesNames && holds(nameOf(space, row), needle)) return true;
    const subject = subjectOf(space, row);
    characters += subject.length;
    return holds(subject, needle);
  });
  spend(space.run, characters, node.span);
  return found;
}

function regexRows(node: RegexNode, rows: Rows, space: Space): Rows {
  const pattern = { source: node.source, flags: space.matchCase ? 'm' : 'im' } as const;
  const exact = { ...space, matchCase: true };
  const matching = (left: Rows, subject: (row: number) => string): Rows => {
    const hits = testPattern(space.run, { pattern, subjects: left.map(subject), span: node.span });
    return left.filter((_, index) => hits[index] === 1);
  };
  const seesNames = space.field === 'note' && space.units === undefined;
  const byName = seesNames ? matching(rows, (row) => nameOf(exact, row)) : [];
  return join([byName, matching(without(rows, byName), (row) => subjectOf(exact, row))]);
}

function rowsOfNotes(notes: Rows, rows: Rows, space: Space): Rows {
  if (space.units === undefined) return intersect(rows, notes);
  const wanted = new Set(notes);
  return rows.filter((row) => wanted.has(noteOf(space, row)));
}
