import type { Graph, GraphNode } from '../../graph/index.ts';
import type { Page, PlannedPage, RenderOptions, SiteFrame } from '../page.ts';
import { coveragePage } from './coverage-page.ts';
import { homePage } from './home-page.ts';
import {
  dataSourcesIndex,
  logSourcesIndex,
  notesIndex,
  platformsIndex,
  rulesIndex,
  tacticsIndex,
  tagsIndex,
  techniquesIndex,
  testsIndex,
} from './index-pages.ts';
import { dataComponentPage, dataSourcePage } from './data-pages.ts';
import { logSourcePage, productPage } from './log-source-pages.ts';
import { platformPage, tacticPage } from './named-pages.ts';
import { notePage } from './note-page.ts';
import { createPageContext } from './page-context.ts';
import type { PageContext, RenderNote } from './page-context.ts';
import { rooms } from './rooms.ts';
import type { Room } from './rooms.ts';
import { rulePage } from './rule-page.ts';
import { runbookPage } from './runbook-page.ts';
import { siteFrame } from './site-frame.ts';
import { tagPage } from './tag-pages.ts';
import { techniquePage } from './technique-page.ts';

const ROOM_PAGES: Readonly<Record<Room, (context: PageContext) => Page>> = {
  matrix: homePage,
  techniques: techniquesIndex,
  rules: rulesIndex,
  tests: testsIndex,
  tactics: tacticsIndex,
  platforms: platformsIndex,
  dataSources: dataSourcesIndex,
  logSources: logSourcesIndex,
  tags: tagsIndex,
  coverage: coveragePage,
  notes: notesIndex,
};

/** A site that is planned: its pages, and what stands around each. */
export interface PlannedSite {
  readonly frame: SiteFrame;
  /** The site's own lists, then a page for every node but tests, which are sections of their runbook's page. */
  readonly pages: readonly PlannedPage[];
}

/**
 * Plans every page of the site with its address. A page is made, and its note rendered, only when `build` is called;
 * what pages share is worked out here, once.
 */
export function planSite(graph: Graph, options: RenderOptions, renderNote: RenderNote): PlannedSite {
  const context = createPageContext(graph, options, renderNote);
  const ofRooms = Object.entries(ROOM_PAGES).map(([room, build]) => ({
    url: rooms[room as Room].url, // the record's keys are the rooms
    kind: room === 'matrix' ? ('home' as const) : ('list' as const),
    build: () => build(context),
  }));
  const ofNodes = graph.nodes
    .filter((node) => node.kind !== 'test')
    .map((node) => ({ url: node.url, kind: pageKind(node), build: () => pageOf(node, context) }));
  const ofProducts = [...context.products.values()].map((product) => ({
    url: product.url,
    kind: 'list' as const,
    build: () => productPage(product, context),
  }));
  return { frame: siteFrame(context.survey), pages: [...ofRooms, ...ofNodes, ...ofProducts] };
}

/** All pages of {@link planSite}, built. */
export function buildPages(graph: Graph, options: RenderOptions, renderNote: RenderNote): readonly Page[] {
  return planSite(graph, options, renderNote).pages.map(({ build }) => build());
}

function pageKind({ kind }: GraphNode): Page['kind'] {
  if (kind === 'page') return 'note';
  return kind === 'technique' || kind === 'rule' || kind === 'runbook' ? kind : 'list';
}

function pageOf(node: Exclude<GraphNode, { kind: 'test' }>, context: PageContext): Page {
  switch (node.kind) {
    case 'technique':
      return techniquePage(node, context);
    case 'rule':
      return rulePage(node, context);
    case 'runbook':
      return runbookPage(node, context);
    case 'page':
      return notePage(node, context);
    case 'tactic':
      return tacticPage(node, context);
    case 'platform':
      return platformPage(node, context);
    case 'data-source':
      return dataSourcePage(node, context);
    case 'data-component':
      return dataComponentPage(node, context);
    case 'log-source':
      return logSourcePage(node, context);
    case 'tag':
      return tagPage(node, context);
  }
}
