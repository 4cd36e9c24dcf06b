import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileReferences, pageReferences } from './references.ts';
import type { Reference } from './references.ts';

/** A built site and where it stands. */
export interface PlacedSite {
  /** Its folder. */
  readonly out: string;
  /** Its home page's address; of a relative site any. */
  readonly home: string;
  /** Whether a folder's page must be named, since no host looks for it. */
  readonly isOnDisk?: boolean;
}

/** All files of a built site by their paths, `/` between folders. */
export function filesOf(out: string): readonly string[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(out, path.join(parentPath, name)).replaceAll(path.sep, '/'));
}

/** What is wrong with the addresses of a site: those that lead to no file of it, leave its base or name a missing anchor. */
export function crawl(site: PlacedSite): readonly string[] {
  const anchors = anchorsOf(site.out);
  return filesOf(site.out).flatMap((name) => {
    const page = new URL(encodeURI(name), site.home);
    return fileReferences(site.out, name).flatMap((reference) => {
      const problem = problemOf(site, { page, reference, anchors });
      return problem === undefined ? [] : [`${name}: ${reference.place} ${reference.address} ${problem}`];
    });
  });
}

/** What is wrong with addresses of the site without base, as JSON files hold them. */
export function crawlUrls(out: string, urls: readonly string[]): readonly string[] {
  const anchors = anchorsOf(out);
  const site = { out, home: 'http://site.invalid/' };
  return urls.filter((url) => {
    const reference: Reference = { address: encodeURI(url), use: 'followed', place: 'json' };
    return problemOf(site, { page: new URL(site.home), reference, anchors }) !== undefined;
  });
}

type Anchors = (file: string) => ReadonlySet<string>;

function anchorsOf(out: string): Anchors {
  const known = new Map<string, ReadonlySet<string>>();
  return (file) => {
    const ids = known.get(file) ?? new Set(pageReferences(readFileSync(path.join(out, file), 'utf8')).ids);
    known.set(file, ids);
    return ids;
  };
}

interface Step {
  readonly page: URL;
  readonly reference: Reference;
  readonly anchors: Anchors;
}

function problemOf(site: PlacedSite, { page, reference, anchors }: Step): string | undefined {
  const home = new URL(site.home);
  if (!URL.canParse(reference.address, page.href)) return 'is no address';
  const target = new URL(reference.address, page);
  if (target.protocol === 'data:' && reference.use === 'loaded') return undefined;
  const isForeign = target.protocol !== home.protocol || target.host !== home.host;
  if (isForeign) return reference.use === 'followed' ? undefined : 'is of another origin';
  if (!target.pathname.startsWith(home.pathname)) return 'leaves the base';
  const name = decodeURIComponent(target.pathname.slice(home.pathname.length));
  if (reference.place === 'html') return name === '' ? undefined : 'is not the top of the site';
  const file = fileAt(site, name);
  if (file === undefined) return 'leads to no file';
  const anchor = decodeURIComponent(target.hash.slice(1));
  return anchor === '' || !file.endsWith('.html') || anchors(file).has(anchor) ? undefined : 'names no id';
}

function fileAt({ out, isOnDisk = false }: PlacedSite, name: string): string | undefined {
  const isFolder = name === '' || name.endsWith('/');
  if (isFolder && isOnDisk) return undefined;
  const file = isFolder ? `${name}index.html` : name;
  return statSync(path.join(out, file), { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}
