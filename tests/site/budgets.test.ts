import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { isNote } from './indexed-pages.ts';
import { onePageOfEachKind } from './kinds.ts';
import { layoutShift } from './layout-shift.ts';

const { visit } = useBrowser();
const out = inject('out');
const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
const gzipped = (file: string): number => gzipSync(readFileSync(path.join(out, file))).length;

/** Pages of notes; those that list others grow with the vault. */
const notes = files
  .filter((file) => file.endsWith('/index.html'))
  .filter((file) => isNote(readFileSync(path.join(out, file), 'utf8')));

function share(sizes: readonly number[], part: number): number {
  return sizes.toSorted((a, b) => a - b)[Math.ceil(sizes.length * part) - 1] ?? Infinity;
}

describe('what a page weighs, compressed', () => {
  it.each([
    ['half of the pages of notes', 0.5, 8],
    ['19 of 20', 0.95, 16],
    ['99 of 100', 0.99, 30],
  ])('HTML: %s', (_name, part, kilobytes) => {
    expect(share(notes.map(gzipped), part)).toBeLessThan(kilobytes * 1000);
  });

  it('one style sheet of 14 kB', () => {
    const sheets = files.filter((file) => file.endsWith('.css'));
    expect(sheets).toHaveLength(1);
    expect(sheets.map(gzipped).every((size) => size < 14_000)).toBe(true);
  });
});

describe.each(onePageOfEachKind(out))('a %s page', (kind, address) => {
  it('loads little, from here alone, and moves nothing', async () => {
    const { page, transfers, troubles } = await visit(address);
    await page.waitForLoadState('networkidle');
    const scripts = (await transfers()).map(({ path: file }) => file).filter((file) => /\.js$/.test(file));
    const bytes = scripts.reduce((sum, file) => sum + gzipped(file.slice(1)), 0);
    // The search page is a program of its own, which the budget of a first search counts.
    if (kind !== 'search index') expect(bytes).toBeLessThan(8000);
    expect(await layoutShift(page)).toBeLessThan(0.02);
    expect(await page.locator('script:not([src]), style, [style]').count()).toBe(0);
    expect(await page.locator('script[src]:not([type=module]):not([src$="theme.js"])').count()).toBe(0);
    expect(troubles).toEqual([]);
  });
});
