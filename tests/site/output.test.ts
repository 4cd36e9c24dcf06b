import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, inject, it } from 'vitest';
import { readGraph } from './kinds.ts';

const out = inject('out');
const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
const documents = new Map(pages.map((name) => [name, readPage(name)]));

interface PageLinks {
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

function readPage(name: string): PageLinks {
  const ids: string[] = [];
  const links: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('attrs' in node) {
      for (const { name: attribute, value } of node.attrs) {
        if (attribute === 'id') ids.push(value);
        if (attribute === 'href' || attribute === 'src') links.push(value);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  parse(readFileSync(path.join(out, name), 'utf8')).childNodes.forEach(visit);
  return { ids, links };
}

function fileOf(address: URL): string {
  const name = decodeURIComponent(address.pathname).slice(1);
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

function isBroken(from: string, link: string): boolean {
  const site = 'http://site.invalid';
  const address = new URL(link, `${site}/${encodeURI(from.replace(/index\.html$/, ''))}`);
  if (address.origin !== site) return false;
  const file = fileOf(address);
  if (!existsSync(path.join(out, file)) || statSync(path.join(out, file)).isDirectory()) return true;
  const anchor = decodeURIComponent(address.hash.slice(1));
  return anchor !== '' && documents.get(file)?.ids.includes(anchor) !== true;
}

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

  it('has no broken link or anchor', () => {
    const broken = [...documents].flatMap(([name, { links }]) =>
      links.filter((link) => isBroken(name, link)).map((link) => `${name}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('uses every id once on a page', () => {
    const doubled = [...documents].flatMap(([name, { ids }]) =>
      new Set(ids).size === ids.length ? [] : [`${name}: ${ids.filter((id, at) => ids.indexOf(id) !== at).join(' ')}`],
    );
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
