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
import { makeRelative } from './relative-site.ts';
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
  /** Whether our own command has read the vault already. */
  isHanded: boolean;
}

/**
 * The one seam between the vault and Astro: hands the routes their page models, and follows the vault in dev. By itself
 * (`npx astro build`) it also writes what stands beside the pages; our own command does that when Astro has ended.
 */
export function detectionary({ vault }: DetectionaryOptions): AstroIntegration {
  const state: State = { address: localAddress, isBuild: false, isHanded: false };
  const siteOf = (): ReadSite => {
    if (state.site === undefined) throw new Error('astro:config:setup has not run');
    return state.site;
  };
  return {
    name: 'detectionary',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        if (command === 'preview' || command === 'sync') return;
        state.isBuild = command === 'build';
        if (state.isBuild) updateConfig(renderAsideConfig(config));
        state.address = publicAddress(config);
        const serving = { address: state.address, isDev: command === 'dev' };
        const handed = handedSite();
        state.isHanded = handed !== undefined;
        state.site = handed ?? readSite(path.resolve(programRoot, vault), serving);
        provideSite(state.site.content.site);
      },
      'astro:config:done': ({ setAdapter }) => {
        if (state.isBuild) setAdapter(renderAsideAdapter);
      },
      'astro:server:setup': ({ server }) => followVault(server, siteOf(), state.address),
      'astro:build:done': async ({ dir }) => {
        removeRenderAside(dir);
        const folder = fileURLToPath(dir);
        if (siteOf().content.site.frame.isRelative) await makeRelative(folder);
        if (!state.isHanded) await finishSite(folder, siteOf().content, openSiteFiles(folder));
      },
    },
  };
}
