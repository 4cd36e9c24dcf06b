import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finishSite } from './finish-site.ts';
import type { SiteContent } from './content.ts';
import { followVault } from './dev/follow-vault.ts';
import type { FollowedVault } from './dev/follow-vault.ts';
import { tellAstro } from './dev/tell-astro.ts';
import { publicAddress } from './hosting/public-address.ts';
import type { PublicAddress } from './hosting/public-address.ts';
import { programRoot } from './paths.ts';
import { readSite } from './read-site.ts';
import { removeRenderAside, renderAsideAdapter, renderAsideConfig } from './render-aside.ts';
import { openSiteFiles } from './site-files.ts';
import { provideSite } from './state.ts';

/** What astro.config.mjs may say to the integration. */
export interface DetectionaryOptions {
  /** The vault's folder, relative to the project. */
  readonly vault: string;
}

interface State {
  /** In a build. */
  site?: SiteContent;
  /** In dev, and what tells Astro that the vault has changed. */
  followed?: FollowedVault;
  tell?: () => void;
}

/**
 * The one seam between the vault and Astro: hands the routes their page models, follows the vault in dev and writes what stands
 * beside the pages in `npx astro build`. Where Astro only compiles the layouts, as for a server, no vault is read.
 */
export function detectionary({ vault }: DetectionaryOptions): AstroIntegration {
  const folder = path.resolve(programRoot, vault);
  const state: State = {};
  const follow = (address: PublicAddress): FollowedVault =>
    followVault(folder, {
      serving: { address, isDev: true },
      onChange: ({ site }) => {
        provideSite(site);
        state.tell?.();
      },
    });
  return {
    name: 'detectionary',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        if (command === 'preview' || command === 'sync' || config.output === 'server') return;
        const address = publicAddress(config);
        if (command === 'dev') {
          state.followed = follow(address);
          provideSite(state.followed.content.site);
        } else {
          updateConfig(renderAsideConfig(config));
          state.site = readSite(folder, address);
          provideSite(state.site.site);
        }
      },
      'astro:config:done': ({ setAdapter }) => {
        if (state.site !== undefined) setAdapter(renderAsideAdapter);
      },
      'astro:server:setup': ({ server }) => {
        state.tell = () => tellAstro(server);
      },
      'astro:server:done': () => state.followed?.close(),
      'astro:build:done': async ({ dir }) => {
        if (state.site === undefined) return;
        removeRenderAside(dir);
        const written = fileURLToPath(dir);
        await finishSite(written, state.site, openSiteFiles(written));
      },
    },
  };
}
