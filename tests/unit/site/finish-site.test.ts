import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadVault } from '../../../src/pipeline/index.ts';
import { makeSiteContent } from '../../../src/site/content.ts';
import { stampFiles } from '../../../src/site/file-stamps.ts';
import { finishSite } from '../../../src/site/finish-site.ts';
import { localAddress } from '../../../src/site/hosting/public-address.ts';
import { openSiteFiles } from '../../../src/site/site-files.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';

it.each([
  ['', 'error'],
  ['diagnostics:\n  vault/unreadable: info\n', 'info'],
])('names an attachment that is gone since the vault was read, under “%s”', async (settings, severity) => {
  const root = temporaryVault({ 'A.md': '![[gone.png]] ![[kept.png]]', 'gone.png': 'x', 'kept.png': 'y' });
  const configured = temporaryVault({ 'detectionary.yaml': settings });
  const model = loadVault(root);
  const { config } = loadVault(configured);
  const content = makeSiteContent({ ...model, graph: model.graph, config }, { address: localAddress, isDev: false });
  rmSync(path.join(root, 'gone.png'));
  const folder = temporaryVault({});
  const files = openSiteFiles(folder);
  const { diagnostics } = await finishSite(folder, content, files);
  expect(diagnostics.map(({ code, severity, place }) => [code, severity, place.path])).toEqual([
    ['vault/unreadable', severity, 'gone.png'],
  ]);
  expect(existsSync(path.join(folder, 'files/gone.png'))).toBe(false);
  expect(existsSync(path.join(folder, 'files/kept.png'))).toBe(true);
  // As the build does, which must not look for what is not there.
  const stamps = stampFiles(folder, files.digests.keys()).map((stamp) => stamp.path);
  expect(stamps.filter((name) => name.startsWith('files/'))).toEqual(['files/kept.png']);
});
