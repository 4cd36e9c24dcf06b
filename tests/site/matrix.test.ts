import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const { visit } = useBrowser();
const CELLS = '.cell:visible';

const status = (page: Page): Promise<string> => page.locator('[data-matrix-tools] output').innerText();
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.querySelector('code')?.textContent ?? '');

describe("the matrix's filters", () => {
  it('narrow it, count anew and live in the address', async () => {
    const { page, troubles } = await visit('');
    const before = await page.locator(CELLS).count();
    await page.locator('.filters > summary').click();
    await page.getByRole('checkbox', { name: /^macOS/ }).check();
    expect(await page.locator(CELLS).count()).toBeLessThan(before);
    expect(await status(page)).toMatch(/^\d+ of \d+ techniques: \d+ with a rule/);
    await expect.poll(() => new URL(page.url()).searchParams.getAll('platform')).toEqual(['macOS']);
    const one = Number.parseInt(await status(page), 10);
    await page.getByRole('checkbox', { name: /^Windows \d/ }).check();
    expect(Number.parseInt(await status(page), 10)).toBeGreaterThan(one);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => page.locator(CELLS).count()).toBe(before);
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(troubles).toEqual([]);
  });

  it.each([1440, 1024])('keep their button under the pointer at %i px, whatever is chosen', async (width) => {
    const { page } = await visit('', { viewport: { width, height: 900 } });
    const summary = page.locator('.filters > summary');
    const place = async (): Promise<readonly unknown[]> => {
      const box = await summary.boundingBox();
      return [box?.x, box?.y];
    };
    const before = await place();
    await summary.click();
    expect(await place()).toEqual(before);
    for (const name of await page.locator('[data-facet=data-source] label').all()) await name.click();
    expect(await place()).toEqual(before);
    await summary.click();
    expect(await place()).toEqual(before);
  });

  it('name what is chosen within a narrow screen', async () => {
    const { page } = await visit('', { viewport: { width: 320, height: 700 } });
    const summary = page.locator('.filters > summary');
    await summary.click();
    for (const name of await page.locator('[data-facet=data-source] label').all()) await name.click();
    const isInside = (): Promise<boolean> =>
      summary.evaluate((each) => each.getBoundingClientRect().right <= innerWidth);
    expect(await isInside()).toBe(true);
    await summary.click();
    expect(await isInside()).toBe(true);
  });

  it('leave keys at the filter when the button that shows all goes', async () => {
    const { page } = await visit('?find=T1218.011');
    await page.getByRole('button', { name: 'Show all' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-matrix-filter'))).toBe(true);
  });

  it('say beside each name how many techniques it leaves', async () => {
    const { page } = await visit('?level=high');
    await page.locator('.filters > summary').click();
    const row = page.locator('[data-facet=platform] label', { hasText: 'Windows' });
    const left = Number(await row.locator('.count').innerText());
    await row.locator('input').check();
    expect(Number.parseInt(await status(page), 10)).toBe(left);
  });

  it('count only the rules that are asked for', async () => {
    const rulesOf = async (page: Page): Promise<number> =>
      Number.parseInt(
        /(\d+) rule/.exec(
          (await page.locator('.cell > a[href$="/T1218.011/"]').first().getAttribute('aria-label')) ?? '',
        )?.[1] ?? '',
        10,
      );
    const all = await visit('?find=T1218.011');
    const rules = await rulesOf(all.page);
    const high = await visit('?find=T1218.011&level=high');
    expect(await rulesOf(high.page)).toBeLessThan(rules);
  });

  it('count what is left in the head of each column', async () => {
    const { page } = await visit('?find=T1218.011');
    const column = page.locator('[data-matrix] section', { has: page.locator('.cell > a[href$="/T1218.011/"]') });
    expect(await column.first().locator('h2 small').innerText()).toBe('1 of 1 with a rule');
  });

  it('say 1 rule, and more rules', async () => {
    const { page } = await visit('?level=high');
    const said = await page.locator('.cell:not([data-absent], [data-empty] *) > a').evaluateAll(labelled);
    const words =
      /^T\d{4}(?:\.\d{3})? .+?, (no rules or tests|(?:(?:1 rule|(?!1 )\d+ rules)(?:, |$))?(?:1 test|(?!1 )\d+ tests)?)$/;
    const counts = said.map(({ label, seen }) => ({ seen, words: words.exec(label)?.[1] }));
    expect(counts.map((each) => each.words)).toContain('1 rule');
    expect(said.filter((_each, index) => (counts[index]?.words ?? '') === '')).toEqual([]);
    const numbers = (text = ''): string => (text.match(/\d+/g) ?? []).join();
    expect(counts.filter((each) => numbers(each.words) !== numbers(each.seen))).toEqual([]);
    const below = await page
      .locator('.cell details:not([hidden]) > summary')
      .evaluateAll((summaries) =>
        summaries.map((one) => `${one.firstChild?.nodeValue?.trim() ?? ''}-${one.querySelector('b')?.ariaLabel ?? ''}`),
      );
    expect(below.filter((label) => !/^(1 sub-technique|(?!1 )\d+ sub-techniques) of T\d+(,|$)/.test(label))).toEqual(
      [],
    );
  });

  it('keep counts of three digits in the line of a folded technique', async () => {
    const { page } = await visit('');
    const heights = await page.evaluate(() => {
      const summary = [...document.querySelectorAll('.cell summary')].find((one) =>
        /▪\d+ ▸\d+/.test(one.querySelector('b')?.textContent ?? ''),
      );
      const heightWith = (sub: string, counts: string): number => {
        const seen = summary?.querySelector('b') ?? null;
        if (seen === null || !(summary?.firstChild instanceof Text)) throw new Error('no summary with both counts');
        summary.firstChild.nodeValue = ` ${sub} sub `;
        seen.textContent = counts;
        return summary.getBoundingClientRect().height;
      };
      return [heightWith('1', '▪1 ▸1'), heightWith('16', '▪256 ▸50')];
    });
    expect(heights[0]).toBeGreaterThan(0);
    expect(heights[1]).toBe(heights[0]);
  });

  it('say when nothing is left', async () => {
    const { page } = await visit('?find=no-such-technique');
    expect(await page.locator(CELLS).count()).toBe(0);
    expect(await status(page)).toMatch(/^None of \d+ techniques$/);
    expect(new Set(await page.locator('[data-matrix] h2 small').allInnerTexts())).toEqual(new Set(['none']));
  });

  it('stay away without JavaScript, where the whole matrix is links', async () => {
    const { page } = await visit('?platform=macOS', { javaScriptEnabled: false });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator(CELLS).count()).toBeGreaterThan(0);
    expect(await page.locator('.cell[data-absent]').count()).toBe(0);
  });
});

