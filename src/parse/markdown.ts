import type { Nodes, Paragraph, Root, Yaml } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Point, Position } from 'unist';
import type { Span } from '../source/index.ts';
import {
  cutLongNote,
  flattenDeepBlocks,
  limitContainers,
  limitMarks,
  limitReferences,
  reportManyMarks,
} from './limits/index.ts';
import type { Reporter } from './reporter.ts';
import { vaultMarkdown } from './syntax/index.ts';

/** Obsidian strikes out with `~~` alone. */
const GFM = { singleTilde: false };
// vaultMarkdown comes last: it narrows what the plugins before it add.
const common = unified().use(remarkParse).use(remarkGfm, GFM).use(remarkMath).freeze();
const withTables = common().use(vaultMarkdown, { tables: true }).freeze();
const withoutTables = common().use(vaultMarkdown, { tables: false }).freeze();

/** A table's second row, whatever it stands in: most notes have no line that could be one, and are read faster. */
const DELIMITER_ROW = /^[\t >-]*[|:][\t |:-]*$/m;

/**
 * Reads a note's text as Markdown; positions are offsets into it. `frontmatter` is the span of its
 * frontmatter, found beforehand: it becomes a `yaml` node whatever it holds. Always gives a tree of
 * bounded depth in bounded time, and reports what had to be left as text for that.
 */
export function parseMarkdown(text: string, frontmatter: Span | undefined, reporter: Reporter): Root {
  const from = frontmatter?.end ?? 0;
  const cut = cutLongNote(text, from, reporter);
  const marked = limitMarks(cut.text, from, reporter);
  const limited = limitContainers(marked.text, from, reporter);
  const tree = read(limited.text, frontmatter, reporter);
  limited.restore(tree);
  marked.restore(tree);
  cut.restore(tree);
  flattenDeepBlocks(tree, text, reporter);
  limitReferences(tree, text, reporter);
  reportManyMarks(tree, { text, cuts: marked.cuts }, reporter);
  return tree;
}

function read(text: string, frontmatter: Span | undefined, reporter: Reporter): Root {
  try {
    return frontmatter === undefined ? readBody(text) : readBehind(text, frontmatter);
  } catch (error) {
    // A shape that breaks the Markdown library costs its own note only.
    const problem = error instanceof Error ? error.message : String(error);
    reporter.report('parse/unreadable', { start: 0, end: 0 }, { problem });
    return plainTree(text, frontmatter?.end ?? 0);
  }
}

function readBody(text: string): Root {
  return (DELIMITER_ROW.test(text) ? withTables : withoutTables).parse(text);
}

/** The tree of a note with frontmatter: the body is read alone, for the parser goes through all it is given character by character. */
function readBehind(text: string, { end }: Span): Root {
  const tree = readBody(text.slice(end));
  const lines = text.slice(0, end).split('\n').length - 1;
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.position !== undefined) move(node.position, { lines, offset: end });
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  const start: Point = { line: 1, column: 1, offset: 0 };
  if (tree.position !== undefined) tree.position.start = start;
  const yaml: Yaml = {
    type: 'yaml',
    value: text.slice(4, end - 4),
    position: { start, end: { line: lines + 1, column: 4, offset: end } },
  };
  tree.children.unshift(yaml);
  return tree;
}

/** In place: the reader makes points for each node of its own, and a vault has a million. */
function move({ start, end }: Position, by: { readonly lines: number; readonly offset: number }): void {
  for (const point of [start, end]) {
    point.line += by.lines;
    point.offset = (point.offset ?? 0) + by.offset;
  }
}

/** The paragraphs of a text, unread. */
function plainTree(text: string, from: number): Root {
  const children: Paragraph[] = [];
  for (const match of text.slice(from).matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    children.push({ type: 'paragraph', children: [{ type: 'text', value: match[0] }] });
  }
  return { type: 'root', children };
}
