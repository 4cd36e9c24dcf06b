import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { servePreview } from '../../src/site/index.ts';
import { CANARY } from './canary.ts';
import { allCases, rootFiles } from './cases/index.ts';
import { runCommand } from './command.ts';
import { makeVault, writeTree } from './make-vault.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built site of all cases. */
    out: string;
    /** Where it is served, ending in `/`. */
    url: string;
    /** Folder of the vault of all cases. */
    vault: string;
    /** What the build printed. */
    printed: string;
  }
}

/** Makes one vault of all cases, builds it with the command, once, and serves the site. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  const [vault, outside, out] = ['vault', 'outside', 'out'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(outside);
  writeTree(outside, { 'secret.md': CANARY, 'secret.png': CANARY });
  makeVault(vault, allCases, { outside, files: rootFiles });
  const environment = { DETECTIVE: CANARY, HOME: path.join(folder, `home-${CANARY}`), SECRET_TOKEN: CANARY };
  const { status, output } = runCommand(['build', '--vault', vault, '--out', out, '--no-cache'], environment);
  writeFileSync(path.join(folder, 'printed.txt'), output);
  // 1: it has found errors, as it must.
  if (status !== 1) throw new Error(`the build ended with ${String(status)}:\n${output.slice(0, 2_000)}`);
  const server = await servePreview(out, 0);
  project.provide('out', out);
  project.provide('url', server.url);
  project.provide('vault', vault);
  project.provide('printed', output);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
