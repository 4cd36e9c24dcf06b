import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openSite } from '../browser.ts';
import type { OpenSite } from '../browser.ts';
import type { BuiltVault } from '../built-vault.ts';
import type { Setting } from '../commands.ts';
import type { Report } from '../report.ts';

/** A built site to weigh, and to open. */
export interface BudgetInput {
  readonly setting: Setting;
  readonly built: Pick<BuiltVault, 'out' | 'notes' | 'urlOf'>;
}

/** What a first search loads beside the page's own HTML and style, as it travels from a host that compresses nothing. */
const firstSearch = [
  { query: '?q=powershell', most: 260_000 },
  { query: '?q=rundll32.exe', most: 260_000 },
  { query: '?q=T1059.001', most: 260_000 },
  { query: '?q=powershell&level=high', most: 320_000 },
] as const;

const patience = 30_000;

/** Asserts what pages weigh and what a first search loads, on a vault of thousands of notes. */
export async function checkBudgets(report: Report, input: BudgetInput): Promise<void> {
  checkPages(report, input.built);
  await openSite(input.setting, input.built.out, async (site) => {
    for (const { query, most } of firstSearch) {
      const bytes = await searchBytes(site, query);
      report.none(`budget: a first search ${query} loads under ${most / 1000} kB`, bytes < most ? [] : [`${bytes}`]);
    }
    await report.attempt('budget: matrix', () => checkMatrix(report, site));
  });
}

function checkPages(report: Report, { out, notes, urlOf }: BudgetInput['built']): void {
  const weigh = (file: string): number => gzipSync(readFileSync(join(out, file))).length;
  const weights = notes.flatMap((note) => {
    const url = urlOf(note);
    return url === undefined ? [] : [weigh(join(url, 'index.html'))];
  });
  weights.sort((a, b) => a - b);
  for (const [share, kilobytes] of [
    [0.5, 8],
    [0.95, 16],
    [0.99, 30],
  ] as const) {
    const weight = weights[Math.ceil(weights.length * share) - 1] ?? Infinity;
    const name = `budget: ${share * 100} % of the pages of notes are under ${kilobytes} kB, compressed`;
    report.none(name, weight < kilobytes * 1000 ? [] : [`${weight}`]);
  }
  const sheets = readdirSync(join(out, '_astro')).filter((file) => file.endsWith('.css'));
  report.same('budget: style sheets', sheets.length, 1);
  const heavy = sheets.filter((file) => weigh(join('_astro', file)) >= 14_000);
  report.none('budget: the style sheet is under 14 kB, compressed', heavy);
}

/** In a profile of its own, so that nothing has been loaded before. */
async function searchBytes({ origin, page }: OpenSite, query: string): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the browser was closed');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const sizes: Promise<number>[] = [];
    const opened = await context.newPage();
    opened.on('requestfinished', (request) => {
      const isOwn = /(?:\/|\.css|\.svg)$/.test(new URL(request.url()).pathname);
      if (!isOwn) sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await opened.goto(`${origin}/search/${query}`);
    await opened.locator('[data-search-count]').waitFor({ timeout: patience });
    await opened.waitForLoadState('networkidle');
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } finally {
    await context.close();
  }
}

/** Hundreds of techniques are narrowed by what stands in the address, and as many are said to be left as are shown. */
async function checkMatrix(report: Report, { origin, page }: OpenSite): Promise<void> {
  await page.goto(`${origin}/?platform=Linux&level=critical`);
  const words = await page.locator('[data-matrix-tools] output').innerText();
  const [left = 0, all = 0] = (words.match(/\d[\d,]*/g) ?? []).map((count) => Number(count.replaceAll(',', '')));
  report.none('matrix: filters leave some techniques', left > 0 && left < all ? [] : [words]);
  const shown = await page
    .locator('.cell:not(.above, :is([data-absent], [data-empty]) .cell, [data-absent]) > a')
    .evaluateAll((links) => new Set(links.map((link) => link.getAttribute('href'))).size);
  report.same('matrix: as many techniques are shown as are said to match', shown, left);
}
