import { describe, expect, it } from 'vitest';
import { externalHref } from '../../../src/render/note/external-href.ts';

describe('an address off the site', () => {
  it.each([
    ['https://example.com/a?b=c&d#e', 'https://example.com/a?b=c&d#e'],
    ['HTTP://example.com', 'HTTP://example.com'],
    ['//example.com/a', 'https://example.com/a'],
    ['https:example.com', 'https://example.com'],
    ['http:/\\example.com/a', 'http://example.com/a'],
    ['https:///', undefined],
    ['mailto:owl@example.com', 'mailto:owl@example.com'],
    ['https://example.com/a b/ü/%20/"<>', 'https://example.com/a%20b/%C3%BC/%20/%22%3C%3E'],
    ['https://example.com/\ud800', 'https://example.com/%EF%BF%BD'],
    ['javascript:alert(1)', undefined],
    [' \tjavascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['ftp://example.com', undefined],
    ['path/in/vault', undefined],
    ['', undefined],
  ])('%j', (url, href) => {
    expect(externalHref(url)).toBe(href);
  });
});
