import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyVault } from './vault-edits.ts';

const env = Object.fromEntries(['PATH', 'HOME'].map((name) => [name, process.env[name]]));

describe.each([
  {
    name: 'dev',
    command: (vault: string) => ['bin/detectionary.js', 'dev', '--vault', vault, '--port', '4876', '--no-cache'],
  },
  { name: 'dev of Astro', command: (vault: string) => ['tests/warm/astro-dev.ts', vault, '4877'] },
])('$name', ({ command }) => {
  const vault = copyVault();
  const world = { url: '' };
  // A process of its own, which is not told of the tests: Astro serves nothing and follows no files among them.
  const server = spawn(process.execPath, command(vault), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0' },
  });

  beforeAll(async () => {
    for await (const line of createInterface(server.stderr)) {
      world.url = /serving (\S+)/.exec(line)?.[1] ?? '';
      if (world.url !== '') return;
    }
    throw new Error('dev ended before it served anything');
  });
  afterAll(async () => {
    server.kill();
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(path.dirname(vault), { recursive: true });
  });

  /** Waits until a page holds a text, or no longer does. */
  async function waitFor(address: string, text: string, isThere = true): Promise<void> {
    const pageOf = async (): Promise<string> => (await fetch(world.url + address)).text();
    await expect.poll(async () => (await pageOf()).includes(text), { timeout: 60_000 }).toBe(isThere);
  }

  it('shows what has been saved, on the page of the note and where a search finds it', async () => {
    const title = 'A title just saved';
    const finding = 'techniques/T1595/';
    await waitFor(finding, 'Known Scanner In The User Agent');
    const file = path.join(vault, 'Detection Rules/web_scanner_user_agent.md');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Known Scanner In The User Agent', title));
    await waitFor(finding, title);
    await waitFor('tags/t1595/', title);
  });

  it('serves a note that was added, and not one that was removed', async () => {
    const file = path.join(vault, 'Just added.md');
    writeFileSync(file, 'A word: zyzzyva.\n');
    await waitFor('just-added/', 'zyzzyva');
    rmSync(file);
    await waitFor('just-added/', 'zyzzyva', false);
  });

  it('serves what stands in a folder that was made, and follows it where it is moved', async () => {
    const [made, moved] = ['Made/Within', 'Moved'].map((name) => path.join(vault, name)) as [string, string];
    mkdirSync(made, { recursive: true });
    writeFileSync(path.join(made, 'Deep.md'), 'A word: quokka.\n');
    await waitFor('made/within/deep/', 'quokka');
    renameSync(made, moved);
    await waitFor('moved/deep/', 'quokka');
    writeFileSync(path.join(moved, 'Deep.md'), 'A word: numbat.\n');
    await waitFor('moved/deep/', 'numbat');
  });
});
