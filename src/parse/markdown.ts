import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Span } from '../source/index.ts';
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
 * frontmatter, found beforehand: it becomes a `yaml` node whatever it holds.
 */
export function parseMarkdown(text: string, frontmatter: Span | undefined): Root {
  if (frontmatter === undefined) return body.parse(text);
  const inner = text.slice(4, frontmatter.end - 3);
  // Blanked, so that the syntax of frontmatter, which is wider than ours, finds the same end.
  const blank = inner.replace(/[^\n]/g, ' ');
  const tree = withFrontmatter.parse(`---\n${blank}---${text.slice(frontmatter.end)}`);
  const [yaml] = tree.children;
  if (yaml?.type === 'yaml') yaml.value = inner.replace(/\n$/, '');
  return tree;
}
