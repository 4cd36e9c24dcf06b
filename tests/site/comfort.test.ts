import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { onePageOfEachKind } from './kinds.ts';

const { visit } = useBrowser();
const kinds = onePageOfEachKind(inject('out'));

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Boxes, buttons and fields less than 24 px in either direction, as WCAG 2.2 measures targets; links in text are exempt, and a sortable head is its button. */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, summary, select, input:not([disabled], .switch input), .jumps a',
      ),
    ]
      .filter((target) => target.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
      .filter((target) => {
        const { width, height } = (target.closest('label, th') ?? target).getBoundingClientRect();
        return Math.round(Math.min(width, height)) < 24;
      })
      .map((target) => target.outerHTML.slice(0, 120)),
  );
}

/** Tables, and boxes that the Tab key reaches to scroll them, that a screen reader would have no name for. */
function nameless(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const named = '[aria-label]:not([aria-label=""]), [aria-labelledby]';
    const inGroup = (box: Element): boolean => box.closest(`[role=group]:is(${named})`) !== null;
    return [...document.querySelectorAll('main :is(table, [tabindex="0"]:not(a, button, input, summary))')]
      .filter((box) => !box.matches(named) && !(box.tagName === 'TABLE' && inGroup(box)))
      .map((box) => box.outerHTML.slice(0, 120));
  });
}

describe.each(kinds)('a %s page', (_kind, address) => {
  it('reflows at 320 px, also with wide text spacing, and its controls can be hit', async () => {
    const { page } = await visit(address, { viewport: { width: 320, height: 256 }, bypassCSP: true });
    expect(await overflow(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);
    // The spacing that WCAG 1.4.12 asks pages to bear.
    const spacing = 'line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em';
    await page.addStyleTag({ content: `* { ${spacing} } p { margin-block-end: 2em }` });
    expect(await overflow(page)).toBe(0);
  });

  it('has a language, landmarks, a link past them, headings in order and names', async () => {
    const { page } = await visit(address);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('main').count()).toBe(1);
    await page.keyboard.press('Tab');
    // The search page puts the focus into its field.
    if (address !== 'search/') expect(await page.locator(':focus').getAttribute('class')).toBe('skip');
    const skipped = await page.evaluate(() => {
      const ranks = [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map(({ tagName }) =>
        Number(tagName.slice(1)),
      );
      return ranks.filter((rank, index) => index > 0 && rank > (ranks[index - 1] ?? 0) + 1).length;
    });
    expect(skipped).toBe(0);
    expect(await nameless(page)).toEqual([]);
    // Lists are found by their headings: as landmarks they would be dozens, and whoever moves by these would hear them all.
    expect(await page.locator('main section:is([aria-label], [aria-labelledby])').count()).toBeLessThan(3);
  });
});

describe('the rails', () => {
  it.each([
    [1440, 'the column at the right', true],
    [1024, 'above the article, its contents folded', false],
  ])('at %i px: facts are %s', async (width, _place, isBeside) => {
    const { page } = await visit('techniques/T1059.001/', { viewport: { width, height: 900 } });
    const facts = await page.locator('.article-aside').boundingBox();
    const body = await page.locator('.article-body').boundingBox();
    expect((facts?.x ?? 0) > (body?.x ?? 0) + (body?.width ?? 0)).toBe(isBeside);
    expect(await page.locator('.article-aside .toc').isVisible()).toBe(isBeside);
    expect(await page.locator('.rail').isVisible()).toBe(isBeside);
  });

  it.each([1440, 1024, 375])(
    'tell the facts at %i px: all, or the gist of them until they are unfolded',
    async (width) => {
      const { page } = await visit('techniques/T1059.001/', { viewport: { width, height: 900 } });
      const summary = page.locator('.facts summary');
      const list = page.locator('.facts dl');
      expect(await summary.isVisible()).toBe(width < 1200);
      expect(await list.isVisible()).toBe(width >= 1200);
      if (width >= 1200) return;
      expect(await summary.innerText()).toMatch(/^Facts Execution · /);
      await summary.press('Enter');
      expect(await list.isVisible()).toBe(true);
    },
  );

  it('tell all facts on paper, without a fold', async () => {
    const { page } = await visit('techniques/T1059.001/', { viewport: { width: 700, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.facts summary').isVisible()).toBe(false);
    expect(await page.locator('.facts h2').isVisible()).toBe(true);
    expect(await page.locator('.facts dl').isVisible()).toBe(true);
  });

  it.each([1440, 1024, 375])('leave no band at %i px where a note has neither facts nor contents', async (width) => {
    const { page } = await visit('detection-rules/', { viewport: { width, height: 900 } });
    expect(await page.locator('.article-aside *').count()).toBe(0);
    expect(await page.locator('.article-aside').isVisible()).toBe(false);
  });

  it('leave the theme switch at the end of the bar on the home page', async () => {
    const { page } = await visit('', { viewport: { width: 1024, height: 900 } });
    const right = await page.locator('.theme-switch').evaluate((end) => innerWidth - end.getBoundingClientRect().right);
    expect(right).toBeLessThan(40);
  });
});

describe('the way to a rule', () => {
  it('is parted by another sign than the parts of a log source are', async () => {
    const { page } = await visit('rules/11250e3f-6b59-4a7a-952f-67c330b5f4cf/');
    const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('listitem');
    const texts = await crumbs.allTextContents();
    expect(texts.some((text) => text.includes(' / '))).toBe(true);
    const signs = await crumbs.evaluateAll((items) => items.map((item) => getComputedStyle(item, '::before').content));
    expect(signs.slice(1).every((sign) => sign === '"›" / ""')).toBe(true);
  });
});

describe('a short table at 375 px', () => {
  it('keeps names in lines of some words, and scrolls in its box', async () => {
    const { page } = await visit('tactics/', { viewport: { width: 375, height: 800 } });
    const widths = await page
      .locator('.data-table:not(.long) tbody a')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().width));
    expect(widths.length).toBeGreaterThan(5);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(160);
    expect(await overflow(page)).toBe(0);
  });
});

describe('the matrix in forced colours', () => {
  it('tells what is chosen and what has nothing yet without a tint', async () => {
    const { page } = await visit('', { forcedColors: 'active' });
    const styleOf = (
      property: 'forcedColorAdjust' | 'outlineStyle' | 'borderTopStyle',
      selector: string,
    ): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element)[name], property);
    const outline = (selector: string): Promise<string> => styleOf('outlineStyle', selector);
    const border = (selector: string): Promise<string> => styleOf('borderTopStyle', selector);
    // It keeps a ground of its own; the outline is left to focus.
    expect(await styleOf('forcedColorAdjust', '.switch :checked + span')).toBe('none');
    expect(await styleOf('forcedColorAdjust', '.switch input:not(:checked) + span')).toBe('auto');
    expect(await border('.cell[data-state=none]')).toBe('dashed');
    expect(await border('.legend .none')).toBe('dashed');
    expect(await border('.cell[data-state=rules]')).toBe('solid');
    await page.locator('.cell > a').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await outline('.cell > a:focus-visible')).toBe('solid');
  });
});

