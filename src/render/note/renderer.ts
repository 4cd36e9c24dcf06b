import { toHtml } from 'hast-util-to-html';
import type { Graph, NoteNode, TestNode } from '../../graph/index.ts';
import { visibleText } from '../../parse/index.ts';
import type { RenderedNote, RenderOptions } from '../page.ts';
import { createHtmlCleaner } from './clean-html.ts';
import { trailKey } from './embed.ts';
import { finish } from './finish.ts';
import { createHighlighter } from './highlight.ts';
import { limitDepth } from './limit-depth.ts';
import { scopeOf } from './scope.ts';
import type { PageState, Tools } from './scope.ts';
import { shapeArticle } from './shape.ts';
import { toHast } from './to-hast.ts';

/** Renders the notes of one graph; owns what they share, such as blocks of code that are highlighted once. */
export interface Renderer {
  /**
   * A note's body as HTML that nothing can run in, whatever the note holds. Reports addresses that
   * are unsafe and embeds that are shown as links; broken links are the graph's to report.
   */
  renderNote(node: NoteNode): RenderedNote;
}

/** Makes the renderer of a graph. */
export function createRenderer(graph: Graph, options: RenderOptions): Renderer {
  const tags = new Map(graph.ofKind('tag').map(({ key, url }) => [key, url]));
  const published = new Set(graph.attachments);
  const tools: Tools = {
    graph,
    options,
    highlighter: createHighlighter(),
    cleaner: createHtmlCleaner(),
    tagUrl: (key) => tags.get(key),
    isPublished: (path) => published.has(path),
  };
  return { renderNote: (node) => renderWith(tools, node) };
}

/** Renders one note of a graph. For many, make a renderer. */
export function renderNote(node: NoteNode, graph: Graph, options: RenderOptions): RenderedNote {
  return createRenderer(graph, options).renderNote(node);
}

function renderWith(tools: Tools, node: NoteNode): RenderedNote {
  const page = createPageState(node);
  const trail = [trailKey({ node, anchor: undefined })];
  const scope = scopeOf(node, { tools, page, trail, embeddedAt: undefined, toHast });
  const tests = tools.graph
    .targets(node.id, 'runbook-test')
    .filter((target): target is TestNode => target.kind === 'test');
  const article = limitDepth(shapeArticle(node, tests), visibleText(node.note));
  const written = toHast(article, scope);
  const content = page.isTangled ? tools.cleaner.untangle(written) : written;
  const toc = finish(content, page);
  const html = toHtml(content, { allowDangerousHtml: true }); // the raw nodes that `finish` leaves are the highlighter's
  return { html: html.trim(), toc, diagnostics: page.diagnostics };
}

function createPageState(node: NoteNode): PageState {
  return {
    node,
    diagnostics: [],
    counts: new Map(),
    ownMarkup: new WeakSet(),
    tables: 0,
    embeds: 0,
    embeddedSize: 0,
    isEmbedLimitReported: false,
    codeSize: 0,
    hasAuthorHtml: false,
    htmlSize: 0,
    isTangled: false,
    linkDepth: 0,
    inlineDepth: 0,
  };
}
