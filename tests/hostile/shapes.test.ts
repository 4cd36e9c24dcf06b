import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shapes } from './cases/shapes.ts';
import { runCommand } from './command.ts';
import type { CommandRun } from './command.ts';
import { readPage } from './dangers.ts';
import { makeVault } from './make-vault.ts';

interface SiteData {
  readonly nodes: readonly { readonly path?: string; readonly url: string }[];
  readonly diagnostics: readonly { readonly code: string; readonly path: string; readonly line: number }[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'shapes-'));
const [vault, out] = [path.join(folder, 'vault'), path.join(folder, 'out')];

function readData<K extends keyof SiteData>(name: string, key: K): SiteData[K] {
  return (JSON.parse(readFileSync(path.join(out, 'api', name), 'utf8')) as SiteData)[key];
}

describe('a vault of every hostile size and shape', () => {
  const runs: CommandRun[] = [];
  beforeAll(() => {
    makeVault(vault, shapes, { outside: folder, files: { 'Home.md': '# Home\n\nThe end.\n' } });
    runs.push(runCommand(['build', '--vault', vault, '--out', out, '--no-cache']));
  }, 500_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is built to its end', () => {
    expect(runs.map(({ status }) => status)).toEqual([1]);
    expect(readFileSync(path.join(out, 'home/index.html'), 'utf8')).toContain('The end.');
  });

  it.each(shapes)('$name costs itself only, and is told', ({ name, codes = [], pages = {} }) => {
    const urls = new Map(readData('graph.json', 'nodes').map(({ path: note, url }) => [note, url]));
    for (const [file, texts] of Object.entries(pages)) {
      const url = urls.get(`cases/${name}/${file}`);
      expect(url, file).toBeDefined();
      const { text, dangers } = readPage(readFileSync(path.join(out, (url ?? '').slice(1), 'index.html'), 'utf8'));
      expect(dangers).toEqual([]);
      for (const wanted of texts) expect(text).toContain(wanted);
    }
    const found = readData('diagnostics.json', 'diagnostics').filter(({ path: note }) =>
      note.startsWith(`cases/${name}/`),
    );
    for (const code of codes) expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(found.filter(({ line }) => !(line >= 1))).toEqual([]);
  });
});
