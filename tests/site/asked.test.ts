import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const { visit } = useBrowser();

describe.each([
  ['?platform=Linux'],
  ['?find=powershell'],
  ['?find=no-such-technique'],
  ['?level=high&show=gaps'],
  ['coverage/?platform=linux'],
  ['coverage/?tactic=discovery'],
  ['coverage/?with=neither#neither'],
])('a page at the shared address %s', (address) => {
  it.each([1440, 375])('moves nothing before the eyes of a reader at %i px', async (width) => {
    const { page, troubles } = await visit(address, { viewport: { width, height: 800 } });
    await page.waitForLoadState('networkidle');
    expect(await layoutShift(page)).toBeLessThan(0.02);
    expect(await page.locator('.site-footer').isVisible()).toBe(true);
    expect(troubles).toEqual([]);
  });
});

it.each([
  ['?platform=Linux', '.matrix'],
  ['coverage/?platform=linux', '.lists'],
])('%s shows all after a while where the script of the page fails', async (address, content) => {
  const { page } = await visit('search/');
  await page.route('**/_astro/*.js', (route) => route.abort());
  await page.goto(new URL(`../${address}`, page.url()).href);
  expect(await page.locator(content).isVisible()).toBe(false);
  await page.locator(content).waitFor();
  expect(await page.locator('.site-footer').isVisible()).toBe(true);
});
