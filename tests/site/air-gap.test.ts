import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { filesOf } from './crawl.ts';
import { fileReferences } from './references.ts';

const out = inject('out');
const files = filesOf(out);
const site = 'http://site.invalid/';

/** What looks like an address and is never asked for: names of XML vocabularies, and what Pagefind reads relative addresses against. */
const NAMES = new Set([
  'https://example.com',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1999/xlink',
  'http://www.w3.org/1999/xhtml',
]);

function isForeign(address: string): boolean {
  const url = new URL(address, site);
  return url.origin !== new URL(site).origin && url.protocol !== 'data:';
}

/** What stands in the strings and templates of a script. */
function stringsOf(script: string): readonly string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest));
  return texts;
}

describe('the output', () => {
  it('loads nothing from another origin: pages, styles, images, the manifest', () => {
    const loaded = files.flatMap((name) =>
      fileReferences(out, name)
        .filter(({ use, address }) => use !== 'followed' && isForeign(address))
        .map(({ address, place }) => `${name}: ${place} ${address}`),
    );
    expect(loaded).toEqual([]);
  });

  it('links elsewhere only for a reader to follow, without telling where from', () => {
    const links = files.flatMap((name) => fileReferences(out, name)).filter(({ address }) => isForeign(address));
    expect(links.length).toBeGreaterThan(0);
    expect(new Set(links.map(({ use, place }) => `${use} ${place}`))).toEqual(new Set(['followed a']));
  });

  it('names no other origin in a script', () => {
    const scripts = files.filter((name) => name.endsWith('.js'));
    expect(scripts).toContain('pagefind/pagefind-worker.js');
    const foreign = scripts.flatMap((name) =>
      stringsOf(readFileSync(path.join(out, name), 'utf8'))
        .filter((text) => /^\s*(?:(?:https?|wss?|ftp):)?\/\/[^/\s]/i.test(text) && !NAMES.has(text))
        .map((text) => `${name}: ${text}`),
    );
    expect(foreign).toEqual([]);
  });

  it('holds files of known kinds alone, so that none is left unread here', () => {
    const kinds = new Set(files.filter((name) => !name.startsWith('files/')).map((name) => path.extname(name)));
    const read = ['.html', '.css', '.js', '.svg', '.webmanifest', '.xml'];
    // Data for programs, pictures, words for hosts and crawlers, and what Pagefind reads: nothing follows an address in them.
    const inert = ['.json', '.csv', '.yml', '.png', '.txt', '', '.pf_meta', '.pf_index', '.pf_filter', '.pf_fragment'];
    expect([...kinds].filter((kind) => ![...read, ...inert, '.pagefind'].includes(kind))).toEqual([]);
  });
});

describe('the browser of these tests', () => {
  const { visit } = useBrowser();

  it('reaches no other host, not even by its number', async () => {
    const { page } = await visit('404.html');
    const blank = await page.context().browser()?.newPage();
    await expect(blank?.goto('http://192.0.2.1/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await blank?.close();
  });
});
