/** The way to the top of the site, which the root element carries: an absolute path, or a relative one such as `../../`. */
export function siteBase(document: Document): string {
  return document.documentElement.dataset['base'] ?? '/';
}

/** Whether the page was opened from a disk: nothing answers for a folder there, and only scripts can be loaded. */
export function isOnDisk({ protocol }: Pick<Location, 'protocol'>): boolean {
  return protocol === 'file:';
}

/** The address of a page by the one that it has in the site, `/rules/x/#y`. On a disk it names the page's file. */
export function pageAddress(base: string, url: string, onDisk: boolean): string {
  const [, path = '', rest = ''] = /^\/?([^?#]*)(.*)$/s.exec(url) ?? [];
  const isFolder = path === '' || path.endsWith('/');
  return `${base}${path}${onDisk && isFolder ? 'index.html' : ''}${rest}`;
}
