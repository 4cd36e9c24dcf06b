import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Html, Parents, Text } from 'mdast';
import { defaultHandlers } from 'remark-rehype';
import { readTag, textElements } from './html-tags.ts';
import type { State } from './scope.ts';

const LINE_END = /\r?\n|\r/;
const BLANK_LINE_END = /^[ \t]*(?:\r?\n|\r)/;

/** Turns a text of Markdown into HTML. */
export type TextHandler = (state: State, node: Text, parent: Parents | undefined) => ElementContent[];

/**
 * Makes what shows the end of each line as a break, as Obsidian does unless “Strict line breaks” is set: one break
 * where the line has been broken already, by a `<br>` or in a `<pre>`, or holds nothing but a comment. The tree is not changed, and trees of
 * notes are shared, which is why no plugin puts breaks into it.
 */
export function createTextHandler(): TextHandler {
  const known = new WeakMap<Parents, ReadonlyMap<Text, number>>();
  const brokenEndsOf = (node: Text, parent: Parents): number => {
    const ends = known.get(parent) ?? brokenEnds(parent);
    known.set(parent, ends);
    return ends.get(node) ?? 0;
  };
  return (state, node, parent) => {
    const text = defaultHandlers.text(state, node);
    if (text.type !== 'text') return [text];
    const [first = '', ...others] = text.value.split(LINE_END);
    const broken = parent === undefined ? 0 : brokenEndsOf(node, parent);
    const lines = others.flatMap((line, index) => (index < broken ? [textNode(`\n${line}`)] : breakBefore(line)));
    return first === '' && lines.length > 0 ? lines : [textNode(first), ...lines];
  };
}

/** Inline content without the breaks at its start and end, which would show as empty lines. */
export function withoutOuterBreaks(content: readonly ElementContent[]): ElementContent[] {
  const isOuter = (node: ElementContent): boolean => isBreak(node) || isBlank(node);
  const start = content.findIndex((node) => !isOuter(node));
  const end = content.findLastIndex((node) => !isOuter(node)) + 1;
  const outer = start === -1 ? content : [...content.slice(0, start), ...content.slice(end)];
  if (!outer.some(isBreak)) return [...content];
  return start === -1 ? [] : content.slice(start, end);
}

/** The newline is for what reads the text of a page without its elements. */
function breakBefore(line: string): ElementContent[] {
  return [h('br'), textNode(`\n${line}`)];
}

/** How many line ends at the starts of a parent's texts are shown without a break of their own. */
function brokenEnds({ children }: Parents): ReadonlyMap<Text, number> {
  const ends = new Map<Text, number>();
  let isBroken = false;
  let isPreformatted = false;
  for (const node of children) {
    switch (node.type) {
      case 'comment':
        break;
      case 'break':
        isBroken = true;
        break;
      case 'html':
        isPreformatted = isPreformattedAfter(node, isPreformatted);
        isBroken = isBrokenAfterTag(node, isBroken);
        break;
      case 'text':
        if (isPreformatted) ends.set(node, Infinity);
        else if (isBroken && BLANK_LINE_END.test(node.value)) ends.set(node, 1);
        isBroken = isBrokenAfterText(node, isBroken);
        break;
      default:
        isBroken = false;
    }
  }
  return ends;
}

function isBrokenAfterTag({ value }: Html, isBroken: boolean): boolean {
  const name = readTag(value)?.name;
  if (name === 'br') return true;
  return isBroken && (name === undefined || textElements.has(name));
}

function isPreformattedAfter({ value }: Html, isPreformatted: boolean): boolean {
  const tag = readTag(value);
  return tag?.name === 'pre' ? !tag.isEnd : isPreformatted;
}

function isBrokenAfterText({ value }: Text, isBroken: boolean): boolean {
  const lines = value.split(LINE_END);
  return /^[ \t]*$/.test(lines.at(-1) ?? '') && (isBroken || lines.length > 1);
}

function isBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br';
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && /^[ \t\r\n]*$/.test(node.value);
}

function textNode(value: string): ElementContent {
  return { type: 'text', value };
}
