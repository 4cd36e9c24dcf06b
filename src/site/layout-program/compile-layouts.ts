import path from 'node:path';
import { build } from 'astro';
import type { AstroIntegration } from 'astro';
import { programRoot } from '../paths.ts';
import type { ModernAdapter } from '../render-aside.ts';
import { layoutFiles } from './layout-files.ts';

/** Makes our own application what the compiled program begins with, as it would be for any server. */
const adapter = {
  name: 'detectionary',
  entrypointResolution: 'auto',
  serverEntrypoint: new URL('page-app.ts', import.meta.url),
  supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
} as const satisfies ModernAdapter;

const adapterIntegration: AstroIntegration = {
  name: adapter.name,
  hooks: { 'astro:config:done': ({ setAdapter }) => setAdapter(adapter) },
};

/**
 * Has Astro compile routes and layouts into a folder, which need not be there, once for all vaults and bases. Throws what Astro
 * throws.
 */
export async function compileLayouts(folder: string): Promise<void> {
  await build({
    root: programRoot,
    configFile: 'astro.config.mjs',
    logLevel: 'error',
    output: 'server',
    adapter: adapterIntegration,
    outDir: folder,
    build: { server: path.dirname(layoutFiles.entry), client: layoutFiles.assets },
    // One program that needs no other package and is quickly loaded.
    vite: { environments: { ssr: { resolve: { noExternal: true } } } },
  });
}
