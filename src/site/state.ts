import type { Page, SiteFrame } from '../render/index.ts';

/** What routes need of a page to be named: its address and its kind. */
export interface Route {
  /** Address without base, `/techniques/T1003/`. */
  readonly url: string;
  readonly kind: Page['kind'];
}

/** What every page shows around its content, and what it says of how it is served. */
export interface PageFrame extends SiteFrame {
  /** The absolute address of the home page, ending in `/`; undefined when it is not known. */
  readonly home: string | undefined;
  /** Whether its addresses are relative, so that it may be opened from a disk. */
  readonly isRelative: boolean;
  /** Whether search engines are asked to leave the site alone. */
  readonly isHidden: boolean;
  /** Where notes are edited, with `{path}` for a note's path; undefined when the configuration does not say. */
  readonly editUrl: string | undefined;
  /** Whether pages carry a Content Security Policy: not in dev, whose server puts code of its own into them. */
  readonly hasPolicy: boolean;
}

/** The site that Astro lays out. Page models are made when asked for, so that dev renders only what is looked at. */
export interface SiteModel {
  readonly frame: PageFrame;
  /** Into how many files the index of ids is cut. */
  readonly idShards: number;
  /** Into how many parts the search index is cut. */
  readonly searchShards: number;
  /** Every page with a model; search and 404 need none. */
  readonly routes: readonly Route[];
  /** The model of a page by its address without base; throws when there is none. */
  page(url: string): Page;
}

// Astro loads its configuration and the pages as different instances of a module, so the site
// stands where both see it.
const KEY = Symbol.for('detectionary.site');
type Holder = Record<typeof KEY, SiteModel | undefined>;

/** Hands the site to the routes; called again in dev whenever the vault changes. */
export function provideSite(site: SiteModel): void {
  (globalThis as unknown as Holder)[KEY] = site; // the symbol is ours alone
}

/** The site that was provided; throws when there is none, which is a mistake in astro.config.mjs. */
export function currentSite(): SiteModel {
  const site = (globalThis as unknown as Holder)[KEY]; // as above
  if (site === undefined)
    throw new Error('No site was provided: astro.config.mjs must list the detectionary() integration.');
  return site;
}
