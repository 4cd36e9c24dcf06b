import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { loadVault } from '../pipeline/index.ts';
import { readSources } from '../vault/index.ts';
import type { Vault } from '../vault/index.ts';
import { makeSiteContent } from './content.ts';
import type { PublicAddress } from './hosting/public-address.ts';
import type { ReadSite } from './read-site.ts';
import { provideSite } from './state.ts';

/** Editors write a file in several steps; changes within this many milliseconds are taken together. */
const SETTLE = 30;
/** Astro's own message that cached getStaticPaths props are stale. Internal to Astro: pinned, and covered by a test. */
const CONTENT_CHANGED = 'astro:content-changed';

/**
 * Follows a vault in dev: after a change the site is planned anew (only changed notes are read and parsed)
 * and the pages on screen are reloaded, those of query results elsewhere included.
 */
export function followVault(server: ViteDevServer, { content, memory }: ReadSite, address: PublicAddress): void {
  const { root } = content.model.vault;
  const changed = new Set<string>();
  // What changed before the watcher had seen every file is not known, so the first change reads all of them.
  let last: Vault | undefined;
  let waiting: NodeJS.Timeout | undefined;
  const reload = (): void => {
    const sources = readSources(root, last && { vault: last, isChanged: (file) => changed.has(file) });
    last = sources.vault;
    changed.clear();
    provideSite(makeSiteContent(loadVault(root, { sources, memory }), { address, isDev: true }, memory).site);
    for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send(CONTENT_CHANGED, {});
    server.environments.client.hot.send({ type: 'full-reload', path: '*' });
  };
  server.watcher.add(root);
  server.watcher.on('all', (_event, file) => {
    if (!isInside(root, file)) return;
    for (const name of namesOf(file)) changed.add(name);
    clearTimeout(waiting);
    waiting = setTimeout(reload, SETTLE);
  });
}

/** The path of a file as it was named, and with links followed. */
function namesOf(file: string): readonly string[] {
  try {
    return [path.resolve(file), realpathSync(file)];
  } catch {
    return [path.resolve(file)]; // it is gone
  }
}

function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
