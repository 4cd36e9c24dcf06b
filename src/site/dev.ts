import { dev as astroDev } from 'astro';
import { loadVault } from '../pipeline/index.ts';
import { makeSiteContent } from './content.ts';
import { handOver } from './hand-over.ts';
import { programRoot } from './paths.ts';

/** A server that follows a vault. */
export interface DevServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a vault's site and follows its changes until stopped. The folder must exist. */
export async function serveVault(vault: string, port: number): Promise<DevServer> {
  handOver(makeSiteContent(loadVault(vault), { base: '/', isDev: true }));
  const server = await astroDev({
    root: programRoot,
    configFile: 'astro.config.mjs',
    logLevel: 'warn',
    server: { port },
  });
  handOver(undefined);
  return { url: `http://localhost:${server.address.port}/`, stop: () => server.stop() };
}
