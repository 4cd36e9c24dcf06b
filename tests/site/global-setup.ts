import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { servePreview } from '../../src/site/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built bundled vault. */
    out: string;
    /** Where it is served, ending in `/`. */
    url: string;
  }
}

/**
 * Builds the bundled vault with the command and serves it as a static host would. `SITE=dist` in the environment takes a site
 * that was built before, to save its time while a test is written.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
  const out = process.env['SITE'] ?? buildInto(path.join(folder, 'dist'));
  const server = await servePreview(out, 0);
  project.provide('out', out);
  project.provide('url', server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
}

function buildInto(out: string): string {
  execFileSync(process.execPath, ['bin/detectionary.js', 'build', '--vault', 'content', '--out', out, '--no-cache'], {
    stdio: 'inherit',
  });
  return out;
}
