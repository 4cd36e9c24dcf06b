import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { headerRules, headersFile } from '../../../src/site/hosting/answer-headers.ts';
import { publicAddress } from '../../../src/site/hosting/public-address.ts';
import { mediaTypeOf } from '../../../src/site/preview/media-types.ts';
import { servePreview } from '../../../src/site/preview/serve.ts';
import type { LocalServer } from '../../../src/site/listen.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Buffer;
}

const world: { folder: string; server?: LocalServer } = { folder: '' };
const site = (name: string): string => path.join(world.folder, 'site', name);

beforeAll(async () => {
  world.folder = mkdtempSync(path.join(tmpdir(), 'preview-'));
  const files = {
    'index.html': 'home',
    '404.html': 'missing',
    'rules/x/index.html': 'a rule',
    'rules/x.yml': 'title: x',
    'files/a#b %41 größe.svg': '<svg/>',
    'files/cafe\u0301.txt': 'decomposed',
    '_astro/a.css': 'a {}',
    'pagefind/x.pf_meta': 'bytes',
    'a.b/index.html': 'a folder with a full stop',
    'empty/x.txt': 'x',
    '.detectionary.json': '{"base":"/sub/path/"}',
    _headers: headersFile(
      headerRules({ address: publicAddress({ base: '/sub/path/' }), isHidden: true, searchShards: 1 }),
    ),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(site(name)), { recursive: true });
    writeFileSync(site(name), text);
  }
  mkdirSync(path.join(world.folder, 'site-secret'));
  writeFileSync(path.join(world.folder, 'site-secret', 'index.html'), 'secret');
  writeFileSync(path.join(world.folder, 'secret.txt'), 'secret');
  symlinkSync('../../secret.txt', site('files/link.txt'));
  world.server = await servePreview(path.join(world.folder, 'site'), 0);
});

afterAll(async () => {
  await world.server?.stop();
  rmSync(world.folder, { recursive: true });
});

/** Asks for a path to the letter, which fetch would tidy up. */
function ask(target: string, method = 'GET', headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { port } = new URL(world.server?.url ?? '');
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: target, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: body.toString(), body });
      });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['/sub/path/', 200, 'home', 'text/html; charset=utf-8'],
  ['/sub/path/?q=a/b', 200, 'home', 'text/html; charset=utf-8'],
  ['/sub/path/rules/x/', 200, 'a rule', 'text/html; charset=utf-8'],
  ['/sub/path/rules/x/index.html', 200, 'a rule', 'text/html; charset=utf-8'],
  ['/sub/path/rules/x.yml', 200, 'title: x', 'application/yaml'],
  ['/sub/path/files/a%23b%20%2541%20gr%C3%B6%C3%9Fe.svg', 200, '<svg/>', 'image/svg+xml'],
  ['/sub/path/files/cafe%CC%81.txt', 200, 'decomposed', 'text/plain; charset=utf-8'],
  ['/sub/path/pagefind/x.pf_meta', 200, 'bytes', 'application/octet-stream'],
  ['/sub/path/a.b/', 200, 'a folder with a full stop', 'text/html; charset=utf-8'],
  ['/', 404, 'missing', 'text/html; charset=utf-8'],
  ['/rules/x/', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/pathology/', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/rules/y/', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/rules/', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/rules/x.yml/', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path//rules/x/', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/../../secret.txt', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/%2e%2e/secret.txt', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/..%2fsite-secret/index.html', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/..%2fsite-secret', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/files/..%5c..%5csecret.txt', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/files/link.txt', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/index.html%00.txt', 404, 'missing', 'text/html; charset=utf-8'],
  ['/sub/path/.detectionary.json', 404, 'missing', 'text/html; charset=utf-8'],
  [`/sub/path/${'a'.repeat(5000)}/`, 404, 'missing', 'text/html; charset=utf-8'],
])('%s is answered with %i', async (target, status, text, type) => {
  const answer = await ask(target);
  expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([status, text, type]);
});

test.each([
  ['/sub/path', '/sub/path/'],
  ['/sub/path?q=1', '/sub/path/?q=1'],
  ['/sub/path/rules/x', '/sub/path/rules/x/'],
  ['/sub/path/a.b?x#y', '/sub/path/a.b/?x'],
])('%s is moved to %s', async (target, location) => {
  const { status, headers } = await ask(target);
  expect([status, headers.location]).toEqual([301, location]);
});

