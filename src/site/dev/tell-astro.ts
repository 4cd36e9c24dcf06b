import type { ViteDevServer } from 'vite';

/** Astro's own message that cached getStaticPaths props are stale. Internal to Astro: pinned, and covered by a test. */
const CONTENT_CHANGED = 'astro:content-changed';

/** Has Astro's dev server lay out every page anew, and the pages on screen be reloaded. */
export function tellAstro({ environments }: ViteDevServer): void {
  for (const name of ['ssr', 'prerender']) environments[name]?.hot.send(CONTENT_CHANGED, {});
  environments.client.hot.send({ type: 'full-reload', path: '*' });
}
