import { describe, expect, it } from 'vitest';
import { isDefanged } from '../../../src/render/note/defanged.ts';
import { renderIn } from './small-vault.ts';

describe('an address', () => {
  it.each([
    'hxxp://evil.test',
    'hXXps://evil.test/a',
    'hxxps[:]//evil.test',
    'https[:]//evil.test',
    'h**p://evil.test',
    'fxp://evil.test',
    'http://evil[.]test/a',
    'https://evil(.)test',
    '//evil{.}test',
    'http://evil.test[:]8080',
    'http://1.2.3[.]4',
  ])('%s is defanged', (address) => {
    expect(isDefanged(address)).toBe(true);
  });

  it.each([
    'https://example.com/a[1](2)',
    'https://example.com?q=[a]',
    'http://[2001:db8::1]:80/',
    'http://owl@[::1]/',
    'https://example.com#[a]',
    'mailto:a[1]@b.test',
    'ftp://example.com',
    'javascript:a[0]',
    'hxpp',
    'a[.]md',
  ])('%s is not', (address) => {
    expect(isDefanged(address)).toBe(false);
  });
});

describe('a link to a defanged address', () => {
  it.each([
    ['[a *b*](hxxp://evil.test/c)', '<p>a <em>b</em> (hxxp://evil.test/c)</p>'],
    ['[a](http://evil[.]test)', '<p>a (http://evil[.]test)</p>'],
    ['[a][b]\n\n[b]: hxxps://evil.test', '<p>a (hxxps://evil.test)</p>'],
    ['[[hxxp://evil.test|a]]', '<p>a (hxxp://evil.test)</p>'],
    ['[hxxp://evil.test](hxxp://evil.test)', '<p>hxxp://evil.test</p>'],
    ['<http://evil[.]test>', '<p>http://evil[.]test</p>'],
    ['<a href="http://evil[.]test">a</a>', '<p><a>a</a></p>'],
  ])('%j is text that keeps the address', (markdown, html) => {
    expect(renderIn({ 'Note.md': markdown }, 'Note.md')).toMatchObject({ html, diagnostics: [] });
  });
});
