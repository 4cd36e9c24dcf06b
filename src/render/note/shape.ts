import type { Parent, Root, RootContent } from 'mdast';
import type { NoteNode, TestNode } from '../../graph/index.ts';
import { titleHeading } from './title-heading.ts';

/** The section of one atomic test in a runbook: ours, not Markdown's. */
export interface AtomicTestSection extends Parent {
  type: 'atomicTest';
  /** The section's id in the page. */
  id: string;
  children: RootContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    atomicTest: AtomicTestSection;
  }
}

const ONLY_BREAKS = /^(?:\s*<br\s*\/?>)+\s*$/i;

/** What a note's page shows of its tree: without the title that the page has anyway; in a runbook a section for each test. */
export function shapeArticle(node: NoteNode, tests: readonly TestNode[]): Root {
  const title = titleHeading(node);
  const children = node.note.tree.children.filter((child) => child !== title);
  if (node.kind !== 'runbook') return { type: 'root', children };
  return {
    type: 'root',
    children: groupTests(
      children.filter((child) => !isBreaks(child)),
      tests,
    ),
  };
}

/** Lines of `<br/>` between tests, which the generator of runbooks puts there for the room. */
function isBreaks(node: RootContent): boolean {
  return node.type === 'html' && ONLY_BREAKS.test(node.value);
}

function groupTests(children: readonly RootContent[], tests: readonly TestNode[]): RootContent[] {
  const grouped: RootContent[] = [];
  const waiting = tests.toSorted((a, b) => a.span.start - b.span.start);
  let open: { readonly section: AtomicTestSection; readonly end: number } | undefined;
  for (const child of children) {
    const start = child.position?.start.offset ?? 0;
    if (open !== undefined && start >= open.end) open = undefined;
    const [next] = waiting;
    if (next !== undefined && child.type === 'heading' && start >= next.span.start) {
      open = { section: { type: 'atomicTest', id: next.anchor, children: [] }, end: next.span.end };
      grouped.push(open.section);
      waiting.shift();
    }
    (open?.section.children ?? grouped).push(child);
  }
  return grouped;
}
