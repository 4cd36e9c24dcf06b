import type { Cache } from '../cache/index.ts';
import { localAddress } from './hosting/public-address.ts';
import { programRoot } from './paths.ts';

/** A server that follows a vault. */
export interface DevServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** How a vault is served. */
export interface DevOptions {
  readonly port: number;
  readonly cache: Cache;
}

/** Serves a vault's site and follows its changes until stopped. The folder must exist. */
export async function serveVault(vault: string, { port, cache }: DevOptions): Promise<DevServer> {
  const [{ dev: astroDev }, { handOver }, { readSite }] = await Promise.all([
    import('astro'),
    import('./hand-over.ts'),
    import('./read-site.ts'),
  ]);
  const site = readSite(vault, { address: localAddress, isDev: true }, cache);
  site.memory.keep();
  handOver(site);
  const server = await astroDev({
    root: programRoot,
    configFile: 'astro.config.mjs',
    logLevel: 'warn',
    server: { port },
  });
  handOver(undefined);
  return { url: `http://localhost:${server.address.port}/`, stop: () => server.stop() };
}
