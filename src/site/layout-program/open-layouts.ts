import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledLayouts } from './compiled-layouts.ts';
import { layoutFiles } from './layout-files.ts';
import type { openPageApp } from './page-app.ts';

/** The compiled layouts, ready to lay out pages. */
export interface Layouts {
  /** The folder of the files that every site has: styles, scripts, icons. */
  readonly assets: string;
  /** The HTML of a page of the site that was provided last, in UTF-8, by its address without base. Throws what its layout throws. */
  layOut(url: string): Promise<Buffer>;
}

/** What only the page for missing addresses has. */
const MISSING = { url: '/404/', status: 404 };
/** The route of all pages but those that have one of their own. */
const SHARED_ROUTE = '/[...path]';

/** Opens the layouts for sites under a base; see {@link compiledLayouts} for `aside`. Throws what Astro throws. */
export async function openLayouts(base: string, aside: string): Promise<Layouts> {
  const folder = await compiledLayouts(aside);
  const entry = pathToFileURL(path.join(folder, layoutFiles.entry)).href;
  const app = ((await import(entry)) as { readonly openPageApp: typeof openPageApp }).openPageApp(base); // compiled from that
  const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.route, routeData]));
  return {
    assets: path.join(folder, layoutFiles.assets),
    layOut: async (url) => {
      const routeData = routes.get(url === '/' ? url : url.slice(0, -1)) ?? routes.get(SHARED_ROUTE);
      if (routeData === undefined) throw new Error(`No route lays out ${url}`);
      // No page shows the host.
      const request = new Request(`http://localhost${encodeURI(base + url.slice(1))}`);
      const answer = await app.render(request, { routeData });
      if (answer.status !== (url === MISSING.url ? MISSING.status : 200))
        throw new Error(`${url} was answered with the status ${String(answer.status)}`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}
