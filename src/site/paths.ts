import path from 'node:path';

/** The folder of this program: where astro.config.mjs and public/ are. */
export const programRoot = path.resolve(import.meta.dirname, '..', '..');

/** Brings a base to the form that every address is built on: `/` or `/sub/path/`. */
export function normaliseBase(base: string | undefined): string {
  const parts = (base ?? '').split('/').filter((part) => part !== '');
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}

/** Gives the whole address of each page (`/techniques/T1003/`) of a site that stands at `site`, an address with its base. */
export function addressUnder(site: string): (url: string) => string {
  const root = site.endsWith('/') ? site : `${site}/`;
  return (url) => new URL(url.slice(1), root).href;
}
