import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** A server of a site on this machine. */
export interface LocalServer {
  /** The address of its home page. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Names by which this machine calls itself. */
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Whether a request was sent to this machine by its own name; another may be a site elsewhere that wants to read through its name. */
export function isForThisMachine({ headers }: IncomingMessage): boolean {
  return LOCAL_HOST.test(headers.host ?? '');
}

/** Answers a request that is not {@link isForThisMachine}. */
export function refuseHost(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end('This is served to localhost alone.');
}

/** Has a server listen to this machine alone. Rejects when the port is taken; 0 asks for any that is free. */
export async function listen(server: Server, port: number, base: string): Promise<LocalServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${actual}${base}`, stop };
}
