import { createHash } from 'node:crypto';
import { slugify } from '../domain/index.ts';
import type { ComponentRef, LogSource, SigmaId, TechniqueId } from '../domain/index.ts';
import type { VaultPath } from '../source/index.ts';

/** Addresses that the site itself uses; no note may claim them. */
const RESERVED = [
  '/',
  '/404/',
  '/api/',
  '/coverage/',
  '/data-sources/',
  '/files/',
  '/layers/',
  '/log-sources/',
  '/notes/',
  '/pagefind/',
  '/platforms/',
  '/rules/',
  '/search/',
  '/search-ids/',
  '/tactics/',
  '/tags/',
  '/techniques/',
  '/tests/',
  '/_astro/',
  // A file that hosts read, which no folder of the name may be in the way of.
  '/_headers/',
] as const;

/** A claim on an address: who got it, and whether it had to be changed. */
export interface Claim {
  readonly url: string;
  /** Who holds the address that was asked for; undefined when the claimant got it. */
  readonly keeper: string | undefined;
}

/** Hands out addresses, each once, told apart without regard to letter case as some hosts do. */
export interface AddressBook {
  /** Gives `wanted` to `owner`, or the first free `wanted` with a suffix `-2`, `-3` … */
  claim(wanted: string, owner: string): Claim;
}

/** An address book in which only the site's own addresses are taken. */
export function createAddressBook(): AddressBook {
  const owners = new Map<string, string>(RESERVED.map((url) => [url, 'the site itself']));
  // Where thousands ask for one address, each begins where the last of them has found a free one.
  const suffixes = new Map<string, number>();
  const claim = (wanted: string, owner: string): Claim => {
    const key = wanted.toLowerCase();
    const keeper = owners.get(key);
    let url = wanted;
    for (let suffix = suffixes.get(key) ?? 2; owners.has(url.toLowerCase()); suffix += 1) {
      url = wanted.replace(/\/$/, `-${suffix}/`);
      suffixes.set(key, suffix + 1);
    }
    owners.set(url.toLowerCase(), owner);
    return { url, keeper };
  };
  return { claim };
}

/** `/techniques/T1003.001/`, or the slug of the note's name when it has no id. */
export function techniqueAddress(id: TechniqueId | undefined, name: string): string {
  return `/techniques/${id ?? segment(name)}/`;
}

/** `/rules/<Sigma id>/`; pass no id where it is missing or used twice, then it is the slug of the note's name. */
export function ruleAddress(id: SigmaId | undefined, name: string): string {
  return `/rules/${id ?? segment(name)}/`;
}

/** `/tests/T1572/`; pass no id unless the runbook names that one technique and is alone in it. */
export function runbookAddress(id: TechniqueId | undefined, name: string): string {
  return `/tests/${id ?? segment(name)}/`;
}

/** `/<folders>/<name>/`, every part slugged; without the folders where that is longer than a path on disk may be. */
export function pageAddress(path: VaultPath): string {
  const [first = '', ...others] = path.replace(/\.md$/i, '').split('/').map(segment);
  // Attachments stand below /files/ by their own names, where no page may be in their way nor they in its.
  const parts = [first === 'files' && others.length > 0 ? 'files-notes' : first, ...others];
  const address = parts.join('/');
  if (bytesOf(address) <= LONGEST_ADDRESS) return `/${address}/`;
  return `/${shorten(parts.at(-1) ?? '', LONGEST_SEGMENT / 2, path)}/`;
}

/** `/tags/<tag>/`, nested tags nesting; the tag is folded so that its spelling does not move the page. */
export function tagAddress(key: string): string {
  return `/tags/${key
    .split('/')
    .filter((part) => part !== '')
    .map(tagSegment)
    .join('/')}/`;
}

/** `/data-sources/<source>/<component>/` */
export function componentAddress({ source, component }: ComponentRef): string {
  return `/data-sources/${segment(source)}/${segment(component)}/`;
}

/** `/log-sources/<product>/<category or service>/`; `any` stands for what the rule leaves open. */
export function logSourceAddress({ product, category, service }: LogSource): string {
  const detail = [category, service].filter((part) => part !== undefined && part !== '').join('-');
  return `/log-sources/${segment(product || 'any')}/${segment(detail || 'any')}/`;
}

/** `/tactics/<slug>/` and its like. */
export function namedAddress(room: 'tactics' | 'platforms' | 'data-sources', name: string): string {
  return `/${room}/${segment(name)}/`;
}

/** Where an attachment is published: its path below /files/. Not yet percent-encoded. */
export function attachmentAddress(path: VaultPath): string {
  return `/files/${path}`;
}

/** Gives the whole address of each page (`/techniques/T1003/`) of a site that stands at `site`, an address with its base. */
export function addressUnder(site: string): (url: string) => string {
  const root = site.endsWith('/') ? site : `${site}/`;
  return (url) => new URL(url.slice(1), root).href;
}

/** In bytes: file systems take 255 for a name, and 4,096 for a path with the folder that the site is in. */
const LONGEST_SEGMENT = 180;
const LONGEST_ADDRESS = 1_500;

function segment(name: string): string {
  return fitting(slugify(name) || 'note');
}

/** A part of an address itself, or its beginning with what tells it from others that begin so. */
function fitting(part: string): string {
  return bytesOf(part) <= LONGEST_SEGMENT ? part : shorten(part, LONGEST_SEGMENT - 10, part);
}

function shorten(part: string, bytes: number, whole: string): string {
  const start = new TextDecoder().decode(new TextEncoder().encode(part).subarray(0, bytes), { stream: true });
  return `${start}-${createHash('sha256').update(whole).digest('hex').slice(0, 8)}`;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

// `.` and `..` cannot be tags, since a tag holds no full stop. YAML can write control characters and halves of
// surrogates in a tag, which no path may hold; other characters of a tag are safe in one.
function tagSegment(part: string): string {
  return fitting(part.toWellFormed().replace(/[|\p{Cc}\uFFFD]/gu, '-'));
}
