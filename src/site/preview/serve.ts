import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { answerHeaders, readHeadersFile } from '../hosting/answer-headers.ts';
import type { HeaderRule } from '../hosting/answer-headers.ts';
import { isForThisMachine, listen, refuseHost } from '../listen.ts';
import type { LocalServer } from '../listen.ts';
import { readOutputFacts } from '../output.ts';
import { answerRange } from './byte-range.ts';
import { findAnswer } from './find-answer.ts';
import type { Found, ServedFolder } from './find-answer.ts';
import { isPackable, mediaTypeOf } from './media-types.ts';

/**
 * Serves a built site as a static host does, under the base it was built for: a folder without its slash is redirected, what is
 * missing is the 404 page, texts are sent as gzip to who takes it, of other files the part that is asked for, the headers are those of the site's `_headers`. Only this machine is answered. A site that is built anew is served as it then is.
 * Rejects when the port is taken. The folder must be a built site.
 */
export async function servePreview(out: string, port: number): Promise<LocalServer> {
  const folder = path.resolve(out);
  const base = readOutputFacts(folder)?.base ?? '/';
  const server = createServer((request, response) => {
    answer({ folder, base }, request, response);
  });
  return listen(server, port, base);
}

function answer(site: ServedFolder, request: IncomingMessage, response: ServerResponse): void {
  const { method = 'GET', url = '/' } = request;
  if (!isForThisMachine(request)) {
    refuseHost(response);
    return;
  }
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  response.setHeaders(new Map(answerHeaders(rulesOf(site.folder), url)));
  send(site.folder, findAnswer(site, url), { request, response });
}

function rulesOf(folder: string): readonly HeaderRule[] {
  const file = path.join(folder, '_headers');
  return existsSync(file) ? readHeadersFile(readFileSync(file, 'utf8')) : [];
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function send(folder: string, found: Found, exchange: Exchange): void {
  const { response } = exchange;
  switch (found.kind) {
    case 'file':
      sendFile(found.file, exchange);
      break;
    case 'moved':
      response.writeHead(301, { location: found.location }).end();
      break;
    case 'malformed':
      response.writeHead(400).end();
      break;
    case 'missing':
      sendMissing(path.join(folder, '404.html'), exchange);
      break;
  }
}

function sendFile(file: string, { request, response }: Exchange): void {
  const { size, mtimeMs } = statSync(file);
  const type = mediaTypeOf(file);
  const isPacked = isPackable(type) && takesGzip(request);
  const tag = `"${size.toString(36)}-${mtimeMs.toString(36)}${isPacked ? '-gzip' : ''}"`;
  response.setHeader('etag', tag);
  if (isPackable(type)) response.setHeader('vary', 'accept-encoding');
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'public, max-age=0, must-revalidate');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  if (isPacked) {
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
    if (request.method === 'HEAD') response.end();
    else pipeline(createReadStream(file), createGzip(), response, onCut);
    return;
  }
  const { status, headers, part } = answerRange(request, { size, tag });
  response.writeHead(status, { 'content-type': type, ...headers });
  if (request.method === 'HEAD' || status === 416) response.end();
  else pipeline(createReadStream(file, part), response, onCut);
}

/** A site that takes the place of this one while it is sent cuts the answer short: the pipeline ends it, and nobody is to be told. */
function onCut(): void {}

function takesGzip({ headers }: IncomingMessage): boolean {
  const taken = (headers['accept-encoding'] ?? '').split(',');
  return taken.some((one) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(one));
}

function sendMissing(page: string, { request, response }: Exchange): void {
  const text = existsSync(page) ? readFileSync(page) : Buffer.from('Not found');
  const type = existsSync(page) ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
  response.writeHead(404, { 'content-type': type, 'content-length': text.length });
  response.end(request.method === 'HEAD' ? undefined : text);
}
