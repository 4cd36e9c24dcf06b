import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { useFollowedCopy } from './followed-copy.ts';

describe.each([
  {
    name: 'dev',
    command: (vault: string) => ['bin/detectionary.js', 'dev', '--vault', vault, '--port', '4876', '--no-cache'],
  },
  { name: 'dev of Astro', command: (vault: string) => ['tests/warm/astro-dev.ts', vault, '4877'] },
])('$name', ({ command }) => {
  const copy = useFollowedCopy(command);

  /** Waits until a page holds a text, or no longer does. */
  async function waitFor(address: string, text: string, isThere = true): Promise<void> {
    const pageOf = async (): Promise<string> => (await fetch(copy.url + address)).text();
    await expect.poll(async () => (await pageOf()).includes(text), { timeout: 60_000 }).toBe(isThere);
  }

  it('shows what has been saved, on the page of the note and where a search finds it', async () => {
    const title = 'A title just saved';
    const finding = 'techniques/T1595/';
    await waitFor(finding, 'Known Scanner In The User Agent');
    const file = path.join(copy.vault, 'Detection Rules/web_scanner_user_agent.md');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Known Scanner In The User Agent', title));
    await waitFor(finding, title);
    await waitFor('tags/t1595/', title);
  });

  it('serves a note that was added, and not one that was removed', async () => {
    const file = path.join(copy.vault, 'Just added.md');
    writeFileSync(file, 'A word: zyzzyva.\n');
    await waitFor('just-added/', 'zyzzyva');
    rmSync(file);
    await waitFor('just-added/', 'zyzzyva', false);
  });

  it('serves what stands in a folder that was made, and follows it where it is moved', async () => {
    const [made, moved] = ['Made/Within', 'Moved'].map((name) => path.join(copy.vault, name)) as [string, string];
    mkdirSync(made, { recursive: true });
    writeFileSync(path.join(made, 'Deep.md'), 'A word: quokka.\n');
    await waitFor('made/within/deep/', 'quokka');
    renameSync(made, moved);
    await waitFor('moved/deep/', 'quokka');
    writeFileSync(path.join(moved, 'Deep.md'), 'A word: numbat.\n');
    await waitFor('moved/deep/', 'numbat');
  });

  it('breaks lines where Obsidian does from when its settings are changed', async () => {
    const settings = path.join(copy.vault, '.obsidian/app.json');
    writeFileSync(path.join(copy.vault, 'Lines.md'), 'one line\nand another\n');
    await waitFor('lines/', 'one line\nand another');
    mkdirSync(path.dirname(settings));
    writeFileSync(settings, '{}');
    await waitFor('lines/', 'one line<br>');
    writeFileSync(settings, '{"strictLineBreaks": true}');
    await waitFor('lines/', 'one line\nand another');
  });
});
