import { expect, test } from 'vitest';
import { hostFiles } from '../../../../src/site/hosting/host-files.ts';
import type { HostedSite } from '../../../../src/site/hosting/host-files.ts';
import { publicAddress } from '../../../../src/site/hosting/public-address.ts';

function filesOf(site: Partial<HostedSite>): ReadonlyMap<string, string> {
  const whole = {
    address: publicAddress({}),
    title: 'Use cases',
    pages: [{ url: '/' }, { url: '/coverage/' }],
    isHidden: false,
    searchShards: 1,
    ...site,
  };
  return new Map(hostFiles(whole).map(({ path, text }) => [path, text]));
}

const published = publicAddress({ site: 'https://example.org', base: '/sub/' });

test.each<readonly [name: string, site: Partial<HostedSite>, robots: string, hasSitemap: boolean]>([
  ['at an unknown address', {}, 'User-agent: *\nAllow: /\n', false],
  [
    'at a known address',
    { address: published },
    'User-agent: *\nAllow: /sub/\n\nSitemap: https://example.org/sub/sitemap.xml\n',
    true,
  ],
  ['that is hidden', { isHidden: true }, 'User-agent: *\nDisallow: /\n', false],
  [
    'that is hidden at a known address',
    { address: published, isHidden: true },
    'User-agent: *\nDisallow: /sub/\n',
    false,
  ],
])('robots.txt and sitemap of a site %s', (_name, site, robots, hasSitemap) => {
  const files = filesOf(site);
  expect(files.get('robots.txt')).toBe(robots);
  expect(files.has('sitemap.xml')).toBe(hasSitemap);
});

test('the manifest holds the title as it is and addresses that need no base', () => {
  const title = 'A "title" </script> \u2028 \ud83d\udd0e';
  const text = filesOf({ title, address: published }).get('site.webmanifest') ?? '';
  const manifest = JSON.parse(text) as { name: string; start_url: string; icons: { src: string }[] };
  expect(manifest).toMatchObject({ name: title, start_url: './', scope: './' });
  for (const { src } of manifest.icons) expect(src).toMatch(/^[\w.]+$/);
});

test('a relative site has no manifest, and headers and rules for the top of a host', () => {
  const files = filesOf({ address: publicAddress({ isRelative: true }) });
  expect([...files.keys()]).toEqual(['_headers', '.nojekyll', 'robots.txt']);
  expect(files.get('robots.txt')).toBe('User-agent: *\nAllow: /\n');
  expect(files.get('_headers')).toMatch(/^\/\*\n/);
});

test('GitHub Pages is kept from leaving out folders that begin with an underscore', () => {
  expect(filesOf({}).get('.nojekyll')).toBe('');
});
