import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SiteFlags } from './build-request.ts';
import { openLayouts } from './layout-program/open-layouts.ts';
import { makeRelative } from './relative-site.ts';
import { fileOfPage } from './reuse-pages.ts';
import { provideSite } from './state.ts';
import type { SiteModel } from './state.ts';

/** After so many milliseconds whoever asks this process to end is heard. */
const LONGEST_UNHEARD = 100;

/** Writes the pages of a site, those of its routes and those that need no model, into a folder. */
export type LayOut = (site: SiteModel, folder: string, flags: SiteFlags) => Promise<void>;

/** Lays out a site with the layouts that Astro has compiled. Throws what Astro and the system throw. */
export const layOutPages: LayOut = async (site, folder, { address }) => {
  const aside = path.join(folder, '.layouts');
  const layouts = await openLayouts(address.base, aside);
  cpSync(layouts.assets, folder, { recursive: true });
  provideSite(site);
  const write = async (url: string, name = fileOfPage(url)): Promise<void> => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, await layouts.layOut(url));
  };
  let waited = performance.now();
  for (const { url } of site.routes) {
    await write(url);
    if (performance.now() - waited < LONGEST_UNHEARD) continue;
    await setImmediate();
    waited = performance.now();
  }
  await write('/search/');
  await write('/404/', '404.html');
  rmSync(aside, { recursive: true, force: true });
  if (address.isRelative) await makeRelative(folder);
};
