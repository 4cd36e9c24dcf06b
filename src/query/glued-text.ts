import type { ReportProblem } from './problem.ts';
import type { Leaf, PartLeaf } from './walk.ts';

const FLAGS = /^[dgimsuvy]{1,4}$/;

/** A leaf of a search, or of a name or value in one. */
type AnyLeaf = Pick<PartLeaf, 'node'> | Leaf;

/**
 * Warns of words and expressions that stand directly after a regular expression, as flags do in code and the rest of a path
 * such as `/etc/passwd` does. Given are leaves in the order of the text.
 */
export function checkAfterRegexes(leaves: readonly AnyLeaf[], report: ReportProblem): void {
  let last: AnyLeaf | undefined;
  for (const leaf of leaves) {
    const { node } = leaf;
    const isGlued = last?.node.kind === 'regex' && last.node.span.end === node.span.start;
    if (isGlued && (node.kind === 'word' || node.kind === 'regex')) {
      const text = node.kind === 'word' ? node.text : `/${node.source}/`;
      report('query/text-after-regex', node.span, { text, advice: adviceFor(text, last) });
    }
    last = leaf;
  }
}

/** What the writer most likely meant by a text after an expression. */
function adviceFor(text: string, regex: AnyLeaf | undefined): 'flags' | 'path' | 'slash' {
  if (FLAGS.test(text)) return 'flags';
  const operator = regex !== undefined && 'operator' in regex ? regex.operator : undefined;
  return operator === 'path' || operator === 'file' ? 'path' : 'slash';
}
