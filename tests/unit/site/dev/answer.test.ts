import { createServer, request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { loadVault } from '../../../../src/pipeline/index.ts';
import { makeSiteContent } from '../../../../src/site/content.ts';
import type { SiteContent } from '../../../../src/site/content.ts';
import { answerInDev } from '../../../../src/site/dev/answer.ts';
import { createDevPages } from '../../../../src/site/dev/dev-pages.ts';
import type { DevPages } from '../../../../src/site/dev/dev-pages.ts';
import { localAddress } from '../../../../src/site/hosting/public-address.ts';
import { listen } from '../../../../src/site/listen.ts';
import { currentSite } from '../../../../src/site/state.ts';
import { temporaryVault } from '../../vault/temporary-vault.ts';

const FILES = {
  'Größe.md': 'A note with ![[a b.svg]].\n',
  'v1.md': 'Text.\n',
  'a b.svg': '<svg/>',
  'unused.svg': '<svg/>',
};

function contentOf(files: Readonly<Record<string, string>>): SiteContent {
  const serving = { address: localAddress, isDev: true };
  return makeSiteContent(loadVault(temporaryVault(files)), serving);
}

interface Dev {
  readonly port: string;
  readonly pages: DevPages;
}

/** Serves a vault with layouts that write down the page's model, and that break on a note with the word `broken`. */
async function serve(): Promise<Dev> {
  const assets = temporaryVault({ 'theme.js': 'theme' });
  const layOut = (url: string): Promise<Buffer> => {
    const model = url === '/404/' || url === '/search/' ? url : JSON.stringify(currentSite().page(url));
    if (model.includes('broken')) return Promise.reject(new Error(`no layout for <b>${url}</b>`));
    return Promise.resolve(Buffer.from(`<html><body>${model}</body></html>`));
  };
  const pages = createDevPages(contentOf(FILES), { assets, layOut });
  const server = createServer((asked, response) => answerInDev({ pages, assets }, asked, response));
  const { url, stop } = await listen(server, 0, '/');
  onTestFinished(stop);
  return { port: new URL(url).port, pages };
}

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly location: string | undefined;
  readonly text: string;
}

/** Asks for a path to the letter. Of an answer without an end the first part is the text. */
async function ask(
  { port }: Dev,
  path: string,
  sent: Readonly<Record<string, string>> = { host: 'localhost' },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers: sent }, (response) => {
      const { statusCode: status = 0, headers } = response;
      const answer = { status, type: headers['content-type'], location: headers.location };
      const parts: string[] = [];
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        parts.push(part);
        if (answer.type === 'text/event-stream') asked.destroy();
      });
      response.on('close', () => resolve({ ...answer, text: parts.join('') }));
    });
    asked.on('error', (error) => (asked.destroyed ? undefined : reject(error)));
    asked.end();
  });
}

test.each([
  ['/', 200, 'text/html; charset=utf-8', 'Detectionary'],
  ['/gr%C3%B6%C3%9Fe/', 200, 'text/html; charset=utf-8', 'A note with'],
  ['/v1/', 200, 'text/html; charset=utf-8', 'Text.'],
  ['/search/', 200, 'text/html; charset=utf-8', '/search/'],
  ['/none/', 404, 'text/html; charset=utf-8', '/404/'],
  ['/none.txt', 404, 'text/html; charset=utf-8', '/404/'],
  ['/theme.js', 200, 'text/javascript; charset=utf-8', 'theme'],
  ['/files/a%20b.svg', 200, 'image/svg+xml', '<svg/>'],
  ['/files/unused.svg', 404, 'text/html; charset=utf-8', '/404/'],
  ['/files/../theme.js', 200, 'text/javascript; charset=utf-8', 'theme'],
  ['/api/coverage.csv', 200, 'text/csv; charset=utf-8', 'technique'],
  ['/api/diagnostics.json', 404, 'text/html; charset=utf-8', '/404/'],
  ['/.dev/follow.js', 200, 'text/javascript; charset=utf-8', 'EventSource'],
  ['/%zz', 400, undefined, ''],
])('%s is answered with %i', async (path, status, type, text) => {
  const answer = await ask(await serve(), path);
  expect(answer).toMatchObject({ status, type });
  expect(answer.text).toContain(text);
});

test('a page without its slash is redirected', async () => {
  expect(await ask(await serve(), '/v1?q=x')).toMatchObject({ status: 301, location: '/v1/?q=x' });
});

test.each([
  ['localhost:80', 200],
  ['127.0.0.1', 200],
  ['[::1]:4321', 200],
  ['evil.example', 403],
  ['localhost.evil.example', 403],
])('a request for the host %s is answered with %i', async (host, status) => {
  expect((await ask(await serve(), '/', { host })).status).toBe(status);
});

test.each([
  ['bytes=1-3', 206, 'svg'],
  ['bytes=-1', 206, '>'],
  ['bytes=6-', 416, ''],
  ['bytes=0-0,2-2', 200, '<svg/>'],
])('of an attachment, %s is answered with %i', async (range, status, text) => {
  const sent = { host: 'localhost', range };
  expect(await ask(await serve(), '/files/a%20b.svg', sent)).toMatchObject({ status, text });
});

/** Where a page asks whether it has changed. */
async function newsOf(dev: Dev, path: string): Promise<string> {
  const [, changes = '', state = ''] =
    /data-changes="(.*?)" data-state="(.*?)"/.exec((await ask(dev, path)).text) ?? [];
  return `${changes}?${new URLSearchParams({ page: path, state }).toString()}`;
}

test('a page is told when it is another, and only then', async () => {
  const dev = await serve();
  const [changing, staying] = [await newsOf(dev, '/v1/'), await newsOf(dev, '/gr%C3%B6%C3%9Fe/')];
  const told: string[] = [];
  const listening = [changing, staying].map(async (news) => {
    await ask(dev, news);
    told.push(news);
  });
  dev.pages.replace(contentOf({ ...FILES, 'v1.md': 'Another text.\n' }), false);
  await expect.poll(() => told, { timeout: 10_000 }).toEqual([changing]);
  dev.pages.replace(dev.pages.content, true); // an image, say
  await Promise.all(listening);
  expect(told).toEqual([changing, staying]);
});

test('a page that changed before it asked is told at once', async () => {
  const dev = await serve();
  const news = await newsOf(dev, '/none/');
  dev.pages.replace(contentOf({ ...FILES, 'None.md': 'It is there now.\n' }), false);
  expect((await ask(dev, news)).text).toContain('event: change');
});

test('a page that cannot be laid out says why, and is told when it can', async () => {
  const dev = await serve();
  dev.pages.replace(contentOf({ ...FILES, 'v1.md': 'It is broken.\n' }), false);
  const answer = await ask(dev, '/v1/');
  expect(answer).toMatchObject({ status: 500, type: 'text/html; charset=utf-8' });
  expect(answer.text).toContain('no layout for &lt;b>/v1/&lt;/b>');
  const news = await newsOf(dev, '/v1/');
  dev.pages.replace(contentOf(FILES), false);
  expect((await ask(dev, news)).text).toContain('event: change');
});
