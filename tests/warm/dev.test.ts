import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyVault } from './vault-edits.ts';

const PORT = 4876;
const vault = copyVault();
// A process of its own, which is not told of the tests: Astro serves nothing and follows no files among them.
const command = ['bin/detectionary.js', 'dev', '--vault', vault, '--port', String(PORT), '--no-cache'];
const env = Object.fromEntries(['PATH', 'HOME'].map((name) => [name, process.env[name]]));
const server = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'], env });

beforeAll(async () => {
  for await (const line of createInterface(server.stderr)) if (line.startsWith('serving ')) return;
  throw new Error('dev ended before it served anything');
});
afterAll(async () => {
  server.kill();
  if (server.exitCode === null) await once(server, 'exit');
  rmSync(path.dirname(vault), { recursive: true });
});

async function pageOf(address: string): Promise<string> {
  return (await fetch(`http://localhost:${String(PORT)}/${address}`)).text();
}

/** Waits until a page holds a text, or no longer does. */
async function waitFor(address: string, text: string, isThere = true): Promise<void> {
  await expect.poll(async () => (await pageOf(address)).includes(text), { timeout: 60_000 }).toBe(isThere);
}

it('shows what has been saved, on the page of the note and where a search finds it', async () => {
  const title = 'A title just saved';
  const finding = 'techniques/T1595/';
  expect(await pageOf(finding)).toContain('Known Scanner In The User Agent');
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
