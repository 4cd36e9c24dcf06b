import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { crawl } from './crawl.ts';
import { readGraph } from './kinds.ts';
import { pageReferences } from './references.ts';

const out = inject('out');
const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
const documents = new Map(pages.map((name) => [name, pageReferences(readFileSync(path.join(out, name), 'utf8'))]));

describe('the built bundled vault', () => {
  it('has a page for every note and named thing', () => {
    const missing = readGraph(out).nodes.filter(
      ({ url }) => !existsSync(path.join(out, url.replace(/#.*/, ''), 'index.html')),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('has a section for every atomic test', () => {
    const tests = readGraph(out).nodes.filter(({ kind }) => kind === 'test');
    const missing = tests.filter(({ url }) => {
      const [page = '', id = ''] = url.slice(1).split('#');
      return documents.get(`${page}index.html`)?.ids.includes(id) !== true;
    });
    expect(tests.length).toBeGreaterThanOrEqual(25);
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('has no address, in any file, that leads nowhere', () => {
    expect(crawl({ out, home: 'http://site.invalid/' })).toEqual([]);
  });

  it('calls techniques in the matrix by their names', () => {
    const text = readFileSync(path.join(out, 'index.html'), 'utf8').replaceAll('<wbr>', '').replaceAll(/\s+/g, ' ');
    const techniques = readGraph(out).nodes.filter(({ id }) => /^technique:T\d+$/.test(id));
    const missing = techniques.filter(({ title }) => !text.includes(`<span>${title}</span>`));
    expect(techniques.length).toBeGreaterThan(10);
    expect(missing.map(({ title }) => title)).toEqual([]);
  });

  it('uses every id once on a page', () => {
    const doubled = [...documents].flatMap(([name, { ids }]) =>
      new Set(ids).size === ids.length ? [] : [`${name}: ${ids.filter((id, at) => ids.indexOf(id) !== at).join(' ')}`],
    );
    expect(doubled).toEqual([]);
  });

  it('gives every page a title of its own', () => {
    const named = new Map<string, string>();
    const doubled = pages.flatMap((name) => {
      const title = /<title>([^<]+)<\/title>/.exec(readFileSync(path.join(out, name), 'utf8'))?.[1];
      if (title === undefined) return [`${name} has no title`];
      const other = named.get(title);
      named.set(title, name);
      return other === undefined ? [] : [`${name} and ${other}: ${title}`];
    });
    expect(doubled).toEqual([]);
  });

  it('holds no inline script, style or handler', () => {
    const inline = pages.filter((name) =>
      / style="|<style|<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+="/.test(readFileSync(path.join(out, name), 'utf8')),
    );
    expect(inline).toEqual([]);
  });

  it('holds a Content Security Policy before anything that it governs, and lets WebAssembly run on the search page alone', () => {
    for (const name of pages) {
      const [, head = ''] = readFileSync(path.join(out, name), 'utf8').split('<head>');
      const [, policy = ''] =
        /^\s*<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(head) ?? [];
      expect(policy, name).toContain("default-src 'none'; ");
      expect(policy.includes('wasm-unsafe-eval'), name).toBe(name === 'search/index.html');
    }
  });

  it("offers each rule's YAML as the author wrote it", () => {
    const rules = readGraph(out).nodes.filter(({ kind }) => kind === 'rule');
    for (const { url, path: note = '' } of rules) {
      const yaml = readFileSync(path.join(out, `${url.slice(1, -1)}.yml`), 'utf8');
      expect(readFileSync(path.join('content', note), 'utf8')).toContain(yaml.trimEnd());
    }
    expect(rules.length).toBeGreaterThanOrEqual(30);
  });
});
