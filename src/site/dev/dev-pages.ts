import { createHash } from 'node:crypto';
import type { SiteContent } from '../content.ts';
import type { Layouts } from '../layout-program/open-layouts.ts';
import { provideSite } from '../state.ts';

/** A page as dev sends it. */
export interface DevPage {
  readonly html: string;
  /** Differs where what is shown does. */
  readonly state: string;
  /** 200, 404 for the page of what is not there, 500 for that of a layout's error. */
  readonly status: 200 | 404 | 500;
}

/** The pages of a vault that is followed. */
export interface DevPages {
  /** The site as it is now. */
  readonly content: SiteContent;
  /** The page at an address without query, laid out once while the vault stays the same; what its layout throws is a page too. */
  at(url: string): Promise<DevPage>;
  /** What the site holds beside pages, by path: but for the list of diagnostics, which a build alone has all of. */
  files(): ReadonlyMap<string, string>;
  /** Whether there is a page at an address. */
  has(url: string): boolean;
  /** Takes the site of the vault as it is now; `areFilesTouched` makes every page another. */
  replace(content: SiteContent, areFilesTouched: boolean): void;
  /** Has somebody told of every change; gives what ends that. */
  onChange(tell: () => void): () => void;
}

/** Makes the pages of a site. */
export function createDevPages(first: SiteContent, layouts: Layouts): DevPages {
  const listeners = new Set<() => void>();
  let content = first;
  let urls = urlsOf(first);
  let laidOut = new Map<string, Promise<DevPage>>();
  let files: ReadonlyMap<string, string> | undefined;
  let touches = 0;
  const layOut = async (url: string): Promise<DevPage> => {
    const isThere = urls.has(url);
    try {
      const html = (await layouts.layOut(isThere ? url : '/404/')).toString();
      return { html, state: digestOf(html, touches), status: isThere ? 200 : 404 };
    } catch (error) {
      const html = errorPage(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return { html, state: digestOf(html, touches), status: 500 };
    }
  };
  provideSite(content.site);
  return {
    get content(): SiteContent {
      return content;
    },
    files: () => (files ??= filesOf(content)),
    has: (url) => urls.has(url),
    at: (url) => {
      const page = laidOut.get(url) ?? layOut(url);
      laidOut.set(url, page);
      return page;
    },
    replace: (next, areFilesTouched) => {
      content = next;
      urls = urlsOf(next);
      laidOut = new Map();
      files = undefined;
      if (areFilesTouched) touches += 1;
      provideSite(next.site);
      for (const tell of listeners) tell();
    },
    onChange: (tell) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
  };
}

/** The page that searches has no model. */
function urlsOf({ site }: SiteContent): ReadonlySet<string> {
  return new Set(['/search/', ...site.routes.map(({ url }) => url)]);
}

function filesOf(content: SiteContent): ReadonlyMap<string, string> {
  return new Map(
    content.files().flatMap(({ path, text }) => (path === 'api/diagnostics.json' ? [] : [[path, text] as const])),
  );
}

/** Says what went wrong, in a page that is shown anew once it does not. */
function errorPage(error: string): string {
  const text = error.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="en"><head><title>Error</title></head><body><pre>${text}</pre></body></html>`;
}

function digestOf(html: string, touches: number): string {
  return createHash('sha256').update(`${touches}\n`).update(html).digest('base64url');
}
