import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { servePreview } from '../../src/site/index.ts';
import { useBrowser } from './browser.ts';
import { build, temporaryFolder } from './build-site.ts';

const { visit } = useBrowser();
const LONG = 'a task whose words need more than one line of a narrow screen, so that some stand below';
const NOTE = `# Shapes

| left | centre | right | path | five | six |
| :--- | :---: | ---: | --- | --- | --- |
| a | b | c | \`HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\` | some words in a row | x |

- [ ] ${LONG}
- plain

> [!warning] A title of its own
> text

> [!tip]- Folded
> text

> [!danger]
> text

<table><tr><td>C:\\Windows\\${'a'.repeat(300)}</td></tr></table>

![[dot.png|90x60]]

<a href="javascript:x">no link</a>

\`\`\`query
tag:#a (
\`\`\`
`;

describe('the shapes of a note', () => {
  const folder = temporaryFolder();
  const world: { server?: Awaited<ReturnType<typeof servePreview>> } = {};
  beforeAll(async () => {
    const vault = path.join(folder, 'vault');
    mkdirSync(vault);
    writeFileSync(path.join(vault, 'Shapes.md'), NOTE);
    writeFileSync(path.join(vault, 'detectionary.yaml'), 'diagnostics:\n  query/unclosed-paren: warning\n');
    copyFileSync('public/icon.png', path.join(vault, 'dot.png'));
    build('--vault', vault, '--out', path.join(folder, 'dist'), '--no-cache');
    world.server = await servePreview(path.join(folder, 'dist'), 0);
  });
  afterAll(async () => {
    await world.server?.stop();
  });
  const open = async (width: number): Promise<Page> =>
    (await visit(`${world.server?.url ?? ''}shapes/`, { viewport: { width, height: 900 } })).page;

  it.each([375, 1440])('at %i px a wide table has no column of letters, and scrolls in its box', async (width) => {
    const page = await open(width);
    const code = await page.locator('td code').boundingBox();
    expect(code?.width).toBeGreaterThan(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const aligned = await page
      .locator('table:has(th) tbody td')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).textAlign));
    expect(aligned).toEqual(['start', 'center', 'end', 'start', 'start', 'start']);
  });

  it('the lines of a task begin below each other, and what is no task among them has a point', async () => {
    const page = await open(375);
    const starts = await page.evaluate(() => {
      const text = document.querySelector('.task-list-item')?.lastChild;
      const range = document.createRange();
      if (text === null || text === undefined) return [];
      range.setStart(text, 1);
      range.setEnd(text, text.textContent?.length ?? 0);
      return [...range.getClientRects()].map(({ x }) => x);
    });
    expect(starts.length).toBeGreaterThan(1);
    expect(Math.max(...starts) - Math.min(...starts)).toBeLessThan(2);
    const plain = page.locator('.contains-task-list > li', { hasText: 'plain' });
    expect(await plain.evaluate((item) => getComputedStyle(item).listStyleType)).toBe('disc');
  });

  it('a callout says what it is by a sign too', async () => {
    const page = await open(1440);
    const signs = await page
      .locator('.callout > :is(summary, .callout-title)')
      .evaluateAll((titles) => titles.map((title) => getComputedStyle(title, '::before').content));
    expect(signs).toEqual(['"!" / ""', '"✓" / ""', '"×" / ""']);
  });

  it('an image has the size that its author asks for', async () => {
    const page = await open(375);
    const image = page.locator('.prose img');
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    expect(await image.boundingBox()).toMatchObject({ width: 90, height: 60 });
  });

  it('a search with a mistake keeps its words off its frame', async () => {
    const page = await open(375);
    const frame = await page.locator('.problem').boundingBox();
    for (const part of await page.locator('.problem > *').all()) {
      const { x = 0, y = 0, height = 0 } = (await part.boundingBox()) ?? {};
      expect(x - (frame?.x ?? 0)).toBeGreaterThan(8);
      expect(y - (frame?.y ?? 0)).toBeGreaterThan(6);
      expect((frame?.y ?? 0) + (frame?.height ?? 0) - y - height).toBeGreaterThan(6);
    }
  });

  it('a link whose address is not published does not look like one', async () => {
    const page = await open(1440);
    const colour = (name: string): Promise<string> =>
      page.locator(name).evaluate((element) => getComputedStyle(element).color);
    expect(await colour('.prose a:text("no link")')).toBe(await colour('.prose p:has(a:text("no link"))'));
  });
});
