import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();

describe('the tools of the matrix', () => {
  it('show on their button whether sub-techniques are unfolded, also in forced colours', async () => {
    for (const forcedColors of ['none', 'active'] as const) {
      const { page } = await visit('', { forcedColors, reducedMotion: 'reduce' });
      const button = page.locator('[data-matrix-unfold]');
      const look = (): Promise<string> =>
        button.evaluate((each) => {
          const { backgroundColor, forcedColorAdjust } = getComputedStyle(each);
          // In forced colours browsers paint no ground of ours, whatever they say of it.
          const isForced = matchMedia('(forced-colors: active)').matches && forcedColorAdjust !== 'none';
          return isForced ? 'forced' : backgroundColor;
        });
      const before = await look();
      await button.click();
      await page.mouse.move(0, 0);
      await expect.poll(look).not.toBe(before);
      await button.click();
      await page.mouse.move(0, 0);
      await page.locator('[data-matrix-filter]').focus();
      await expect.poll(look).toBe(before);
    }
  });

  it('explain grey names while some techniques are left out', async () => {
    const { page } = await visit('');
    const words = page.locator('.legend .only-above');
    expect(await words.isVisible()).toBe(false);
    await page.locator('[data-matrix-filter]').fill('T1059.001');
    await page.locator('.cell.above:visible').first().waitFor();
    expect(await words.innerText()).toBe('grey name: only sub-techniques match');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => words.isVisible()).toBe(false);
  });

  it('keep in the address whether sub-techniques are shown', async () => {
    const { page } = await visit('');
    const folds = page.locator('.cell > details');
    const open = page.locator('.cell > details[open]');
    const button = page.locator('[data-matrix-unfold]');
    await button.click();
    await page.waitForURL('**/?sub-techniques=shown');
    await page.reload();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await open.count()).toBe(await folds.count());
    await page.goBack();
    await expect.poll(() => open.count()).toBe(0);
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await page.goForward();
    await expect.poll(() => open.count()).toBe(await folds.count());
  });

  it('show in forced colours where the keys are in the switch', async () => {
    const { page } = await visit('', { forcedColors: 'active' });
    const outline = (): Promise<string> =>
      page.locator('.switch :checked + span').evaluate((each) => getComputedStyle(each).outlineStyle);
    expect(await outline()).toBe('none');
    await page.locator('.switch input').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await outline()).toBe('solid');
  });
});
