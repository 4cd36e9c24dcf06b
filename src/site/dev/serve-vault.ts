import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Cache } from '../../cache/index.ts';
import { localAddress } from '../hosting/public-address.ts';
import { listen } from '../listen.ts';
import type { LocalServer } from '../listen.ts';

/** How a vault is served. */
export interface DevOptions {
  /** The first to try; the next ones follow where it is taken. */
  readonly port: number;
  readonly cache: Cache;
}

/** So many ports are tried. */
const MOST_PORTS = 20;

/**
 * Serves a vault's site with the compiled layouts and follows its changes until stopped: a page on screen that has changed is shown
 * anew. The folder must exist. Rejects when no port is free.
 */
export async function serveVault(vault: string, { port, cache }: DevOptions): Promise<LocalServer> {
  const [{ openLayouts }, { followVault }, { createDevPages }, { answerInDev }] = await Promise.all([
    import('../layout-program/open-layouts.ts'),
    import('./follow-vault.ts'),
    import('./dev-pages.ts'),
    import('./answer.ts'),
  ]);
  const aside = mkdtempSync(path.join(tmpdir(), 'detectionary-dev-'));
  const layouts = await openLayouts(localAddress.base, path.join(aside, 'layouts'));
  const followed = followVault(vault, {
    serving: { address: localAddress, isDev: true },
    cache,
    onChange: (content, areFilesTouched) => pages.replace(content, areFilesTouched),
  });
  const pages = createDevPages(followed.content, layouts);
  followed.keep();
  const server = await listenNear(port, (request, response) => {
    answerInDev({ pages, assets: layouts.assets }, request, response);
  });
  return {
    url: server.url,
    stop: async () => {
      followed.close();
      await server.stop();
      rmSync(aside, { recursive: true, force: true });
    },
  };
}

/** Listens to the first free port from one on. */
async function listenNear(port: number, answer: RequestListener): Promise<LocalServer> {
  for (let tried = port; ; tried += 1) {
    try {
      return await listen(createServer(answer), tried, localAddress.base);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || tried >= Math.min(port + MOST_PORTS, 65_535)) throw error;
    }
  }
}
