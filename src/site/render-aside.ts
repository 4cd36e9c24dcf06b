import { rmSync } from 'node:fs';
import type { AstroAdapter, AstroConfig, HookParameters } from 'astro';

/** Of the two shapes of an adapter, the one that is not deprecated. */
export type ModernAdapter = Extract<AstroAdapter, { readonly entrypointResolution: 'auto' }>;

/**
 * What makes Astro keep the program that renders pages inside the output folder. Left to itself it
 * writes it to `.astro/` in the folder where the command was started: two builds from there
 * would overwrite each other's, the vault may be that folder, and it may be on another disk than the
 * output, to which Astro's files cannot then be renamed.
 */
export const renderAsideAdapter = {
  name: 'detectionary',
  entrypointResolution: 'auto',
  supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
  adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
} as const satisfies ModernAdapter;

/** The settings that go with {@link renderAsideAdapter}: where that program is, and that it finds all it needs in itself. */
export function renderAsideConfig({ outDir }: AstroConfig): Parameters<UpdateConfig>[0] {
  return {
    build: { server: folderIn(outDir) },
    vite: { environments: { prerender: { resolve: { noExternal: true } } } },
  };
}

/** Removes what is left of that program from a built site. */
export function removeRenderAside(outDir: URL): void {
  rmSync(folderIn(outDir), { recursive: true, force: true });
}

type UpdateConfig = HookParameters<'astro:config:setup'>['updateConfig'];

function folderIn(outDir: URL): URL {
  return new URL('.server/', outDir);
}