describe('a preview', () => {
  it('refuses what cannot be read, and what a static host has no answer for', async () => {
    expect((await ask('/sub/path/%E0%A4%A')).status).toBe(400);
    const posted = await ask('/sub/path/', 'POST');
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect((await ask('//evil.example/sub/path/')).status).toBe(404);
  });

  it.each(['/sub/path/rules/x/', '/sub/path/none/'])('answers HEAD for %s as GET, without the body', async (target) => {
    const [got, asked] = [await ask(target), await ask(target, 'HEAD')];
    expect(asked.text).toBe('');
    expect({ ...asked.headers, date: '' }).toEqual({ ...got.headers, date: '' });
    expect(asked.headers['content-length']).toBe(String(got.text.length));
  });

  it('sends the headers of the site, with a missing page too', async () => {
    for (const target of ['/sub/path/', '/sub/path/none/']) {
      const { headers } = await ask(target);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-robots-tag']).toBe('noindex, nofollow');
    }
    const [page, asset, attached] = [
      await ask('/sub/path/'),
      await ask('/sub/path/_astro/a.css'),
      await ask('/sub/path/files/cafe%CC%81.txt'),
    ];
    expect(page.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(attached.headers['content-security-policy']).toMatch(/^default-src 'none'; .*, default-src 'none'; /);
  });

  it.each([
    ['/sub/path/', 'gzip, deflate, br', 'gzip'],
    ['/sub/path/rules/x.yml', 'br;q=1, GZIP;q=0.5', 'gzip'],
    ['/sub/path/', 'gzip;q=0', undefined],
    ['/sub/path/', 'br', undefined],
    ['/sub/path/pagefind/x.pf_meta', 'gzip', undefined],
  ])('sends %s to who takes %s as %s', async (target, taken, expected) => {
    const [plain, answer] = [await ask(target), await ask(target, 'GET', { 'accept-encoding': taken })];
    expect(answer.headers['content-encoding']).toBe(expected);
    const text = expected === undefined ? answer.body : gunzipSync(answer.body);
    expect(text.toString()).toBe(plain.text);
    expect(answer.headers.etag === plain.headers.etag).toBe(expected === undefined);
    const again = await ask(target, 'GET', { 'accept-encoding': taken, 'if-none-match': answer.headers.etag ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    const asked = await ask(target, 'HEAD', { 'accept-encoding': taken });
    expect({ ...asked.headers, date: '', 'transfer-encoding': '' }).toEqual({
      ...answer.headers,
      date: '',
      'transfer-encoding': '',
    });
  });

  it.each([
    ['bytes=1-3', 206, 'yte', 'bytes 1-3/5'],
    ['bytes=-2', 206, 'es', 'bytes 3-4/5'],
    ['bytes=9-', 416, '', 'bytes */5'],
    ['bytes=0-0,2-2', 200, 'bytes', undefined],
  ])('answers %s with %i', async (range, status, text, part) => {
    const answer = await ask('/sub/path/pagefind/x.pf_meta', 'GET', { range, 'accept-encoding': 'gzip' });
    expect([answer.status, answer.text, answer.headers['content-range']]).toEqual([status, text, part]);
    expect(answer.headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-length': String(text.length) });
    const same = { range, 'if-range': answer.headers.etag ?? '' };
    expect((await ask('/sub/path/pagefind/x.pf_meta', 'GET', same)).status).toBe(status);
    const other = await ask('/sub/path/pagefind/x.pf_meta', 'GET', { range, 'if-range': '"other"' });
    expect([other.status, other.text]).toEqual([200, 'bytes']);
  });

  it('sends no part of what it packs', async () => {
    const packed = await ask('/sub/path/', 'GET', { range: 'bytes=0-1', 'accept-encoding': 'gzip' });
    expect([packed.status, gunzipSync(packed.body).toString()]).toEqual([200, 'home']);
    expect(packed.headers['accept-ranges']).toBeUndefined();
    expect((await ask('/sub/path/', 'GET', { range: 'bytes=0-1' })).text).toBe('ho');
  });

  it('sends a file once, until it changes', async () => {
    const { headers } = await ask('/sub/path/rules/x.yml');
    const again = await ask('/sub/path/rules/x.yml', 'GET', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    writeFileSync(site('rules/x.yml'), 'title: changed');
    const changed = await ask('/sub/path/rules/x.yml', 'GET', { 'if-none-match': headers.etag ?? '' });
    expect([changed.status, changed.text]).toEqual([200, 'title: changed']);
  });
});

test('a type is told by an ending, however it is written', () => {
  expect(mediaTypeOf('x/A.PNG')).toBe('image/png');
  expect(mediaTypeOf('html')).toBe('application/octet-stream');
});

test.each([
  ['localhost', 200],
  ['127.0.0.1:4321', 200],
  ['LOCALHOST:1', 200],
  ['evil.example', 403],
  ['localhost.evil.example', 403],
])('a request to the host %j is answered with %i', async (host, status) => {
  const answer = await ask('/sub/path/', 'GET', { host });
  expect(answer.status).toBe(status);
  expect(answer.text.includes('home')).toBe(status === 200);
});
