import type { Graph, NoteNode } from '../../../src/graph/index.ts';
import { buildPages } from '../../../src/render/index.ts';
import type { ArticlePage, Cell, HomePage, ListPage, Page, RenderedNote } from '../../../src/render/index.ts';

const noBody = (): RenderedNote => ({ html: '', toc: [], diagnostics: [] });

/** The page at an address; throws when there is none. */
export function pageAt(graph: Graph, url: string, renderNote: (node: NoteNode) => RenderedNote = noBody): Page {
  const page = buildPages(graph, { base: '/' }, renderNote).find((candidate) => candidate.url === url);
  if (page === undefined) throw new Error(`There is no page ${url}`);
  return page;
}

export function articleAt(graph: Graph, url: string, renderNote = noBody): ArticlePage {
  const page = pageAt(graph, url, renderNote);
  if (page.kind === 'list' || page.kind === 'home') throw new Error(`${url} is a ${page.kind} page`);
  return page;
}

export function listAt(graph: Graph, url: string): ListPage {
  const page = pageAt(graph, url);
  if (page.kind !== 'list') throw new Error(`${url} is a ${page.kind} page`);
  return page;
}

export function homeOf(graph: Graph): HomePage {
  const page = pageAt(graph, '/');
  if (page.kind !== 'home') throw new Error(`/ is a ${page.kind} page`);
  return page;
}

/** Rows of a section; throws when the page lacks it. */
export function rowsOf(page: ArticlePage | ListPage, section: string): readonly (readonly Cell[])[] {
  const found = page.sections.find(({ id }) => id === section);
  if (found === undefined) throw new Error(`${page.url} has no section ${section}`);
  return found.table.rows;
}

/** The texts of those rows. */
export function textsOf(page: ArticlePage | ListPage, section: string): readonly (readonly string[])[] {
  return rowsOf(page, section).map((cells) => cells.map(({ text }) => text));
}

/** What a page's facts say: label, then the values, links with their address. */
export function factsOf(page: ArticlePage | ListPage): Readonly<Record<string, readonly string[]>> {
  const entries = page.facts.map(({ label, values }) => [
    label,
    values.map(({ text, href }) => (href === undefined ? text : `${text} > ${href}`)),
  ]);
  return Object.fromEntries(entries) as Record<string, readonly string[]>; // fromEntries gives any
}
