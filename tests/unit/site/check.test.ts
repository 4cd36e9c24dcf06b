import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCache } from '../../../src/cache/index.ts';
import type { Cache } from '../../../src/cache/index.ts';
import { checkVault, keepFindings } from '../../../src/site/check.ts';
import { readSources } from '../../../src/vault/index.ts';

let top: string;
let vault: string;

beforeEach(() => {
  top = mkdtempSync(path.join(tmpdir(), 'detectionary-check-'));
  vault = path.join(top, 'vault');
  mkdirSync(vault);
  writeFileSync(path.join(vault, 'A.md'), '[[Nowhere]]\n');
});

afterEach(() => rmSync(top, { recursive: true }));

const cache = (): Cache => openCache({ folder: path.join(top, 'cache'), vault });

async function codes(): Promise<readonly string[]> {
  const { diagnostics } = await checkVault(vault, cache());
  return diagnostics.map(({ code }) => code);
}

it('finds what a build has kept, until a note changes', async () => {
  expect(await codes()).toEqual(['links/broken']);
  keepFindings(cache(), readSources(vault), { diagnostics: [], attachments: [] });
  expect(await codes()).toEqual([]);
  writeFileSync(path.join(vault, 'A.md'), '[[Nowhere]] and [[Nobody]]\n');
  expect(await codes()).toEqual(['links/broken', 'links/broken']);
});

it('looks at attachments each time, since nothing of them is kept', async () => {
  writeFileSync(path.join(vault, 'A.md'), '![[a.svg]]\n');
  const draw = (content: string): void => writeFileSync(path.join(vault, 'a.svg'), `<svg>${content}</svg>`);
  draw('');
  expect(await codes()).toEqual([]);
  draw('<script>run()</script>');
  expect(await codes()).toEqual(['vault/runnable']);
  writeFileSync(path.join(vault, 'detectionary.yaml'), 'diagnostics: {vault/runnable: off}\n');
  expect(await codes()).toEqual([]);
});
