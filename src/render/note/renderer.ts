import { toHtml } from 'hast-util-to-html';
import type { Graph, NoteNode, TestNode } from '../../graph/index.ts';
import { visibleText } from '../../parse/index.ts';
import { createLineIndex, placeOf } from '../../source/index.ts';
import type { LineIndex } from '../../source/index.ts';
import type { RenderedNote, RenderOptions } from '../page.ts';
import { createAnswerDigests } from './answer-digest.ts';
import { createHtmlCleaner } from './clean-html.ts';
import { trailKey } from './embed.ts';
import { finish } from './finish.ts';
import { createHighlighter } from './highlight.ts';
import { limitDepth } from './limit-depth.ts';
import { nameCopyButtons } from './name-copies.ts';
import type { RenderMemory } from './render-memory.ts';
import { scopeOf } from './scope.ts';
import type { PageState, Tools } from './scope.ts';
import { shapeArticle } from './shape.ts';
import { toHast } from './to-hast.ts';
import { recordQuestions, worldOf } from './world.ts';

/** Renders the notes of one graph; owns what they share, such as blocks of code that are highlighted once. */
export interface Renderer {
  /**
   * A note's body as HTML that nothing can run in, whatever the note holds. Reports addresses that
   * are unsafe and embeds that are shown as links; broken links are the graph's to report.
   */
  renderNote(node: NoteNode): RenderedNote;
}

/** Makes the renderer of a graph. With a memory it renders only notes of which something that they show has changed. */
export function createRenderer(graph: Graph, options: RenderOptions, memory?: RenderMemory): Renderer {
  const world = worldOf(graph, options);
  const tools: Tools = { world, options, highlighter: createHighlighter(), cleaner: createHtmlCleaner() };
  if (memory === undefined) return { renderNote: (node) => renderWith(tools, node) };
  return createRememberingRenderer(tools, memory);
}

function createRememberingRenderer(tools: Tools, memory: RenderMemory): Renderer {
  const digests = createAnswerDigests(tools.world);
  const optionsDigest = JSON.stringify(tools.options);
  return {
    renderNote: (node) => {
      const self = optionsDigest + digests.ofNode(node);
      const last = memory.recall(node.path);
      if (last?.self === self && digests.ofAnswers(last.questions) === last.answers) return last.rendered;
      const { world, asked } = recordQuestions(tools.world);
      const rendered = renderWith({ ...tools, world }, node);
      const questions = asked();
      memory.remember(node.path, { self, questions, answers: digests.ofAnswers(questions), rendered });
      return rendered;
    },
  };
}

/** Renders one note of a graph. For many, make a renderer. */
export function renderNote(node: NoteNode, graph: Graph, options: RenderOptions): RenderedNote {
  return createRenderer(graph, options).renderNote(node);
}

function renderWith(tools: Tools, node: NoteNode): RenderedNote {
  const page = createPageState(node);
  const trail = [trailKey({ node, anchor: undefined })];
  const scope = scopeOf(node, { tools, page, trail, embeddedAt: undefined, toHast });
  const tests = tools.world
    .targets(node.id, 'runbook-test')
    .filter((target): target is TestNode => target.kind === 'test');
  const article = limitDepth(shapeArticle(node, tests), visibleText(node.note));
  const written = toHast(article, scope);
  const content = page.isTangled ? tools.cleaner.untangle(written) : written;
  nameCopyButtons(content);
  const toc = finish(content, page);
  const html = toHtml(content, { allowDangerousHtml: true }); // the raw nodes that `finish` leaves are the highlighter's
  return { html: html.trim(), toc, diagnostics: page.diagnostics };
}

function createPageState(node: NoteNode): PageState {
  const { file } = node.note;
  let lines: LineIndex | undefined;
  return {
    node,
    placeOf: (span) => placeOf(file, span, (lines ??= createLineIndex(file.text))),
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
