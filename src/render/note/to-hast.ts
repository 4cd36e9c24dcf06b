import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { resolveAuthorHtml } from './author-html.ts';
import { createHandlers } from './handlers.ts';
import type { Scope } from './scope.ts';

/** Turns Markdown into safe HTML: every element is ours, or the author's and cleaned. The tree is not changed. */
export function toHast(tree: Root, scope: Scope): HtmlRoot {
  const options = {
    allowDangerousHtml: true, // as `raw` nodes, which the next plugin resolves, every one
    clobberPrefix: 'note.', // of footnotes: no heading and no block has a dot in its id
    footnoteLabelProperties: {},
    handlers: createHandlers(scope),
  };
  return unified()
    .use([
      [remarkRehype, options], // makes every element
      [() => (html: HtmlRoot) => resolveAuthorHtml(html, scope)], // relies on that: nothing but `raw` is the author's yet
    ])
    .runSync(tree) as HtmlRoot; // remark-rehype changes the type on the way
}
