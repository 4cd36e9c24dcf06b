import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishSite } from './finish-site.ts';
import { followVault } from './follow-vault.ts';
import { localAddress, publicAddress } from './hosting/public-address.ts';
import type { PublicAddress } from './hosting/public-address.ts';
import { programRoot } from './paths.ts';
import { handedSite } from './hand-over.ts';
import { readSite } from './read-site.ts';
import type { ReadSite } from './read-site.ts';
import { removeRenderAside, renderAsideAdapter, renderAsideConfig } from './render-aside.ts';
import { openSiteFiles } from './site-files.ts';
import { provideSite } from './state.ts';

/** What astro.config.mjs may say to the integration. */
export interface DetectionaryOptions {
  /** The vault's folder, relative to the project. */
  readonly vault: string;
}

interface State {
  site?: ReadSite;
  address: PublicAddress;
  isBuild: boolean;
  isDev: boolean;
}

/**
 * The one seam between the vault and Astro: hands the routes their page models, follows the vault in dev and writes what stands
 * beside the pages in `npx astro build`. Where Astro only compiles the layouts, as for a server, no vault is read.
 */
export function detectionary({ vault }: DetectionaryOptions): AstroIntegration {
  const state: State = { address: localAddress, isBuild: false, isDev: false };
  const siteOf = (): ReadSite => {
    if (state.site === undefined) throw new Error('astro:config:setup has not run');
    return state.site;
  };
  return {
    name: 'detectionary',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        if (command === 'preview' || command === 'sync' || config.output === 'server') return;
        state.isBuild = command === 'build';
        state.isDev = command === 'dev';
        if (state.isBuild) updateConfig(renderAsideConfig(config));
        state.address = publicAddress(config);
        const serving = { address: state.address, isDev: state.isDev };
        state.site = handedSite() ?? readSite(path.resolve(programRoot, vault), serving);
        provideSite(state.site.content.site);
      },
      'astro:config:done': ({ setAdapter }) => {
        if (state.isBuild) setAdapter(renderAsideAdapter);
      },
      'astro:server:setup': ({ server }) => {
        if (state.isDev) followVault(server, siteOf(), state.address);
      },
      'astro:build:done': async ({ dir }) => {
        if (!state.isBuild) return;
        removeRenderAside(dir);
        const folder = fileURLToPath(dir);
        await finishSite(folder, siteOf().content, openSiteFiles(folder));
      },
    },
  };
}
