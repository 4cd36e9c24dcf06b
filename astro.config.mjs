// @ts-check
import { defineConfig } from 'astro/config';
import { detectionary } from './src/site/integration.ts';

/** Modules that several pages load, but not the home page: its scripts have no room for them. */
const LISTS = /\/src\/site\/client\/(?:arrange-rows|kept|left-out-rows|row-groups|say|search\/written-ids)/;
/** All others of ours that several pages load. */
const SHARED = /\/src\/site\/(?!id-shards|client\/(?:arrange-rows|kept|left-out-rows|row-groups|say|search\/))/;

// A plain Astro configuration: `npx astro build` works with it as `npx detectionary build` does.
// The command overrides outDir, site and base by its flags; the vault is named here.
export default defineConfig({
  integrations: [detectionary({ vault: 'content' })],
  output: 'static',
  trailingSlash: 'always',
  build: {
    format: 'directory',
    // One cached style sheet and no inline code, so that a strict Content Security Policy holds.
    inlineStylesheets: 'never',
    // Pages are written one by one otherwise, and the disk waits (docs/performance.md).
    concurrency: 4,
  },
  // Astro 7's default drops the white space between inline elements.
  compressHTML: true,
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    // What most pages run stands in one file: each file more is a request, and is compressed by itself.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  { name: 'shared', test: SHARED, minShareCount: 2 },
                  { name: 'lists', test: LISTS, minShareCount: 2 },
                ],
              },
            },
          },
        },
      },
    },
  },
});
