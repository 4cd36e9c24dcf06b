import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltVault } from '../built-vault.ts';
import { techniqueIdOf, techniqueOfAddress, techniquesLinked } from '../note-facts.ts';
import type { Report } from '../report.ts';
import type { Page } from '../html-page.ts';

const site = 'http://site.invalid';

/** Asserts that all that the pages and style sheets link or load within the site is there. */
export function checkLinks(report: Report, { out, pages }: BuiltVault): void {
  const resolve = createResolver(out, pages);
  report.none('links: every internal link, image, script and anchor resolves', [...brokenReferences(pages, resolve)]);
  report.none('links: every file that a style sheet loads is there', brokenStyles(out, resolve));
}

/** Asserts that a technique linked in prose is linked on the site where it has a note, and on ATT&CK where not. */
export function checkAttackLinks(report: Report, { notes, pageOf }: BuiltVault): void {
  const ids = new Set(notes.filter(({ kind }) => kind === 'technique').map(techniqueIdOf));
  const problems = notes.flatMap((note) => {
    const page = pageOf(note);
    if (page === undefined) return [];
    const own = note.kind === 'technique' ? techniqueIdOf(note) : undefined;
    const attack = new Set([...page.anchors].map(techniqueOfAddress));
    return [...techniquesLinked(note)]
      .filter((id) => id !== own)
      .flatMap((id) => {
        const here = page.anchors.has(`/techniques/${id}/`);
        if (here === ids.has(id) && attack.has(id) !== here) return [];
        return [`${page.address}: ${id} is ${here ? '' : 'not '}linked here`];
      });
  });
  report.none('links: techniques in prose lead to their notes', problems);
}

type Resolver = (from: string, reference: string) => string | undefined;

/** What is wrong with a reference, if anything; references to other origins are not looked at. */
function createResolver(out: string, pages: ReadonlyMap<string, Page>): Resolver {
  const files = new Set(listFiles(out).map((path) => `/${path}`));
  const problems = new Map<string, string | undefined>();
  const check = (address: URL): string | undefined => {
    const path = decode(address.pathname);
    const page = pages.get(path);
    if (page === undefined && !files.has(path)) return 'no such file';
    const anchor = decode(address.hash.slice(1)).replace(/:~:.*$/, '');
    if (anchor === '' || anchor === 'top') return undefined;
    const ids = page?.ids ?? readIds(out, path);
    return ids.has(anchor) ? undefined : 'no such anchor';
  };
  return (from, reference) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(reference)) return undefined;
    const key = reference.startsWith('/') ? reference : `${from} ${reference}`;
    if (!problems.has(key)) {
      const address = URL.parse(reference, site + encodeURI(from));
      problems.set(key, address === null ? 'not an address' : check(address));
    }
    return problems.get(key);
  };
}

/** What does not resolve, each once with the pages that name it. */
function brokenReferences(pages: ReadonlyMap<string, Page>, resolve: Resolver): readonly string[] {
  const broken = new Map<string, string[]>();
  for (const { address, references } of pages.values()) {
    for (const reference of references) {
      const problem = resolve(address, reference);
      if (problem === undefined) continue;
      const key = `${reference} (${problem})`;
      const from = broken.get(key) ?? [];
      from.push(address);
      broken.set(key, from);
    }
  }
  return [...broken].map(([key, from]) => `${key} on ${from.length} pages, first ${from[0] ?? ''}`);
}

function brokenStyles(out: string, resolve: Resolver): readonly string[] {
  return listFiles(out)
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) => {
      const references = readFileSync(join(out, path), 'utf8').matchAll(/url\(\s*["']?([^"')]+)/g);
      return [...references].flatMap(([, reference]) => {
        const problem = resolve(`/${path}`, reference ?? '');
        return problem === undefined ? [] : [`/${path} to ${String(reference)}: ${problem}`];
      });
    });
}

function readIds(out: string, path: string): ReadonlySet<string> {
  if (!path.endsWith('.svg')) return new Set();
  const ids = readFileSync(join(out, path), 'utf8').matchAll(/\sid=["']([^"']+)["']/g);
  return new Set([...ids].map(([, id]) => id ?? ''));
}

function listFiles(out: string): readonly string[] {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
