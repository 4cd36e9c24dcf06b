import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { loadVault } from '../pipeline/index.ts';
import { makeSiteContent } from './content.ts';
import type { PublicAddress } from './hosting/public-address.ts';
import type { ReadSite } from './read-site.ts';
import { provideSite } from './state.ts';

/** Editors write a file in several steps; changes within this many milliseconds are taken together. */
const SETTLE = 30;
/** Astro's own message that cached getStaticPaths props are stale. Internal to Astro: pinned, and covered by a test. */
const CONTENT_CHANGED = 'astro:content-changed';

/**
 * Follows a vault in dev: after a change the site is planned anew (only changed notes are parsed)
 * and the pages on screen are reloaded, those of query results elsewhere included.
 */
export function followVault(server: ViteDevServer, { content, memory }: ReadSite, address: PublicAddress): void {
  const { root } = content.model.vault;
  const reload = (): void => {
    provideSite(makeSiteContent(loadVault(root, { memory }), { address, isDev: true }, memory).site);
    for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send(CONTENT_CHANGED, {});
    server.environments.client.hot.send({ type: 'full-reload', path: '*' });
  };
  const timer: { handle?: NodeJS.Timeout } = {};
  server.watcher.add(root);
  server.watcher.on('all', (_event, file) => {
    if (!isInside(root, file)) return;
    clearTimeout(timer.handle);
    timer.handle = setTimeout(reload, SETTLE);
  });
}

function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
