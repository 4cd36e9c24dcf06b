import type { OperatorNode, PhraseNode, QueryNode, RegexNode, WordNode } from './ast.ts';
import { evaluateLogic } from './logic.ts';
import { inCheapestOrder, neededInContent } from './plan.ts';
import { notesWithProperty } from './property-match.ts';
import { intersect, join, without } from './rows.ts';
import type { Rows } from './rows.ts';
import { spend, testPattern } from './run.ts';
import type { Run } from './run.ts';
import { expand, nameOf, noteOf, parentsOf, subjectOf } from './space.ts';
import type { Space } from './space.ts';
import { tagRows } from './tag-match.ts';
import { holds } from './text-match.ts';

/**
 * The rows of a space that meet a query. Works on all rows at once, so that an index, a set of
 * units or a regular expression is asked once for a term and not once for a note. When the run is
 * stopped the rows mean nothing.
 */
export function evaluate(run: Run, node: QueryNode, rows: Rows, space: Space): Rows {
  if (run.isStopped || rows.length === 0) return [];
  switch (node.kind) {
    case 'all':
      return evaluateLogic({ ...node, terms: inCheapestOrder(run, node.terms) }, rows, (term, left) =>
        evaluate(run, term, left, space),
      );
    case 'any':
    case 'not':
      return evaluateLogic(node, rows, (term, left) => evaluate(run, term, left, space));
    case 'word':
    case 'phrase':
      return space.field === 'tag' ? tagRows(run, node, rows, space) : textRows(run, node, rows, space);
    case 'regex':
      return space.field === 'tag' ? tagRows(run, node, rows, space) : regexRows(run, node, rows, space);
    case 'property':
      return rowsOfNotes(notesWithProperty(run, node, space.matchCase), rows, space);
    case 'operator':
      return operatorRows(run, node, rows, space);
  }
}

function operatorRows(run: Run, node: OperatorNode, rows: Rows, space: Space): Rows {
  switch (node.operator) {
    case 'file':
    case 'path':
    case 'content':
    case 'tag':
      return evaluate(run, node.term, rows, { ...space, field: node.operator });
    case 'match-case':
    case 'ignore-case':
      return evaluate(run, node.term, rows, { ...space, matchCase: node.operator === 'match-case' });
    case 'line':
    case 'block':
    case 'section':
    case 'task':
    case 'task-todo':
    case 'task-done': {
      const needed = space.units === undefined ? neededInContent(node.term) : undefined;
      const hopeful = needed === undefined ? rows : evaluate(run, needed, rows, { ...space, field: 'content' });
      const units = expand(run, space, hopeful, node.operator);
      return parentsOf(units, evaluate(run, node.term, units.rows, { ...space, field: 'note', units }));
    }
  }
}

/** A word anywhere, a phrase as whole words (A5.1, A5.2). */
function textRows(run: Run, node: WordNode | PhraseNode, rows: Rows, space: Space): Rows {
  const text = space.matchCase ? node.text : node.text.toLowerCase();
  const needle = { text, wholeWords: node.kind === 'phrase' };
  const seesNames = space.field === 'note' && space.units === undefined;
  let characters = 0;
  const found = rows.filter((row) => {
    if (seesNames && holds(nameOf(run.corpus, space, row), needle)) return true;
    const subject = subjectOf(run, space, row);
    characters += subject.length;
    return holds(subject, needle);
  });
  spend(run, characters, node.span);
  return found;
}

function regexRows(run: Run, node: RegexNode, rows: Rows, space: Space): Rows {
  const pattern = { source: node.source, flags: space.matchCase ? 'm' : 'im' } as const;
  const exact = { ...space, matchCase: true };
  const matching = (left: Rows, subject: (row: number) => string): Rows => {
    const hits = testPattern(run, pattern, left.map(subject), node.span);
    return left.filter((_, index) => hits[index] === 1);
  };
  const seesNames = space.field === 'note' && space.units === undefined;
  const byName = seesNames ? matching(rows, (row) => nameOf(run.corpus, exact, row)) : [];
  return join([byName, matching(without(rows, byName), (row) => subjectOf(run, exact, row))]);
}

function rowsOfNotes(notes: Rows, rows: Rows, space: Space): Rows {
  if (space.units === undefined) return intersect(rows, notes);
  const wanted = new Set(notes);
  return rows.filter((row) => wanted.has(noteOf(space, row)));
}
