import { compareDiagnostics, limitKinds, withSeverities } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Config } from '../domain/index.ts';
import { addressUnder } from '../graph/index.ts';
import type { Graph, NoteNode } from '../graph/index.ts';
import type { VaultMemory, VaultModel } from '../pipeline/index.ts';
import { createRenderer, idIndex, planSite } from '../render/index.ts';
import type { IdRow, Page, RenderedNote } from '../render/index.ts';
import { imageSize } from '../vault/index.ts';
import { dataFiles } from './data-files.ts';
import type { DataFile } from './data-files.ts';
import { hostFiles } from './hosting/host-files.ts';
import type { PublicAddress } from './hosting/public-address.ts';
import type { SitemapPage } from './hosting/sitemap.ts';
import { idShardCount } from './id-shards.ts';
import { searchDocument } from './search/search-document.ts';
import { searchShardCount } from './search/search-shards.ts';
import type { SearchDocuments } from './search/write-search-index.ts';
import type { SiteModel } from './state.ts';

/** A vault as a site: its pages for Astro, and the files beside them. */
export interface SiteContent {
  readonly model: VaultModel;
  readonly site: SiteModel;
  /** Renders every note, for the diagnostics alone. */
  renderNotes(): void;
  /** Found while pages were rendered, so complete only when all of them have been, or {@link renderNotes} has run. */
  renderDiagnostics(): readonly Diagnostic[];
  /** What pages are searched by; of a page when it has been made, so complete only when all of them have been. */
  readonly documents: SearchDocuments;
  /** The files beside the pages. */
  files(): readonly DataFile[];
}

/** How a site is served. */
export interface Serving {
  readonly address: PublicAddress;
  /** Whether dev serves it while its notes change. */
  readonly isDev: boolean;
}

/**
 * Plans the site of a vault. Pages are rendered when they are asked for; of what `memory` knows, only those of which
 * something has changed.
 */
export function makeSiteContent(model: VaultModel, serving: Serving, memory?: VaultMemory): SiteContent {
  const { graph, config } = model;
  const { base, home } = serving.address;
  const renderer = createRenderer(
    graph,
    {
      base,
      imageSize: (path) => imageSize(model.vault.root, path),
      lineBreaks: config.lineBreaks ?? model.vault.lineBreaks,
    },
    memory?.renderings(base),
  );
  let site: SiteModel | undefined;
  let rows: readonly IdRow[] | undefined;
  const ids = (): readonly IdRow[] => (rows ??= idIndex(graph));
  const found = new Map<NoteNode, readonly Diagnostic[]>();
  const render = (node: NoteNode): RenderedNote => {
    const rendered = renderer.renderNote(node);
    found.set(node, withSeverities(limitKinds(rendered.diagnostics), config.diagnostics));
    return rendered;
  };
  const renderDiagnostics = (): readonly Diagnostic[] => [...found.values()].flat();
  const documents = new Map<string, string>();
  const note = (page: Page): void => {
    if (page.kind !== 'home' && page.kind !== 'list') documents.set(page.url, searchDocument(page));
  };
  const planned = (): SiteModel => (site ??= makeSiteModel({ graph, config, ids, render, note }, serving));
  return {
    model,
    documents,
    get site() {
      return planned();
    },
    renderNotes: () => {
      for (const node of graph.nodes) if ('note' in node) render(node);
    },
    renderDiagnostics,
    files: () => [
      ...dataFiles({
        graph,
        ids: ids(),
        isRelative: serving.address.isRelative,
        diagnostics: [...model.diagnostics, ...renderDiagnostics()].filter(isPublic(model)).sort(compareDiagnostics),
        addressOf: home === undefined ? undefined : addressUnder(home),
      }),
      ...hostFiles({
        address: serving.address,
        title: graph.title,
        pages: sitemapPages(graph, planned()),
        isHidden: config.noindex,
        searchShards: planned().searchShards,
      }),
    ],
  };
}

/**
 * Where notes are kept out, readers are told of published notes and of the configuration alone: the name of a file that
 * cannot be read, say, may be one that is to be kept out.
 */
function isPublic({ config, graph, vault }: VaultModel): (diagnostic: Diagnostic) => boolean {
  if (config.publish === '') return () => true;
  const shown = new Set([...graph.attachments, ...(vault.configFile === undefined ? [] : [vault.configFile.path])]);
  return ({ place: { path } }) => graph.noteAt(path) !== undefined || shown.has(path);
}

/** Every page, with the day on which its note says that it was changed. */
function sitemapPages(graph: Graph, { routes }: SiteModel): readonly SitemapPage[] {
  const modified = new Map<string, string | undefined>([
    ...graph.ofKind('technique').map((node) => [node.url, node.modified] as const),
    ...graph.ofKind('rule').map(({ url, sigma }) => [url, sigma.modified ?? sigma.date] as const),
  ]);
  return routes.map(({ url }) => ({ url, modified: modified.get(url) }));
}

interface SiteSource {
  readonly graph: Graph;
  readonly config: Config;
  readonly ids: () => readonly IdRow[];
  readonly render: (node: NoteNode) => RenderedNote;
  /** Told of every page that is made. */
  readonly note: (page: Page) => void;
}

function makeSiteModel({ graph, config, ids, render, note }: SiteSource, { address, isDev }: Serving): SiteModel {
  const { base, home, isRelative } = address;
  const planned = planSite(graph, { base }, render);
  const byUrl = new Map(planned.pages.map((plan) => [plan.url, plan]));
  return {
    frame: {
      ...planned.frame,
      home,
      isRelative,
      isHidden: config.noindex,
      editUrl: config.editUrl,
      hasPolicy: !isDev,
    },
    get idShards(): number {
      return idShardCount(ids().length);
    },
    searchShards: searchShardCount(planned.pages.filter(({ kind }) => kind !== 'home' && kind !== 'list').length),
    routes: planned.pages.map(({ url, kind }) => ({ url, kind })),
    page: (url) => {
      const plan = byUrl.get(url);
      if (plan === undefined) throw new Error(`No page has the address ${url}`);
      const page = plan.build();
      if (!isDev) note(page);
      return page;
    },
  };
}
