import type { QueryNode } from './ast.ts';
import type { Corpus } from './corpus.ts';
import { countNotes, wordingOf } from './describe.ts';
import { evaluate } from './evaluate.ts';
import { startRun } from './run.ts';
import type { HostText } from './run.ts';
import { wholeNotes } from './space.ts';

/** More parts than a sentence can name. */
const MOST_PARTS = 8;
const UNKNOWN = 'no note meets all of it';

/**
 * Why a query has no result, in words that stand alone: the parts that no note meets on its own,
 * or else how many notes meet each part.
 */
export function emptyReason(ast: QueryNode, corpus: Corpus, host: HostText | undefined): string {
  if (corpus.notes.length === 0) return 'there are no notes to search';
  const parts = ast.kind === 'all' || ast.kind === 'any' ? ast.terms.slice(0, MOST_PARTS) : [ast];
  const run = startRun(corpus, () => undefined, host);
  const counts = parts.map((part) => ({
    wording: wordingOf(part),
    count: evaluate(part, corpus.all, wholeNotes(run)).length,
  }));
  if (run.isStopped) return UNKNOWN;
  const missing = [...new Set(counts.filter(({ count }) => count === 0).map(({ wording }) => wording.none))];
  if (missing.length > 0) return missing.join('; ');
  if (ast.kind !== 'all' || ast.terms.length > MOST_PARTS) return UNKNOWN;
  const clauses = counts.map(({ wording, count }, index) => {
    const notes = index === 0 ? countNotes(count) : count.toLocaleString('en');
    const same = index > 0 && counts[index - 1]?.wording.relation === wording.relation;
    return same ? `${wording.name} ${wording.relation} ${notes}` : `${wording.name} is ${wording.relation} ${notes}`;
  });
  return `${clauses.join(', ')}; ${counts.length === 2 ? 'none has both' : 'none has them all'}`;
}
