import path from 'node:path';

/** The folder of this program: where astro.config.mjs and public/ are. */
export const programRoot = path.resolve(import.meta.dirname, '..', '..');

/** Brings a base to the form that every address is built on: `/` or `/sub/path/`. */
export function normaliseBase(base: string | undefined): string {
  const parts = (base ?? '').split('/').filter((part) => part !== '');
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}
