import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { answerHeaders, readHeadersFile } from '../../src/site/hosting/answer-headers.ts';
import { useBrowser } from './browser.ts';
import { temporaryFolder } from './build-site.ts';
import { filesOf } from './crawl.ts';

const unpacked = path.resolve('node_modules/.nginx'); // by scripts/setup
const program = ['/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin', path.join(unpacked, 'usr/sbin')]
  .map((place) => path.join(place, 'nginx'))
  .find((file) => existsSync(file));
const mediaTypes = ['/etc/nginx', '/usr/local/etc/nginx', '/opt/homebrew/etc/nginx', path.join(unpacked, 'etc/nginx')]
  .map((place) => path.join(place, 'mime.types'))
  .find((file) => existsSync(file));
if (program === undefined || mediaTypes === undefined)
  console.warn('tests/site/nginx.test.ts is SKIPPED: nginx is not installed (Debian: apt-get install nginx-light)');

const out = inject('out');
const folder = temporaryFolder();
const recipe = 'docs/recipes/nginx/detectionary.conf';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The body of an answer as it was sent, which fetch would unpack. */
function rawBody(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}

/** Writes a whole configuration around the recipe, of which only the place of the site and of the server are changed. */
function configure(port: number, login = false): string {
  const site = readFileSync(recipe, 'utf8')
    .replace('root /usr/share/nginx/html;', `root ${out};`)
    .replace('listen 8080;', `listen 127.0.0.1:${String(port)};`)
    .replace('# include /etc/nginx/login.conf;', login ? `include ${path.join(folder, 'login.conf')};` : '');
  writeFileSync(path.join(folder, 'detectionary.conf'), site);
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const file = path.join(folder, login ? 'private.conf' : 'nginx.conf');
  writeFileSync(
    file,
    `pid ${folder}/${String(port)}.pid;
error_log stderr;
daemon off;
master_process off;
events {}
http {
  access_log off;
  ${own.join('\n  ')}
  include ${mediaTypes ?? ''};
  default_type application/octet-stream;
  include ${folder}/detectionary.conf;
}
`,
  );
  return file;
}

async function start(file: string, url: string): Promise<ChildProcess> {
  execFileSync(program ?? '', ['-t', '-q', '-c', file], { stdio: 'pipe' });
  const server = spawn(program ?? '', ['-c', file], { stdio: 'ignore' });
  try {
    await vi.waitFor(() => fetch(url), { timeout: 10_000, interval: 50 });
  } catch (error) {
    server.kill();
    throw error;
  }
  return server;
}

describe.skipIf(program === undefined || mediaTypes === undefined)(
  'nginx with the configuration of docs/recipes',
  () => {
    const { visit } = useBrowser();
    const world: { url: string; server?: ChildProcess } = { url: '' };
    beforeAll(async () => {
      mkdirSync(folder, { recursive: true });
      const port = await freePort();
      world.url = `http://127.0.0.1:${String(port)}`;
      world.server = await start(configure(port), world.url);
    });
    afterAll(() => {
      world.server?.kill();
    });
    const ask = (target: string, init: RequestInit = {}): Promise<Response> =>
      fetch(world.url + target, { redirect: 'manual', ...init });
    const hashed = (pattern: RegExp): string => `/${filesOf(out).find((name) => pattern.test(name)) ?? ''}`;

    it.each([
      ['/', 'text/html; charset=utf-8'],
      ['/techniques/T1003.001/', 'text/html; charset=utf-8'],
      ['/api/graph.json', 'application/json'],
      ['/api/coverage.csv', 'text/csv; charset=utf-8'],
      ['/site.webmanifest', 'application/manifest+json'],
      ['/favicon.svg', 'image/svg+xml'],
      [hashed(/^rules\/.*\.yml$/), 'application/yaml'],
      [hashed(/^_astro\/.*\.css$/), 'text/css; charset=utf-8'],
      [hashed(/^_astro\/.*\.js$/), 'application/javascript; charset=utf-8'],
      [hashed(/^pagefind\/.*\.pf_meta$/), 'application/octet-stream'],
      ['/no/such/page/', 'text/html; charset=utf-8'],
    ])('sends %s as %s with the headers of the site', async (target, type) => {
      const response = await ask(target);
      const wanted = answerHeaders(readHeadersFile(readFileSync(path.join(out, '_headers'), 'utf8')), target);
      expect(response.headers.get('content-type')?.replace('text/javascript', 'application/javascript')).toContain(
        type.split(';')[0] ?? '',
      );
      if (type.includes('charset')) expect(response.headers.get('content-type')).toContain('charset=utf-8');
      for (const [name, value] of wanted) expect([name, response.headers.get(name)]).toEqual([name, value]);
    });

    it('sends attachments under a policy of their own', async () => {
      const target = encodeURI(hashed(/^files\//));
      const wanted = answerHeaders(readHeadersFile(readFileSync(path.join(out, '_headers'), 'utf8')), target);
      const response = await ask(target);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toBe(wanted.get('Content-Security-Policy'));
    });

    it('has pages asked for again, and keeps what never changes', async () => {
      const page = await ask('/');
      expect(page.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      const again = await ask('/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
      const style = await ask(hashed(/^_astro\/.*\.css$/));
      expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    });

    it('adds the slash that a folder lacks, whatever host it is asked by', async () => {
      const response = await ask('/techniques/T1003.001?q=1');
      expect([response.status, response.headers.get('location')]).toEqual([301, '/techniques/T1003.001/?q=1']);
    });

    it.each(['/no/such/page/', '/_astro/', '/.detectionary.json', '/.nojekyll', '/_headers', '/..%2f..%2fetc/passwd'])(
      'answers %s with the page for what is missing, or not at all',
      async (target) => {
        const response = await ask(target);
        if (target.includes('%2f')) expect(response.status).toBe(400);
        else {
          expect(response.status).toBe(404);
          expect(await response.text()).toBe(readFileSync(path.join(out, '404.html'), 'utf8'));
        }
      },
    );

    it('compresses text, and says that it depends', async () => {
      const raw = await rawBody(`${world.url}/`);
      expect(gunzipSync(raw).equals(readFileSync(path.join(out, 'index.html')))).toBe(true);
      const response = await ask('/', { headers: { 'accept-encoding': 'gzip' } });
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
    });

    it('serves a site that can be read and searched', async () => {
      const { page, troubles } = await visit(`${world.url}/search/?q=rundll32`);
      await page.locator('[data-hit] a[href]').first().waitFor();
      await page.locator('header a.name').click();
      await page.locator('[data-matrix]').waitFor();
      expect(troubles).toEqual([]);
    });

    it('asks for a name and a password where it is told to', async () => {
      const login = readFileSync('docs/recipes/nginx/login.conf', 'utf8').replaceAll(
        '/etc/nginx/readers',
        `${folder}/readers`,
      );
      writeFileSync(path.join(folder, 'login.conf'), login);
      writeFileSync(path.join(folder, 'readers'), 'reader:{PLAIN}secret\n');
      const port = await freePort();
      const url = `http://127.0.0.1:${String(port)}`;
      const server = await start(configure(port, true), url);
      try {
        const authorization = `Basic ${Buffer.from('reader:secret').toString('base64')}`;
        for (const target of ['/', '/api/graph.json', hashed(/^_astro\/.*\.css$/), '/no/such/page/']) {
          expect((await fetch(url + target)).status).toBe(401);
          const known = await fetch(url + target, { headers: { authorization } });
          expect(known.status).toBe(target === '/no/such/page/' ? 404 : 200);
        }
      } finally {
        server.kill();
      }
    });
  },
);
