import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { layoutShift } from './layout-shift.ts';

const { visit } = useBrowser();
const address = 'tests/T1003.001/';
const raw = readFileSync(path.join(inject('out'), address, 'index.html'), 'utf8');

const firstTest = (page: Page): ReturnType<Page['locator']> => page.locator('.atomic-test').first();

describe('the commands of a runbook', () => {
  it.each([1440, 375])('are read whole at %i px, and copied as they are written', async (width) => {
    const { page } = await visit(address, { viewport: { width, height: 800 } });
    const commands = page.locator('.atomic-test pre');
    const isCut = (pre: Element): boolean => pre.scrollWidth > pre.clientWidth;
    for (const command of await commands.all()) {
      await command.scrollIntoViewIfNeeded();
      expect(await command.evaluate(isCut)).toBe(false);
    }
    const [selected, written] = await commands.first().evaluate((pre) => {
      getSelection()?.selectAllChildren(pre);
      return [getSelection()?.toString(), pre.textContent];
    });
    expect(selected).toBe(written);
  });
});

describe("a runbook's inputs", () => {
  it('are fields that hold the defaults, and fill the commands', async () => {
    const { page, troubles } = await visit(address);
    const field = firstTest(page).getByRole('textbox', { name: 'dump_file' });
    const value = await field.inputValue();
    const commands = firstTest(page).locator('pre');
    expect(value).toBe('C:\\Windows\\Temp\\detectionary-notepad.dmp');
    expect(await commands.allTextContents()).toSatisfy((texts: string[]) =>
      texts.every((text) => text.includes(value)),
    );
    await field.fill('D:\\a <b> &amp;.dmp');
    expect(await commands.last().textContent()).toContain('"D:\\a <b> &amp;.dmp"');
    await field.fill('');
    expect(await commands.last().textContent()).toContain('"#{dump_file}"');
    expect(troubles).toEqual([]);
  });

  it('say what an empty field leaves in the commands', async () => {
    const { page } = await visit(address);
    const field = firstTest(page).getByRole('textbox', { name: 'dump_file' });
    expect(await field.getAttribute('placeholder')).toBe('#{dump_file}');
    expect(await firstTest(page).locator('.inputs-tools p').innerText()).toMatch(/an empty field stays #\{\w+\}/);
  });

  it('fill the headings that say what a test needs', async () => {
    const { page } = await visit('tests/T1098.004/');
    const test = page.locator('.atomic-test', { has: page.getByText('The key pair has to exist') });
    const field = test.getByRole('textbox', { name: 'key_file' });
    const heading = test.getByRole('heading', { name: /The key pair has to exist/ });
    expect(await heading.textContent()).toContain(`(${await field.inputValue()})`);
    await field.fill('/tmp/<b>');
    expect(await heading.textContent()).toContain('(/tmp/<b>)');
  });

  it('go back to their defaults, and say so', async () => {
    const { page } = await visit(address);
    const field = firstTest(page).getByRole('textbox', { name: 'dump_file' });
    const before = await firstTest(page).locator('pre').allTextContents();
    await field.fill('x');
    await firstTest(page).getByRole('button', { name: 'Reset to the defaults' }).click();
    expect(await firstTest(page).locator('pre').allTextContents()).toEqual(before);
    expect(await firstTest(page).getByRole('status').textContent()).toContain('defaults');
  });

  it('are copied with the command', async () => {
    const { page } = await visit(address, { permissions: ['clipboard-read', 'clipboard-write'] });
    await firstTest(page).getByRole('textbox', { name: 'dump_file' }).fill('Z:\\mine.dmp');
    await firstTest(page).locator('figure', { hasText: 'Remove-Item' }).getByRole('button', { name: 'Copy' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'Remove-Item -Path "Z:\\mine.dmp" -ErrorAction SilentlyContinue',
    );
  });

  it('stay a table above the raw commands without JavaScript', async () => {
    const { page } = await visit(address, { javaScriptEnabled: false });
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await firstTest(page).getByRole('rowheader', { name: 'dump_file' }).count()).toBe(1);
    expect(await firstTest(page).locator('pre').last().textContent()).toContain('#{dump_file}');
  });

  it('keep their names in one line without JavaScript, however long a value is', async () => {
    const { page } = await visit(address, { javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    const table = firstTest(page).locator('atomic-inputs table');
    await table.locator('[data-input]').evaluate((value) => (value.textContent = 'x'.repeat(400)));
    const lines = await table
      .locator('th code')
      .evaluateAll((names) => names.map((name) => name.getClientRects().length));
    expect(lines).toEqual([1]);
    const isCut = await table.evaluate(({ parentElement: box }) => (box?.scrollWidth ?? 0) > (box?.clientWidth ?? 0));
    expect(isCut).toBe(false);
  });

  it('hold nothing that is sent or kept', () => {
    expect(raw).not.toMatch(/<input[^>]* name="(?!q")/);
    expect(raw).not.toContain('<form class="workbench');
  });

  it('move nothing when they come', async () => {
    const { page } = await visit(address);
    expect(await layoutShift(page)).toBeLessThan(0.02);
  });
});

describe('the folder that tests name', () => {
  const archive = 'tests/T1560.001/';
  const test = (page: Page): ReturnType<Page['locator']> =>
    page.locator('.atomic-test', { has: page.getByRole('textbox', { name: 'seven_zip' }) });
  const written = 'PathToAtomicsFolder\\..\\ExternalPayloads\\7-Zip';

  it('is filled into all commands, headings and defaults, and its name again when it is emptied', async () => {
    const { page, troubles } = await visit(archive);
    const field = page.getByRole('textbox', { name: 'Atomics folder' });
    const input = page.getByRole('textbox', { name: 'seven_zip' });
    const texts = (): Promise<readonly string[]> => page.locator('.atomic-test :is(pre, h3, h4, h5)').allTextContents();
    const before = await texts();
    expect(await field.inputValue()).toBe('');
    expect(await input.inputValue()).toBe(`${written}\\7z.exe`);
    await field.fill('D:\\$& <b>');
    expect(await input.inputValue()).toBe('D:\\$& <b>\\..\\ExternalPayloads\\7-Zip\\7z.exe');
    expect(await texts()).toEqual(before.map((text) => text.replaceAll('PathToAtomicsFolder', () => 'D:\\$& <b>')));
    await field.fill('');
    expect(await texts()).toEqual(before);
    expect(troubles).toEqual([]);
  });

  it('is copied with a command', async () => {
    const { page } = await visit(archive, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('textbox', { name: 'Atomics folder' }).fill('D:\\atomics');
    await test(page).locator('figure', { hasText: 'winget' }).getByRole('button', { name: 'Copy' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /"D:\\atomics\\\.\.\\ExternalPayloads\\7-Zip"$/,
    );
  });

  it("leaves the reader's own value of an input, and is in the default that it goes back to", async () => {
    const { page } = await visit(archive);
    const [folder, input] = ['Atomics folder', 'seven_zip'].map((name) => page.getByRole('textbox', { name }));
    await input?.fill('E:\\7z.exe');
    await folder?.fill('D:');
    expect(await input?.inputValue()).toBe('E:\\7z.exe');
    expect(await test(page).locator('pre').first().textContent()).toContain('"E:\\7z.exe"');
    await test(page).getByRole('button', { name: 'Reset to the defaults' }).click();
    expect(await input?.inputValue()).toBe('D:\\..\\ExternalPayloads\\7-Zip\\7z.exe');
    expect(await test(page).locator('pre').first().textContent()).toContain(
      '"D:\\..\\ExternalPayloads\\7-Zip\\7z.exe"',
    );
  });

  it('has no field without JavaScript, nor where no test names it', async () => {
    const { page } = await visit(archive, { javaScriptEnabled: false });
    expect(await page.locator('.atomics-folder').isVisible()).toBe(false);
    expect(raw).not.toContain('atomics-folder');
  });

  it.each([1440, 375])('moves nothing at %i px when the page is opened', async (width) => {
    const { page } = await visit(archive, { viewport: { width, height: 800 } });
    expect(await layoutShift(page)).toBeLessThan(0.02);
  });
});

describe('a long runbook', () => {
  it.each([1440, 375])(
    'lays out what is in sight at %i px, and a link to any test still leads to it',
    async (width) => {
      const { page, troubles } = await visit('tests/T1082/', { viewport: { width, height: 800 } });
      await page.evaluate(() => {
        const last = [...document.querySelectorAll('.atomic-test')].at(-1);
        for (let n = 40; n > 0; n -= 1) {
          const copy = last?.cloneNode(true) as Element;
          copy.id = `copy-${String(n)}`;
          last?.after(copy);
        }
      });
      const laidOut = (id: string) =>
        page.locator(`#${id} h2`).evaluate((heading) => heading.checkVisibility({ contentVisibilityAuto: true }));
      const top = (id: string) => page.locator(`#${id}`).evaluate((test) => test.getBoundingClientRect().top);
      const bar = await page.locator('html').evaluate((root) => parseFloat(getComputedStyle(root).scrollPaddingTop));
      // What is above the one that is asked for is laid out too.
      for (const id of ['copy-3', 'copy-21', 'copy-40']) {
        expect(await laidOut(id)).toBe(false);
        await page.evaluate((hash) => (location.hash = hash), id);
        await expect.poll(() => laidOut(id)).toBe(true);
        expect(Math.abs((await top(id)) - bar)).toBeLessThan(2);
      }
      expect(troubles).toEqual([]);
    },
  );
});

describe('the place in a runbook that an address names', () => {
  it('has all tests above it laid out, so that a reload finds it where it was', async () => {
    const { page } = await visit('tests/T1082/');
    const tests = page.locator('.atomic-test');
    const layouts = (): Promise<readonly string[]> =>
      tests.evaluateAll((all) => all.map((test) => getComputedStyle(test).contentVisibility));
    expect(await layouts()).toEqual(['auto', 'auto', 'auto']);
    await page.goto(`${page.url()}#${(await tests.last().locator('h2').getAttribute('id')) ?? ''}`);
    expect(await layouts()).toEqual(['visible', 'visible', 'auto']);
    await page.goto(`${page.url().split('#')[0] ?? ''}#${(await tests.nth(1).getAttribute('id')) ?? ''}`);
    expect(await layouts()).toEqual(['visible', 'auto', 'auto']);
  });
});
