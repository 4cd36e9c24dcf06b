import { relativeMark } from './public-address.ts';

/** An attribute that begins with the mark: what stands before its value, and the address up to its query or fragment. */
const MARKED = new RegExp(`( [\\w:-]+=")${relativeMark}([^"?#\\s]*)`, 'g');

/**
 * The text of a page in which every address under {@link relativeMark} is relative to that page. An address of a folder ends in
 * `index.html`, since nobody adds that to a page that is opened from a disk. `path` is the page's file in the site, `a/b/index.html`.
 */
export function relativePage(html: string, path: string): string {
  const top = '../'.repeat(path.split('/').length - 1) || './';
  return html.replaceAll(MARKED, (_, attribute: string, address: string) => {
    const isFolder = address === '' || address.endsWith('/');
    const isPage = isFolder && attribute !== ' data-base="';
    return `${attribute}${top}${address}${isPage ? 'index.html' : ''}`;
  });
}
