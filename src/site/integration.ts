import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { copyAttachment } from '../vault/index.ts';
import type { SiteContent } from './content.ts';
import { followVault } from './follow-vault.ts';
import { localAddress, publicAddress } from './hosting/public-address.ts';
import type { PublicAddress } from './hosting/public-address.ts';
import { programRoot } from './paths.ts';
import { writeSearchIndex } from './search-index.ts';
import { handedSite } from './hand-over.ts';
import { readSite } from './read-site.ts';
import type { ReadSite } from './read-site.ts';
import { makeRelative } from './relative-site.ts';
import { removeRenderAside, renderAsideAdapter, renderAsideConfig } from './render-aside.ts';
import { provideSite } from './state.ts';

/** What astro.config.mjs may say to the integration. */
export interface DetectionaryOptions {
  /** The vault's folder, relative to the project. */
  readonly vault: string;
}

/**
 * The one seam between the vault and Astro: hands the routes their page models, writes the data
 * files, attachments and the search index beside the pages, and follows the vault in dev.
 */
export function detectionary({ vault }: DetectionaryOptions): AstroIntegration {
  const state: { site?: ReadSite; address: PublicAddress; isBuild: boolean } = {
    address: localAddress,
    isBuild: false,
  };
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
        state.site = handedSite() ?? readSite(path.resolve(programRoot, vault), serving);
        provideSite(state.site.content.site);
      },
      'astro:config:done': ({ setAdapter }) => {
        if (state.isBuild) setAdapter(renderAsideAdapter);
      },
      'astro:server:setup': ({ server }) => followVault(server, siteOf(), state.address),
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        removeRenderAside(dir);
        if (siteOf().content.site.frame.isRelative) await makeRelative(folder);
        writeFiles(folder, siteOf().content);
        await writeSearchIndex(folder);
      },
    },
  };
}

function writeFiles(folder: string, { model, files }: SiteContent): void {
  for (const { path: name, text } of files()) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  for (const attachment of model.graph.attachments) {
    copyAttachment(model.vault.root, attachment, path.join(folder, 'files', attachment));
  }
}
