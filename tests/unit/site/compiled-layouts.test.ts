import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiledLayouts } from '../../../src/site/layout-program/compiled-layouts.ts';
import { loadVault } from '../../../src/pipeline/index.ts';
import { makeSiteContent } from '../../../src/site/content.ts';
import { localAddress } from '../../../src/site/hosting/public-address.ts';
import { openLayouts } from '../../../src/site/layout-program/open-layouts.ts';
import { provideSite } from '../../../src/site/state.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'layouts-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const aside = (): string => path.join(folder, 'aside');

test('layouts are compiled once, by builds at the same time too', async () => {
  const home = path.join(folder, 'home');
  const [one, other] = await Promise.all([compiledLayouts(aside(), home), compiledLayouts(aside(), home)]);
  expect(other).toBe(one);
  expect(await compiledLayouts(aside(), home)).toBe(one);
  expect(readdirSync(home)).toEqual([path.basename(one)]);
  expect(existsSync(aside())).toBe(false);
}, 120_000);

test('where the program cannot be written they are compiled aside', async () => {
  const home = path.join(folder, 'file');
  writeFileSync(home, '');
  expect(await compiledLayouts(aside(), home)).toBe(aside());
}, 120_000);

test('what a layout cannot lay out is thrown on', async () => {
  const layouts = await openLayouts('/', aside());
  provideSite(makeSiteContent(loadVault(temporaryVault({})), { address: localAddress, isDev: false }).site);
  await expect(layouts.layOut('/rules/none/')).rejects.toThrow('No page has the address /rules/none/');
}, 120_000);