/** How often Chromium tells a screen reader of each role under the table of a page. */
async function rolesOf(page: Page): Promise<ReadonlyMap<string, number>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const roles = nodes.map(({ role }) => String(role?.value));
  return new Map([...Map.groupBy(roles, (role) => role)].map(([role, all]) => [role, all.length]));
}

describe('a long table, whose rows are laid out in groups', () => {
  it('is a table to a screen reader, rows out of sight too', async () => {
    const { page } = await visit('rules/', { viewport: { width: 1440, height: 600 } });
    const table = page.locator('.data-table.long');
    expect(
      await table
        .locator('tbody tr')
        .first()
        .evaluate((row) => getComputedStyle(row).display),
    ).toBe('grid');
    const roles = await rolesOf(page);
    const rows = await table.locator('tr').count();
    expect(roles.get('table')).toBe(1);
    expect(roles.get('row')).toBe(rows);
    expect(roles.get('columnheader')).toBe(6);
    // Chromium tells of the cells of rows out of sight once a screen reader runs (--force-renderer-accessibility).
    const inSight = roles.get('rowheader') ?? 0;
    expect(inSight).toBeGreaterThan(5);
    expect(roles.get('cell')).toBe(inSight * 5);
  });

  it('keeps its cells under their heads at every width, and is one on paper', async () => {
    const { page } = await visit('rules/');
    for (const width of [1440, 375]) {
      await page.setViewportSize({ width, height: 800 });
      const starts = await page.locator('.data-table.long').evaluate((table: HTMLTableElement) => {
        const startOf = (row: HTMLTableRowElement | undefined): readonly number[] =>
          Array.from(row?.cells ?? [], (cell) => Math.round(cell.getBoundingClientRect().left));
        return [startOf(table.rows[0]), startOf(table.rows[1]), startOf(table.rows[table.rows.length - 1])];
      });
      expect(starts[0]).toHaveLength(6);
      expect(starts[1]).toEqual(starts[0]);
      expect(starts[2]).toEqual(starts[0]);
    }
    await page.emulateMedia({ media: 'print' });
    const row = page.locator('.data-table.long tbody tr').last();
    expect(await row.evaluate((element) => getComputedStyle(element).display)).toBe('table-row');
  });
});

describe('the tables of a narrow screen', () => {
  it('keep names to some words a line and ids whole', async () => {
    const { page } = await visit('playbooks/finding-gaps/', { viewport: { width: 375, height: 900 } });
    const sizes = await page.locator('.query-block tbody tr').evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('td > a')?.getBoundingClientRect().width ?? 0,
        idLines: row.querySelector('td:first-child code')?.getClientRects().length ?? 1,
      })),
    );
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.min(...sizes.map(({ name }) => name))).toBeGreaterThan(150);
    expect(Math.max(...sizes.map(({ idLines }) => idLines))).toBe(1);
  });

  it('keep whole the id of a technique that has no note', async () => {
    const { page } = await visit('rules/eb9e0ddc-de3f-463e-a32a-5320884699fa/', {
      viewport: { width: 375, height: 900 },
    });
    const id = page.locator('.data-table th > code');
    expect(await id.evaluateAll((codes) => codes.map((code) => code.getClientRects().length))).toEqual([1]);
  });

  it('show the cells of a row from the same line on', async () => {
    const { page } = await visit('data-sources/command/', { viewport: { width: 375, height: 900 } });
    const tops = await page.locator('.data-table:not(.long) tbody tr').evaluateAll((rows) =>
      rows.map((row) => {
        const firsts = [...row.children].flatMap((cell) => cell.querySelector('a')?.getClientRects()[0]?.top ?? []);
        return Math.max(...firsts) - Math.min(...firsts);
      }),
    );
    expect(tops.length).toBeGreaterThan(3);
    expect(Math.max(...tops)).toBeLessThan(6);
  });
});
