import type { Heading, Nodes, Paragraph, Root, TableCell } from 'mdast';
import type { Reporter } from '../reporter.ts';
import { MAX_READ_AHEAD, MAX_TRIES } from '../syntax/index.ts';

/** What begins each construct that is tried a limited number of times in a stretch of text. */
const MARKS = [/[*_]+/g, /\[/g, /\]/g, /</g, /~+/g, /\(/g];
/** Those that end as they begin: of two that match one is tried. */
const PAIRED = [/`+/g, /\$+/g, /%+/g, /=+/g];
/** Those that read ahead for their end. */
const OPENING = /<|`+|\$+|%%|==|\[\[|\(C/g;

type Stretch = Paragraph | Heading | TableCell;

/** A note's text, and the places from which marks are hidden, which are reported already. */
interface ReadText {
  readonly text: string;
  readonly cuts: readonly number[];
}

/** Reports stretches of text in which more marks of a kind stand than are tried, so that the last of them are text. */
export function reportManyMarks(tree: Root, { text, cuts }: ReadText, reporter: Reporter): void {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') {
      if ('children' in node) for (const child of node.children) stack.push(child);
      continue;
    }
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (span.end - span.start <= MAX_TRIES || cuts.some((cut) => cut >= span.start && cut <= span.end)) continue;
    if (hasTooMany(node, text.slice(span.start, span.end))) {
      reporter.report('parse/too-many-marks', span, { limit: MAX_TRIES });
    }
  }
}

function hasTooMany(node: Stretch, source: string): boolean {
  if (MARKS.some((mark) => count(source, mark) > MAX_TRIES)) return true;
  const unmatched = textIn(node);
  if (PAIRED.some((mark) => count(source, mark) + count(unmatched, mark) > 2 * MAX_TRIES)) return true;
  // Each may have been read to the end of the stretch.
  return count(unmatched, OPENING) * source.length > 2 * MAX_READ_AHEAD;
}

function count(text: string, mark: RegExp): number {
  return text.match(mark)?.length ?? 0;
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join('') : '';
}
