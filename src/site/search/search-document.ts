import { facets } from '../../render/index.ts';
import type { ArticlePage } from '../../render/index.ts';
import { escapeHtml } from '../value-html.ts';

/**
 * What Pagefind is to know of a page, as the HTML that it reads: title, id, facets, aliases and text. Results of queries
 * are left out, as they have pages of their own: so it is the same while only those change.
 */
export function searchDocument({ title, idText, search, html }: ArticlePage): string {
  const filters = facets.flatMap((facet) =>
    (search.filters[facet] ?? []).map((value) => meta(`filter="${facet}[content]"`, value)),
  );
  const aliases = search.aliases.length === 0 ? '' : meta('meta="aka[content]"', search.aliases.join(' '));
  const id = idText === undefined ? '' : `<code data-pagefind-meta="id">${escapeHtml(idText)}</code>`;
  return [
    `<!doctype html><html lang="en"><head>${filters.join('')}${aliases}</head><body>`,
    `<h1 data-pagefind-meta="title">${escapeHtml(title)}</h1>${id}`,
    `<div data-pagefind-body>${withSpaces(withoutResults(html))}</div></body></html>`,
  ]
    .join('')
    .toWellFormed(); // Pagefind reads no half of a surrogate, which YAML can write
}

function meta(mark: string, content: string): string {
  return `<meta data-pagefind-${mark} content="${escapeHtml(content)}">`;
}

/** Pagefind reads `<dt>Runs in</dt><dd>sh</dd>` and the cells of a row as one word, which nobody finds. */
function withSpaces(html: string): string {
  return html.replace(/<\/(?:dt|dd|th|td)>/g, '$& ');
}

const BLOCK = '<section class="query-block"';
// Attributes are quoted, and a sign that stands in one opens no element.
const TAG = /<(\/?)([a-z][\w-]*)(?:[^>"]|"[^"]*")*>/;

/** The HTML that we have written of a note without the answers of its query blocks. */
function withoutResults(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let block = html.indexOf(BLOCK); block !== -1; block = html.indexOf(BLOCK, at)) {
    kept.push(html.slice(at, block));
    at = endOfSection(html, block);
  }
  return kept.join('') + html.slice(at);
}

function endOfSection(html: string, start: number): number {
  const tags = new RegExp(TAG, 'g');
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    if (tag[2] === 'section') depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}
