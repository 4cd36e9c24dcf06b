import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { useFollowedCopy } from '../warm/followed-copy.ts';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();
const copy = useFollowedCopy((vault) => [
  'bin/detectionary.js',
  'dev',
  '--vault',
  vault,
  '--port',
  '4878',
  '--no-cache',
]);

/** Replaces a text in a note. */
function edit(name: string, from: string, to: string): void {
  const file = path.join(copy.vault, name);
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
}

const RULE = 'Detection Rules/web_scanner_user_agent.md';

it('dev shows in the open page what is saved, where it was scrolled to, and leaves a page that stays the same alone', async () => {
  const { page, troubles } = await visit(`${copy.url}techniques/T1595/`, { viewport: { width: 900, height: 300 } });
  await page.evaluate(() => {
    window.scrollTo(0, 200);
    document.documentElement.dataset['mark'] = 'not loaded again';
  });
  // Chromium writes down within a second where a page is scrolled to, and not when it is loaded again.
  await page.waitForTimeout(2_000);
  edit('Use Cases/T1583 - Acquire Infrastructure.md', 'infrastructure', 'equipment');
  edit(RULE, 'Known Scanner In The User Agent', 'A title just saved');
  await page.locator('main').getByText('A title just saved').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => window.scrollY === 200);
  expect(await page.locator('html[data-mark]').count()).toBe(0);
  await page.evaluate(() => void (document.documentElement.dataset['mark'] = 'not loaded again'));
  // The second edit shows that the first has been dealt with.
  edit('Use Cases/T1583 - Acquire Infrastructure.md', 'equipment', 'infrastructure');
  const other = await page.context().newPage();
  await other.goto(`${copy.url}techniques/T1583/`);
  await other.locator('main').getByText('infrastructure').first().waitFor({ state: 'attached' });
  expect(await page.locator('html[data-mark]').count()).toBe(1);
  expect(troubles).toEqual([]);
});
