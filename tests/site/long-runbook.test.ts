import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePreview } from '../../src/site/index.ts';
import { useBrowser } from './browser.ts';
import { build, temporaryFolder } from './build-site.ts';

const { visit } = useBrowser();

/** Each higher than the style sheet takes those to be that are out of sight. */
const tests = Array.from({ length: 20 }, (_, index) => {
  const lines = Array.from({ length: 50 }, (_each, line) => `echo ${String(line)}`).join('\n');
  return `## Atomic Test #${String(index + 1)} - Echo ${String(index + 1)}\n\n#### Attack Commands: Run with \`sh\`!\n\n\`\`\`sh\n${lines}\n\`\`\`\n`;
});

describe('back in a long runbook, where it is loaded anew', () => {
  const folder = temporaryFolder();
  const world: { server?: Awaited<ReturnType<typeof servePreview>> } = {};
  beforeAll(async () => {
    const vault = path.join(folder, 'vault');
    mkdirSync(vault);
    writeFileSync(path.join(vault, 'T1082.md'), `---\ntags: [T1082, atomic_test]\n---\n# T1082\n\n${tests.join('\n')}`);
    build('--vault', vault, '--out', path.join(folder, 'dist'), '--no-cache');
    world.server = await servePreview(path.join(folder, 'dist'), 0);
  });
  afterAll(async () => {
    await world.server?.stop();
  });
  const read = (page: Page): Promise<string> =>
    page.locator('.atomic-test').evaluateAll((all) => {
      const first = all.find((each) => each.getBoundingClientRect().bottom > 100);
      return first?.querySelector('h2')?.textContent ?? 'none';
    });

  it.each([1440, 375])('shows the test that was read, at %i px, and so does a reload', async (width) => {
    const { page } = await visit(`${world.server?.url ?? ''}tests/T1082/`, { viewport: { width, height: 600 } });
    expect(await page.locator('.atomic-test').count()).toBe(tests.length);
    await page.locator('.atomic-test').first().hover();
    // As a reader comes there: what is scrolled past is laid out on the way.
    for (let turn = 0; turn < 30; turn += 1) {
      await page.mouse.wheel(0, 400);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    const before = await read(page);
    expect(before).toMatch(/Echo (?:[5-9]|1\d)\b/);
    await page.goto(new URL('../', page.url()).href);
    await page.goBack();
    await expect.poll(() => read(page)).toBe(before);
    await page.reload();
    await expect.poll(() => read(page)).toBe(before);
  });
});
