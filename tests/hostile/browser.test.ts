import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../site/browser.ts';

interface GraphNode {
  readonly path?: string;
  readonly url: string;
  readonly kind: string;
}

const { nodes } = JSON.parse(readFileSync(path.join(inject('out'), 'api/graph.json'), 'utf8')) as {
  readonly nodes: readonly GraphNode[];
};
/** Pages of notes that hold markup or values, and of what their values name. Pages of mere size are read, not opened. */
const opened = nodes
  .filter(
    ({ kind, path: note }) => kind !== 'test' && !/^cases\/(?:shape|search|embeds|yaml|language)-/.test(note ?? ''),
  )
  .map(({ url }) => url);
const own = [
  '/',
  '/search/',
  '/coverage/',
  '/techniques/',
  '/rules/',
  '/tests/',
  '/tags/',
  '/tactics/',
  '/platforms/',
  '/data-sources/',
  '/log-sources/',
  '/notes/',
  '/404.html',
];

const { visit } = useBrowser();

describe('in a browser', () => {
  it('nothing of a hostile vault runs, loads, leads on or hides what the page has', async () => {
    const { page, troubles } = await visit('');
    const found: string[] = [];
    page.on('dialog', (dialog) => {
      found.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    for (const url of [...own, ...opened]) {
      await page.goto(new URL(url.slice(1), inject('url')).href, { waitUntil: 'load' });
      const isWhole = await page.evaluate(
        () =>
          document.body instanceof HTMLBodyElement &&
          typeof document.getElementById === 'function' &&
          document.querySelector('main') !== null &&
          Object.keys(Object.prototype).length === 0,
      );
      if (!isWhole) found.push(`${url} is not what it should be`);
      found.push(...troubles.splice(0).map((trouble) => `${url}: ${trouble}`));
    }
    expect(found).toEqual([]);
    expect(opened.length).toBeGreaterThan(200);
  });

  it('the search shows hostile titles and excerpts as text', async () => {
    const { page, troubles } = await visit('search/?q=alert');
    await page.waitForSelector('[data-hits] a');
    const hits = page.locator('[data-hits]');
    expect(await hits.locator('img, svg, script, style, iframe, [onerror], [onload]').count()).toBe(0);
    expect(await hits.textContent()).toContain('<img src=x onerror=alert(1)>');
    expect(troubles).toEqual([]);
  });
});
