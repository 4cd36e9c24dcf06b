import type { Page } from '../render/index.ts';
import type { SiteFlags } from './build-request.ts';
import { digestOf } from './site-files.ts';
import type { SiteFiles } from './site-files.ts';
import type { SiteModel } from './state.ts';

/** The file of a page, by its address without base. */
export function fileOfPage(url: string): string {
  return `${url.slice(1)}index.html`;
}

/**
 * Takes from the last site every page that shows the same as before: its model, what stands around it and the flags
 * are all that a layout sees. Gives the site with the pages that are left to lay out, each of which is claimed among the
 * files when its model is asked for.
 */
export function reusePages(site: SiteModel, flags: SiteFlags, files: SiteFiles): SiteModel {
  const around = digestOf(JSON.stringify([flags, site.frame]));
  const changed = new Map<string, Page>();
  const isChanged = ({ url }: SiteModel['routes'][number]): boolean => {
    const page = site.page(url);
    if (files.take(fileOfPage(url), digestOfPage(page, around))) return false;
    changed.set(url, page);
    return true;
  };
  return {
    ...site,
    routes: files.hasLast ? site.routes.filter(isChanged) : site.routes,
    page: (url) => {
      const page = changed.get(url) ?? site.page(url);
      changed.delete(url);
      files.claim(fileOfPage(url), digestOfPage(page, around));
      return page;
    },
  };
}

/** The HTML as it is, for making a JSON text of it costs more than all the rest. */
function digestOfPage(page: Page, around: string): string {
  if (!('html' in page)) return digestOf(around, JSON.stringify(page));
  const { html, ...rest } = page;
  return digestOf(around, JSON.stringify(rest), html);
}
