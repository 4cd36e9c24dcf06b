import { expect, test } from 'vitest';
import { relativeMark as top } from '../../../../src/site/hosting/public-address.ts';
import { relativePage } from '../../../../src/site/hosting/relative-page.ts';

test.each([
  ['the home page', 'a/b/index.html', `<a href="${top}">`, '<a href="../../index.html">'],
  ['a page', 'a/index.html', `<a class="x" href="${top}rules/x/">`, '<a class="x" href="../rules/x/index.html">'],
  ['a page from the top', 'index.html', `<a href="${top}rules/">`, '<a href="./rules/index.html">'],
  ['a section', 'a/index.html', `<a href="${top}tests/T1/#guid">`, '<a href="../tests/T1/index.html#guid">'],
  ['a search', 'a/index.html', `<a href="${top}search/?q=a%2Fb/">`, '<a href="../search/index.html?q=a%2Fb/">'],
  ['a file', 'a/index.html', `<img src="${top}files/a%20b.png" alt="">`, '<img src="../files/a%20b.png" alt="">'],
  ['a form', 'a/index.html', `<form action="${top}search/">`, '<form action="../search/index.html">'],
  ['the way to the top', 'a/index.html', `<html data-base="${top}">`, '<html data-base="../">'],
  ['the way from the top', 'index.html', `<html data-base="${top}">`, '<html data-base="./">'],
  ['a page that is not of the site', 'a/index.html', '<a href="https://example.org/x/">', undefined],
  ['a section of the page', 'a/index.html', '<a href="#x">', undefined],
  ['text that is no address', 'a/index.html', `<p>${top}rules/ and "${top}"</p>`, undefined],
])('%s', (_name, path, html, expected) => {
  expect(relativePage(html, path)).toBe(expected ?? html);
});
