import type { RenderOptions } from './page.ts';

/**
 * The `href` of an address of the site (`/tags/größe/`, `/tests/T1572/#guid`) under its base,
 * percent-encoded. Every link to a page of the site is made here.
 */
export function href({ base }: RenderOptions, url: string): string {
  const prefix = base.endsWith('/') ? base.slice(0, -1) : base;
  return encodeURI(`${prefix}${url}`.toWellFormed());
}
