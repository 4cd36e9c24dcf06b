import { facets } from '../../render/index.ts';
import type { ArticlePage } from '../../render/index.ts';
import { escapeHtml } from '../value-html.ts';

/**
 * What Pagefind is to know of a page, as the HTML that it reads: title, id, facets, aliases and text. Results of queries
 * and embedded notes are left out, as they have pages of their own: so it is the same while only those change.
 */
export function searchDocument({ title, idText, search, html }: ArticlePage): string {
  const filters = facets.flatMap((facet) =>
    (search.filters[facet] ?? []).map((value) => meta(`filter="${facet}[content]"`, value)),
  );
  const aliases = search.aliases.length === 0 ? '' : meta('meta="aka[content]"', search.aliases.join(' '));
  // A facet that is never offered: hits carry it, and no word of it is searched.
  const fate = search.fate === undefined ? '' : meta('filter="fate[content]"', search.fate);
  const id = idText === undefined ? '' : `<code data-pagefind-meta="id">${escapeHtml(idText)}</code>`;
  return [
    `<!doctype html><html lang="en"><head>${filters.join('')}${aliases}${fate}</head><body>`,
    `<h1 data-pagefind-meta="title">${escapeHtml(title)}</h1>${id}`,
    `<div data-pagefind-body>${withSpaces(namedByTests(ownText(html)))}</div></body></html>`,
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

const TEST = /<section class="atomic-test"/g;
const HEADING_ID = /(<h[1-6](?:[^>"]|"[^"]*")*?) id="[^"]*"/g;

/**
 * A part of a hit is named by the heading before it: within a test by the test's own, since all tests have headings such as
 * “Cleanup Commands”.
 */
function namedByTests(html: string): string {
  return mapElements(html, TEST, (test) => {
    let isFirst = true;
    return test.replace(HEADING_ID, (tag, rest: string) => {
      if (!isFirst) return rest;
      isFirst = false;
      return tag;
    });
  });
}

/** Answers of query blocks, and embedded notes. */
const ELSEWHERE = /<(?:section class="query-block"|div class="embed")/g;
// Attributes are quoted, and a sign that stands in one opens no element.
const TAG = /<(\/?)([a-z][\w-]*)(?:[^>"]|"[^"]*")*>/g;

/** The HTML that we have written of a note without what has a page of its own. */
function ownText(html: string): string {
  return mapElements(html, ELSEWHERE, () => '');
}

/** HTML with each element whose tag a pattern finds, whole, as `change` gives it; what stands in one is not looked for. */
function mapElements(html: string, pattern: RegExp, change: (element: string) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (let found = next(pattern, html, at); found !== null; found = next(pattern, html, at)) {
    parts.push(html.slice(at, found.index));
    at = endOfElement(html, found.index);
    parts.push(change(html.slice(found.index, at)));
  }
  return parts.join('') + html.slice(at);
}

/** Where the element ends whose tag stands at a place. */
function endOfElement(html: string, start: number): number {
  let depth = 0;
  let name: string | undefined;
  for (let tag = next(TAG, html, start); tag !== null; tag = next(TAG, html, TAG.lastIndex)) {
    name ??= tag[2];
    if (tag[2] === name) depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return TAG.lastIndex;
  }
  return html.length;
}

function next(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
