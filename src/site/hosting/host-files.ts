import type { DataFile } from '../data-files.ts';
import { headerRules, headersFile } from './answer-headers.ts';
import { servedBase } from './public-address.ts';
import type { PublicAddress } from './public-address.ts';
import { sitemapFiles } from './sitemap.ts';
import type { SitemapPage } from './sitemap.ts';

/** What the files for hosts, crawlers and browsers are made from. */
export interface HostedSite {
  readonly address: PublicAddress;
  readonly title: string;
  readonly pages: readonly SitemapPage[];
  /** Whether search engines are asked to leave the site alone. */
  readonly isHidden: boolean;
  /** Into how many parts its search index is cut. */
  readonly searchShards: number;
}

/**
 * Files beside the pages that tell a host how to serve the site, crawlers what to read and browsers what it is called.
 * A sitemap holds whole addresses, so there is one only where the site's address is known.
 */
export function hostFiles({ address, title, pages, isHidden, searchShards }: HostedSite): readonly DataFile[] {
  const { home } = address;
  const base = servedBase(address);
  const sitemap = home === undefined || isHidden ? [] : sitemapFiles(home, pages);
  return [
    { path: '_headers', text: headersFile(headerRules({ address, isHidden, searchShards })) },
    { path: '.nojekyll', text: '' },
    { path: 'robots.txt', text: robotsFile({ base, home }, { isHidden, hasSitemap: sitemap.length > 0 }) },
    // Browsers load it from hosts alone.
    ...(address.isRelative ? [] : [{ path: 'site.webmanifest', text: manifestFile(title) }]),
    ...sitemap,
  ];
}

/** Source: https://www.rfc-editor.org/rfc/rfc9309. Crawlers read it at the top of a host only. */
function robotsFile(
  { base, home = '' }: Pick<PublicAddress, 'base' | 'home'>,
  { isHidden, hasSitemap }: { isHidden: boolean; hasSitemap: boolean },
): string {
  const lines = ['User-agent: *', `${isHidden ? 'Disallow' : 'Allow'}: ${base}`];
  return [...lines, ...(hasSitemap ? ['', `Sitemap: ${home}sitemap.xml`] : []), ''].join('\n');
}

/** Source: https://www.w3.org/TR/appmanifest/. Its addresses are relative to itself, so that they hold under every base. */
function manifestFile(title: string): string {
  const manifest = {
    name: title,
    start_url: './',
    scope: './',
    display: 'minimal-ui',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon.png', sizes: '512x512', type: 'image/png' },
    ],
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