/** Runs in the page: what cells say to a screen reader, and the counts that the eye sees. */
function labelled(cells: readonly Element[]): { label: string; seen: string }[] {
  return cells.map((cell) => ({
    label: cell.ariaLabel ?? '',
    seen: cell.parentElement?.querySelector('b')?.textContent ?? '',
  }));
}

/** Runs in the page before its scripts: makes a matrix of thousands of cells of the one that is there. */
function multiplyCells(): void {
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    for (const list of document.querySelectorAll('[data-matrix] section > ol')) {
      const cells = [...list.children];
      for (let times = 1; times < 30; times += 1) list.append(...cells.map((cell) => cell.cloneNode(true)));
    }
  });
}

describe("the matrix's legend", () => {
  it.each(['Rules', 'Tests', 'Gaps'])('explains every ground of a cell in the view of %s', async (view) => {
    const { page } = await visit('');
    await page.getByRole('radio', { name: view }).check();
    const grounds = (selector: string): Promise<readonly string[]> =>
      page.locator(selector).evaluateAll((all) => {
        const styles = all.filter((each) => each.checkVisibility()).map((each) => getComputedStyle(each));
        return styles.map(({ backgroundColor, backgroundImage }) => `${backgroundColor} ${backgroundImage}`);
      });
    const drawn = new Set(await grounds('.cells > .cell'));
    const explained = await grounds('.legend i');
    expect(drawn.size).toBeGreaterThan(2);
    expect([...drawn].filter((ground) => !explained.includes(ground))).toEqual([]);
  });
});

describe('a matrix that is drawn in pieces', () => {
  it('is soon narrowed whole, and at once when the keys need it', async () => {
    const { page } = await visit('search/');
    await page.addInitScript(multiplyCells);
    await page.goto(new URL('../', page.url()).href);
    await page.locator('[data-matrix-filter]').fill('T1059');
    const left = page.locator('section:not([data-empty]) > ol > .cell:not([data-absent]) > a');
    const strangers = left.filter({ hasNotText: 'T1059' });
    await expect.poll(() => strangers.count(), { timeout: 10_000 }).toBe(0);
    expect(await left.count()).toBe(30);
    const shownAtOnce = await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[data-matrix-filter]');
      if (field === null) throw new Error('no field');
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector<HTMLElement>('section:not([data-empty]) > ol > .cell:not([data-absent]) > a')?.focus();
      return document.querySelectorAll('.cell[data-absent], [data-empty]').length;
    });
    expect(shownAtOnce).toBe(0);
  });
});

