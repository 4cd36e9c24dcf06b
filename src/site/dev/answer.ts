import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readAttachment } from '../../vault/index.ts';
import { followPage } from '../client/follow-page.ts';
import { answerHeaders, headerRules } from '../hosting/answer-headers.ts';
import { localAddress } from '../hosting/public-address.ts';
import { answerRange } from '../preview/byte-range.ts';
import { findAnswer } from '../preview/find-answer.ts';
import { isForThisMachine, refuseHost } from '../listen.ts';
import { mediaTypeOf } from '../preview/media-types.ts';
import type { DevPages } from './dev-pages.ts';

/** What dev answers from. */
export interface DevSite {
  readonly pages: DevPages;
  /** The folder of the files that every site has. */
  readonly assets: string;
}

/** Addresses of dev's own; no note has one that begins so. */
const SCRIPT = '/.dev/follow.js';
const CHANGES = '/.dev/changes';

/** Answers a request for a page, for a file of the site, or for the news of a page's changes. */
export function answerInDev(site: DevSite, request: IncomingMessage, response: ServerResponse): void {
  const { method = 'GET', url = '/' } = request;
  const { pathname = '/', search = '', searchParams } = URL.parse(url, 'http://localhost') ?? {};
  const address = decode(pathname);
  if (!isForThisMachine(request)) refuseHost(response);
  else if (method !== 'GET' && method !== 'HEAD') response.writeHead(405, { allow: 'GET, HEAD' }).end();
  else if (address === undefined || searchParams === undefined) response.writeHead(400).end();
  else if (address === CHANGES) sendChanges(site.pages, searchParams, response);
  else if (address.endsWith('/')) void sendPage(site.pages, address, response);
  else if (site.pages.has(`${address}/`)) response.writeHead(301, { location: `${pathname}/${search}` }).end();
  else sendFile(site, { pathname, address }, { request, response });
}

function sendFile(site: DevSite, { pathname, address }: Asked, { request, response }: Exchange): void {
  const file = address === SCRIPT ? `(${followPage.toString()})();\n` : fileAt(site, { pathname, address });
  if (file === undefined) return void sendPage(site.pages, address, response);
  setHeaders(pathname, response);
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const { status, headers, part } = answerRange(request, { size: bytes.length });
  response.writeHead(status, { 'content-type': mediaTypeOf(address), ...headers });
  if (status === 416) response.end();
  else response.end(part === undefined ? bytes : bytes.subarray(part.start, part.end + 1));
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** What is asked for: the path as it was sent, and decoded. */
interface Asked {
  readonly pathname: string;
  readonly address: string;
}

/** A file of the site that is no page: one that every site has, an attachment, or data. */
function fileAt({ pages, assets }: DevSite, { pathname, address }: Asked): Buffer | string | undefined {
  const found = findAnswer({ folder: assets, base: '/' }, pathname);
  if (found.kind === 'file') return readFileSync(found.file);
  const { graph, vault } = pages.content.model;
  const attachment = graph.attachments.find((one) => `/files/${one}` === address);
  return attachment === undefined ? pages.files().get(address.slice(1)) : readAttachment(vault.root, attachment);
}

function setHeaders(pathname: string, response: ServerResponse): void {
  const rules = headerRules({ address: localAddress, isHidden: true, searchShards: 0 });
  response.setHeaders(new Map(answerHeaders(rules, pathname)));
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

async function sendPage(pages: DevPages, address: string, response: ServerResponse): Promise<void> {
  const { html, state, status } = await pages.at(address);
  const script = `<script src="${SCRIPT}" data-changes="${CHANGES}" data-state="${state}"></script>`;
  const end = html.lastIndexOf('</body>');
  setHeaders(address, response);
  response.writeHead(status, { 'content-type': mediaTypeOf('index.html'), 'cache-control': 'no-store' });
  response.end(html.slice(0, end) + script + html.slice(end));
}

/** Says that a page has changed, as soon as it is another than the one that is shown. */
function sendChanges(pages: DevPages, question: URLSearchParams, response: ServerResponse): void {
  const address = decode(question.get('page') ?? '/') ?? '/';
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.flushHeaders();
  const compare = async (): Promise<void> => {
    const { state } = await pages.at(address);
    if (state !== question.get('state')) response.write('event: change\ndata: 1\n\n');
  };
  response.once(
    'close',
    pages.onChange(() => void compare()),
  );
  void compare();
}
