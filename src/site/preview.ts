import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { answerHeaders } from './hosting/answer-headers.ts';
import { readOutputFacts } from './output.ts';

/** A server of a built site. */
export interface PreviewServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves a built site as a static host does, under the base it was built for: a folder without its
 * slash is redirected, what is missing is the 404 page, the headers are those of `_headers`. Rejects when the port is taken. The folder
 * must be a built site.
 */
export async function servePreview(out: string, port: number): Promise<PreviewServer> {
  const folder = path.resolve(out);
  const base = readOutputFacts(folder)?.base ?? '/';
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, pathname) => response.setHeaders(new Map(Object.entries(answerHeaders(pathname)))),
    onNoMatch: (_request, response) => notFound(folder, response),
  });
  const server = createServer((request, response) => answer({ folder, base, files }, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
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

interface Site {
  readonly folder: string;
  readonly base: string;
  readonly files: ReturnType<typeof sirv>;
}

function answer({ folder, base, files }: Site, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (`${url.pathname}/` === base) return redirect(response, base + url.search);
  if (!url.pathname.startsWith(base)) return notFound(folder, response);
  const inside = url.pathname.slice(base.length - 1);
  if (isFolder(folder, inside)) return redirect(response, `${url.pathname}/${url.search}`);
  request.url = inside + url.search;
  files(request, response);
}

function isFolder(folder: string, pathname: string): boolean {
  if (pathname.endsWith('/')) return false;
  try {
    const target = path.join(folder, decodeURIComponent(pathname));
    return target.startsWith(folder) && statSync(target).isDirectory();
  } catch {
    return false;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location }).end();
}

function notFound(folder: string, response: ServerResponse): void {
  const page = path.join(folder, '404.html');
  response.writeHead(404, { ...answerHeaders('/404.html'), 'content-type': 'text/html; charset=utf-8' });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}