/** What stands in the matrix. */
interface Drawn {
  /** The ids of the cells on the screen, and which of them are unfolded. */
  readonly seen: readonly string[];
  /** How many cells are left out, and how many are unfolded. */
  readonly changed: number;
}

/** Runs in the page: clicks on something, and tells what stands in the matrix after the next frame. */
async function drawnAfter(change: string | undefined): Promise<Drawn> {
  if (change !== undefined) document.querySelector<HTMLElement>(change)?.click();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const shown = document.querySelectorAll('[data-matrix] > section:not([data-empty]) > ol > .cell');
  const seen = [...shown].filter((cell) => {
    const { top, bottom, left, right } = cell.getBoundingClientRect();
    return bottom > top && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  });
  return {
    seen: seen.map((cell) => {
      const isUnfolded = cell.querySelector('details')?.open === true;
      return `${cell.querySelector('code')?.textContent ?? ''}${isUnfolded ? ' unfolded' : ''}`;
    }),
    changed: document.querySelectorAll('section > ol > .cell[data-absent], .cell > details[open]').length,
  };
}

describe('the first frame of a matrix of thousands', () => {
  it.each([
    ['a platform', '[data-facet=platform] input'],
    ['sub-techniques', '[data-matrix-unfold]'],
  ])('shows %s: what is on the screen, and leaves the rest for later', async (_name, change) => {
    const { page } = await visit('search/');
    await page.addInitScript(multiplyCells);
    await page.goto(new URL('../', page.url()).href);
    const first = await page.evaluate(drawnAfter, change);
    expect(first.seen.length).toBeGreaterThan(0);
    let [before, after] = [first, await page.evaluate(drawnAfter, undefined)];
    const settles = async (): Promise<boolean> => {
      [before, after] = [after, await page.evaluate(drawnAfter, undefined)];
      return after.changed > first.changed && after.changed === before.changed;
    };
    await expect.poll(settles, { timeout: 10_000, interval: 300 }).toBe(true);
    expect(first.seen).toEqual(after.seen);
    expect(first.changed).toBeLessThan(after.changed / 2);
  });

  it('is on paper whole', async () => {
    const { page } = await visit('search/');
    await page.addInitScript(multiplyCells);
    await page.goto(new URL('../', page.url()).href);
    const unfolded = await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-matrix-unfold]')?.click();
      const count = (): number => document.querySelectorAll('.cell > details[open]').length;
      const before = count();
      dispatchEvent(new Event('beforeprint'));
      return { before, after: count(), all: document.querySelectorAll('.cell > details').length };
    });
    expect(unfolded.before).toBeLessThan(unfolded.all);
    expect(unfolded.after).toBe(unfolded.all);
  });

  it('unfolds all although it is narrowed meanwhile', async () => {
    const { page } = await visit('search/');
    await page.addInitScript(multiplyCells);
    await page.goto(new URL('../', page.url()).href);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[data-matrix-unfold]')?.click();
      document.querySelector<HTMLElement>('[name=matrix-view][value=tests]')?.click();
    });
    const folded = page.locator('.cell > details:not([open])');
    await expect.poll(() => folded.count(), { timeout: 10_000 }).toBe(0);
  });
});

describe('what is left out of the matrix', () => {
  it('takes no room, no focus, and is not said to a screen reader', async () => {
    const { page } = await visit('?find=T1059.001');
    const left = page.locator('[data-matrix] > section > ol > .cell:is([data-absent], [data-empty] *)');
    expect(await left.count()).toBeGreaterThan(0);
    // A column of which nothing is left is left out as one.
    for (const leftOut of ['[data-empty] > ol', 'section:not([data-empty]) > ol > [data-absent]']) {
      const heights = await page
        .locator(`[data-matrix] ${leftOut}`)
        .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().height));
      expect(new Set(heights)).toEqual(new Set([0]));
    }
    const focusable = await left.locator('a').evaluateAll((links) =>
      links.filter((link) => {
        link.focus();
        return document.activeElement === link;
      }),
    );
    expect(focusable).toEqual([]);
    const items = page.locator('[data-matrix] section').getByRole('listitem');
    expect(await items.count()).toBeLessThan(await page.locator('[data-matrix] .cell').count());
    expect(await page.locator('[data-matrix]').ariaSnapshot()).not.toMatch(/T1218\b/);
  });
});

