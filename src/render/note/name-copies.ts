import type { Element, ElementContent, Root } from 'hast';
import { textOf } from './text-of.ts';

/** What stands around a block of code. */
interface Place {
  /** The heading that it stands under. */
  readonly heading: string;
  /** The test of a runbook that it belongs to, as its heading says: `Atomic Test #1`. */
  readonly test: string | undefined;
}

/**
 * Names the copy button of each block of code by what it copies, which screen readers list without what is around it:
 * `Copy PowerShell, Detection`, in a test `Copy Cleanup Commands, Atomic Test #1`, and each once. The names begin with what is
 * seen on the button. Works on the tree itself, before its headings hold links.
 */
export function nameCopyButtons(tree: Root): void {
  nameWithin(tree, { heading: '', test: undefined }, new Map());
}

function nameWithin(parent: Root | Element, around: Place, used: Map<string, number>): void {
  let place = around;
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (/^h[1-6]$/.test(child.tagName)) place = placeUnder(wordsOf(child), place);
    else if (hasClass(child, 'atomic-test')) nameWithin(child, { heading: '', test: '' }, used);
    else if (hasClass(child, 'code')) nameButton(child, place, used);
    else nameWithin(child, place, used);
  }
}

/** The first heading of a test is its name. */
function placeUnder(heading: string, { test }: Place): Place {
  if (test === undefined) return { heading, test };
  const [, numbered = heading] = /^(\w+ Test #\d+)/i.exec(heading) ?? [];
  if (test === '') return { heading: '', test: numbered };
  // `Attack Commands: Run with powershell! Elevation Required` is long to hear.
  return { heading: heading.split(':')[0] ?? heading, test };
}

function nameButton({ children: [caption] }: Element, { heading, test }: Place, used: Map<string, number>): void {
  if (caption?.type !== 'element') return;
  const button = caption.children.find((child): child is Element => hasClass(child, 'copy'));
  if (button === undefined) return;
  const what = test === undefined || heading === '' ? wordsOf(caption.children[0]) : heading;
  const where = test ?? heading;
  const key = `${what}\n${where}`;
  const times = (used.get(key) ?? 0) + 1;
  used.set(key, times);
  const counted = times === 1 ? what : `${what} (${String(times)})`;
  button.properties.ariaLabel = `Copy ${counted}${where === '' ? '' : `, ${where}`}`;
}

function hasClass(node: ElementContent, name: string): boolean {
  if (node.type !== 'element') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

function wordsOf(node: ElementContent | undefined): string {
  return node === undefined ? '' : textOf(node).replace(/\s+/g, ' ').trim();
}
