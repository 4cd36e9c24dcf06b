import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, it, test } from 'vitest';
import { parseDocument } from 'yaml';
import { loadCommand } from '../../../src/cli/commands/index.ts';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';
import { headerRules } from '../../../src/site/hosting/answer-headers.ts';
import { localAddress, publicAddress } from '../../../src/site/hosting/public-address.ts';

const folder = 'docs/recipes';
const recipes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(path.join(folder, name)).isFile())
  .map((name) => name.replaceAll(path.sep, '/'));
const page = readFileSync('docs/publishing.md', 'utf8');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const rules = headerRules({ address: localAddress, isHidden: false, searchShards: 1 });
const headersAt = (prefix: string): Readonly<Record<string, string>> =>
  rules.find((rule) => rule.prefix === prefix)?.headers ?? {};

test('docs/publishing.md links every recipe, and nothing that is not there', () => {
  const linked = [...page.matchAll(/\]\(recipes\/([^)]+)\)/g)].map(([, name]) => name);
  expect(linked.toSorted()).toEqual(recipes.toSorted());
});

describe('the commands in recipes and in docs/publishing.md', () => {
  const texts = [...recipes.filter((name) => !name.endsWith('.conf')).map(read), page].join('\n');
  // Up to what ends it in a shell, in TOML, in YAML or in Markdown. A variable stands for an address or a folder.
  const lines = [...new Set([...texts.matchAll(/\bdetectionary (build|check|preview)\b([^`'\n]*)/g)].map(String))].map(
    (line) => (line.split(',')[0] ?? '').trim(),
  );
  const calls = lines.filter((line) => line.includes(' --'));

  it.each(calls)('%s', async (line) => {
    const words = line
      .replaceAll('"', '')
      .replaceAll(/\$(?:SITE|URL|CI_PAGES_URL)\b/g, 'https://example.org/sub/')
      .split(/\s+/);
    const [, name = '', ...args] = words;
    const command = await loadCommand(name);
    if (command === undefined) throw new Error(`there is no command ${name}`);
    const { options } = parseArguments(command, args);
    const { site, base } = options;
    const isRelative = options['relative'] === true || typeof options['archive'] === 'string';
    const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    expect(() => publicAddress({ site: text(site), base: text(base), isRelative })).not.toThrow();
  });

  it('are all looked at', () => {
    expect(calls.length).toBeGreaterThanOrEqual(9);
  });
});

describe('the files of this repository that recipes name', () => {
  it('are there', () => {
    const copied = [...read('container/Containerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, names = '']) => names.split(' '),
    );
    const run = recipes.flatMap((name) =>
      [...read(name).matchAll(/\b(scripts\/\w+)/g)].map(([, script = '']) => script),
    );
    expect(copied.length).toBeGreaterThan(5);
    expect(run.length).toBeGreaterThanOrEqual(4);
    expect([...copied, ...run].filter((name) => !existsSync(name))).toEqual([]);
  });
});

describe.each(['github-pages/publish.yml', 'gitlab-pages/.gitlab-ci.yml'])('%s', (name) => {
  it('is YAML', () => {
    const { errors, warnings } = parseDocument(read(name), { strict: true, uniqueKeys: true });
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('has its commands in a shell that understands them', () => {
    const scripts = commandsOf(parseDocument(read(name)).toJS());
    expect(scripts.length).toBeGreaterThan(1);
    for (const script of scripts) execFileSync('sh', ['-n', '-c', script]);
  });
});

/** Every text under `run`, `script` and `before_script`. */
function commandsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (['run', 'script', 'before_script'].includes(key)) return [inner].flat().map(String);
    return commandsOf(inner);
  });
}

describe('the workflow for GitHub Pages', () => {
  it('pins every action to a commit and names its version', () => {
    const uses = read('github-pages/publish.yml').match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThanOrEqual(5);
    for (const line of uses) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('lets no step do more than it must', () => {
    const workflow = parseDocument(read('github-pages/publish.yml')).toJS() as {
      permissions: object;
      jobs: Record<string, { permissions: Record<string, string> }>;
    };
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs['build']?.permissions).toEqual({ contents: 'read', pages: 'read' });
    expect(workflow.jobs['deploy']?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
  });
});

test('the files for Netlify and Cloudflare Pages are TOML and publish what is built', () => {
  const { build } = parseToml(read('netlify/netlify.toml')) as { build: { command: string; publish: string } };
  expect(build.command).toContain(`--out ${build.publish} `);
  expect(parseToml(read('cloudflare-pages/wrangler.toml'))).toMatchObject({ pages_build_output_dir: 'dist' });
});

describe('the headers that CloudFront sends', () => {
  interface Policy {
    readonly SecurityHeadersConfig: {
      readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
      readonly ContentTypeOptions: object;
      readonly ReferrerPolicy: { readonly ReferrerPolicy: string };
    };
    readonly CustomHeadersConfig: {
      readonly Quantity: number;
      readonly Items: readonly { readonly Header: string; readonly Value: string }[];
    };
  }

  it.each([
    ['site-headers.json', headersAt('/')],
    ['attachment-headers.json', { ...headersAt('/'), ...headersAt('/files/') }],
  ])('%s says what _headers does', (name, wanted) => {
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = JSON.parse(
      read(`cloudfront/${name}`),
    ) as Policy;
    expect(custom.Quantity).toBe(custom.Items.length);
    expect({
      'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff', // all that ContentTypeOptions can say
      'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
    }).toEqual(wanted);
  });
});

describe('the function for CloudFront', () => {
  type Values = Record<string, { value: string; multiValue?: { value: string }[] }>;
  const handle = (uri: string, querystring: Values = {}): { uri?: string; headers?: { location: { value: string } } } =>
    runInNewContext(`${read('cloudfront/viewer-request.js')}; handler(event)`, {
      event: { request: { uri, querystring } },
    }) as ReturnType<typeof handle>;

  it.each([
    ['/', '/index.html'],
    ['/techniques/T1059.001/', '/techniques/T1059.001/index.html'],
    ['/404.html', '/404.html'],
    ['/rules/x.yml', '/rules/x.yml'],
    ['/pagefind/pagefind.en_0123.pf_meta', '/pagefind/pagefind.en_0123.pf_meta'],
    ['/files/attachments/NO-ENDING', '/files/attachments/NO-ENDING'],
    ['/sub/_astro/a.B2.css', '/sub/_astro/a.B2.css'],
  ])('%s is the file %s', (uri, file) => {
    expect(handle(uri).uri).toBe(file);
  });

  it.each<readonly [string, Values, string]>([
    ['/rules', {}, '/rules/'],
    ['/techniques/T1059.001', {}, '/techniques/T1059.001/'],
    ['/search', { q: { value: 'a%20b' } }, '/search/?q=a%20b'],
    [
      '/search',
      { q: { value: '' }, tag: { value: 'a', multiValue: [{ value: 'a' }, { value: 'b' }] } },
      '/search/?q&tag=a&tag=b',
    ],
    ['//evil', {}, '/evil/'],
  ])('%s is moved to its folder', (uri, querystring, location) => {
    const answer = handle(uri, querystring);
    expect([answer.uri, answer.headers?.location.value]).toEqual([undefined, location]);
  });
});

test('the upload to S3 keeps for long what _headers does, of every part of the search index', () => {
  const world = mkdtempSync(path.join(tmpdir(), 'upload-'));
  try {
    const whole = headerRules({ address: localAddress, isHidden: false, searchShards: 8 });
    const kept = whole.filter(({ headers }) => headers['Cache-Control']?.includes('immutable') === true);
    const folders = kept.map(({ prefix }) => prefix.slice(1, -1));
    for (const name of folders) mkdirSync(path.join(world, 'site', name), { recursive: true });
    writeFileSync(path.join(world, 'aws'), '#!/bin/sh\nprintf "%s\\n" "$*"\n', { mode: 0o755 });
    const calls = execFileSync('sh', [path.resolve(folder, 'cloudfront/upload.sh'), 'site', 's3://bucket', 'ID'], {
      cwd: world,
      env: { PATH: `${world}:/usr/bin:/bin` },
      encoding: 'utf8',
    });
    const immutable = [...calls.matchAll(/^s3 sync site\/(\S+) s3:\/\/bucket\/(\S+) .*immutable$/gm)];
    expect(immutable.map(([, from]) => from)).toEqual(folders);
    expect(immutable.map(([, , to]) => to)).toEqual(folders);
    expect(calls).toContain('s3 sync site s3://bucket --cache-control public, max-age=0, must-revalidate --exclude');
    expect(calls.trimEnd().split('\n').at(-1)).toBe('cloudfront create-invalidation --distribution-id ID --paths /*');
  } finally {
    rmSync(world, { recursive: true });
  }
});