describe('the page while the matrix is narrowed', () => {
  it.each([1440, 1024])('stays where it is at %i px', async (width) => {
    const { page } = await visit('', { viewport: { width, height: 900 } });
    const top = (): Promise<number> =>
      page.locator('[data-matrix]').evaluate((matrix) => matrix.getBoundingClientRect().top);
    const before = await top();
    await page.locator('[data-matrix-filter]').fill('T1059');
    expect(await status(page)).not.toBe('');
    expect(await top()).toBe(before);
  });

  it('tells a screen reader once what is left, and nothing when all is shown', async () => {
    const { page } = await visit('');
    await page.evaluate(() => {
      const output = document.querySelector('[data-matrix-tools] output');
      const said: string[] = [];
      Object.assign(window, { said });
      const listen = (): unknown => said.push(output?.textContent ?? '');
      if (output !== null)
        new MutationObserver(listen).observe(output, { childList: true, characterData: true, subtree: true });
    });
    const said = (): Promise<readonly string[]> => page.evaluate(() => (window as unknown as { said: string[] }).said);
    await page.locator('[data-matrix-filter]').fill('T1059.001');
    await page.waitForTimeout(300);
    expect(await said()).toEqual([await status(page)]);
    await page.locator('[data-matrix-filter]').fill('');
    await page.waitForTimeout(300);
    expect((await said()).slice(1)).toEqual(['']);
  });

  it('counts stand level with their names', async () => {
    const { page } = await visit('');
    await page.locator('.filters > summary').click();
    const apart = await page
      .locator('.filters .facet label')
      .first()
      .evaluate((label) => {
        const middle = (part: Element | null): number => {
          const { top, height } = part?.getBoundingClientRect() ?? { top: 0, height: 0 };
          return top + height / 2;
        };
        return Math.abs(middle(label.querySelector('.count')) - middle(label.querySelector('span')));
      });
    expect(apart).toBeLessThan(2);
  });
});

describe('the matrix by keyboard', () => {
  it('is one stop, and arrows, Home, End and Space move in it', async () => {
    const { page, troubles } = await visit('');
    const stop = page.locator('.cell > a:not([tabindex="-1"])');
    expect(await stop.count()).toBe(1);
    expect(await stop.getAttribute('aria-describedby')).toBe('matrix-keys');
    const columns = page.locator('[data-matrix] section', { has: page.locator('.cell > details') });
    const parent = columns.first().locator('.cell:has(> details) > a').first();
    await parent.focus();
    const id = await focused(page);
    expect(await parent.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Space');
    await expect.poll(() => parent.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/^\.\d{3}$/);
    await page.keyboard.press('Space');
    expect(await focused(page)).toBe(id);
    await expect.poll(() => parent.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('End');
    const last = await focused(page);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(last);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/techniques/**');
    expect(troubles).toEqual([]);
  });

  it('keeps its stop among what the filters leave', async () => {
    const { page } = await visit('?find=T1059.001');
    const stop = page.locator('.cell > a:visible').first();
    expect(await stop.getAttribute('tabindex')).not.toBe('-1');
  });
});

// Playwright's browsers keep no page that was left.
describe('back from a technique, where the page is loaded anew', () => {
  it.each([
    ['a technique', ['End']],
    ['a sub-technique', ['Space', 'ArrowDown']],
  ])('leads to %s that was opened', async (_name, keys) => {
    const { page, troubles } = await visit('', { viewport: { width: 1440, height: 900 } });
    const column = page.locator('[data-matrix] section', { has: page.locator('.cell > details') }).first();
    await column.locator('.cell:has(> details) > a').first().focus();
    for (const key of keys) await page.keyboard.press(key);
    const left = await page.evaluate(focusedLink);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/techniques/**');
    await page.goBack();
    await expect.poll(() => page.evaluate(focusedLink)).toEqual(left);
    expect(await page.locator('.cell > a:not([tabindex="-1"])').count()).toBe(1);
    expect(troubles).toEqual([]);
  });
});

/** Runs in the page: where in the matrix the focus is. */
function focusedLink(): readonly unknown[] {
  const link = document.activeElement;
  return [link?.getAttribute('href'), [...document.querySelectorAll('.cell > a')].indexOf(link ?? document.body)];
}

describe("Enter in the matrix's field", () => {
  it.each([['T1059.001'], ['t1218.011'], ['rundll32']])('opens the only technique that matches %j', async (text) => {
    const { page } = await visit('');
    await page.locator('[data-matrix-filter]').fill(text);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/techniques/**');
    await page.goBack();
    expect(new URL(page.url()).searchParams.get('find')).toBe(text);
  });

  it('goes to the first of several, and nowhere without words', async () => {
    const { page, troubles } = await visit('');
    await page.locator('[data-matrix-filter]').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-matrix-filter'))).toBe(true);
    await page.keyboard.type('a');
    await page.keyboard.press('Enter');
    const first = page.locator('.cell:not([data-absent], .above, [data-empty] *) > a').first();
    await expect.poll(() => first.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(troubles).toEqual([]);
  });
});
