import type { Paragraph, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Span } from '../source/index.ts';
import { flattenDeepBlocks, limitContainers } from './limits/index.ts';
import type { Reporter } from './reporter.ts';
import { vaultMarkdown } from './syntax/index.ts';

/** Obsidian strikes out with `~~` alone. */
const GFM = { singleTilde: false };
// vaultMarkdown comes last: it narrows what the plugins before it add.

const body = unified().use(remarkParse).use(remarkGfm, GFM).use(remarkMath).use(vaultMarkdown).freeze();
const withFrontmatter = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, GFM)
  .use(remarkMath)
  .use(vaultMarkdown)
  .freeze();

/**
 * Reads a note's text as Markdown; positions are offsets into it. `frontmatter` is the span of its
 * frontmatter, found beforehand: it becomes a `yaml` node whatever it holds. Always gives a tree of
 * bounded depth, and reports what had to be left as text for that.
 */
export function parseMarkdown(text: string, frontmatter: Span | undefined, reporter: Reporter): Root {
  const limited = limitContainers(text, frontmatter?.end ?? 0, reporter);
  const tree = read(limited.text, frontmatter, reporter);
  limited.restore(tree);
  flattenDeepBlocks(tree, text, reporter);
  return tree;
}

function read(text: string, frontmatter: Span | undefined, reporter: Reporter): Root {
  try {
    if (frontmatter === undefined) return body.parse(text);
    const inner = text.slice(4, frontmatter.end - 3);
    // Blanked, so that the syntax of frontmatter, which is wider than ours, finds the same end.
    const blank = inner.replace(/[^\n]/g, ' ');
    const tree = withFrontmatter.parse(`---\n${blank}---${text.slice(frontmatter.end)}`);
    const [yaml] = tree.children;
    if (yaml?.type === 'yaml') yaml.value = inner.replace(/\n$/, '');
    return tree;
  } catch (error) {
    // A shape that breaks the Markdown library costs its own note only.
    const problem = error instanceof Error ? error.message : String(error);
    reporter.report('parse/unreadable', { start: 0, end: 0 }, { problem });
    return plainTree(text, frontmatter?.end ?? 0);
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
