import type { Node, Parent, Root, RootContent, Table } from 'mdast';
import type { AtomicTest } from '../../domain/index.ts';
import type { NoteNode, TestNode } from '../../graph/index.ts';
import { plainText } from '../../parse/index.ts';
import { withoutEmptySections } from './empty-sections.ts';
import { titleHeading } from './title-heading.ts';

/** The section of one atomic test in a runbook: ours, not Markdown's. */
export interface AtomicTestSection extends Parent {
  type: 'atomicTest';
  /** The section's id in the page. */
  id: string;
  test: AtomicTest;
  children: RootContent[];
}

/** The inputs of a test, in place of the table in which the note lists them. */
export interface TestInputTable extends Node {
  type: 'testInputs';
  test: AtomicTest;
  table: Table;
}

declare module 'mdast' {
  interface RootContentMap {
    atomicTest: AtomicTestSection;
    testInputs: TestInputTable;
  }
}

const ONLY_BREAKS = /^(?:\s*<br\s*\/?>)+\s*$/i;

/**
 * What a note's page shows of its tree: without the title that the page has anyway; in a runbook a section for each test;
 * of a technique, whose sections are a form's, only those that are filled in.
 */
export function shapeArticle(node: NoteNode, tests: readonly TestNode[]): Root {
  const title = titleHeading(node);
  const children = node.note.tree.children.filter((child) => child !== title);
  if (node.kind === 'technique') return { type: 'root', children: [...withoutEmptySections(children)] };
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
      open = { section: { type: 'atomicTest', id: next.anchor, test: next.test, children: [] }, end: next.span.end };
      grouped.push(open.section);
      waiting.shift();
    }
    if (open === undefined) grouped.push(child);
    else addToTest(open.section, child);
  }
  return grouped;
}

function addToTest({ test, children }: AtomicTestSection, child: RootContent): void {
  if (isStatedAbove(child, test)) return;
  const { inputs } = test;
  const isInputs = child.type === 'table' && inputs.length > 0 && !children.some(({ type }) => type === 'testInputs');
  children.push(isInputs ? { type: 'testInputs', test, table: child } : child);
}

/** Lines of the generator's for platforms and guid; the head of the section says both in one place. */
function isStatedAbove(node: RootContent, { platforms, guid }: AtomicTest): boolean {
  if (node.type !== 'paragraph' || node.children[0]?.type !== 'strong') return false;
  switch (plainText([node.children[0]]).trim().toLowerCase()) {
    case 'supported platforms:':
      return platforms.length > 0;
    case 'auto_generated_guid:':
      return guid !== undefined;
    default:
      return false;
  }
}
