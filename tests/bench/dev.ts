import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { loadVault } from '../../src/pipeline/index.ts';
import { launchChromium } from '../site/chromium.ts';
import type { BuildBenchOptions } from './build.ts';
import { median } from './measure.ts';
import { describeCorpus, describeMachine, writeTable } from './performance-page.ts';
import type { BenchVault } from './vault.ts';

const PROGRAM = resolve(import.meta.dirname, '../../bin/detectionary.js');
const EDITS = 20;

/**
 * Dev in a real browser: a technique's page is open, and its own note and a rule that one of its searches finds are saved
 * in turn, twenty times each. Takes the time from writing the file to the new text standing in the page.
 */
export async function benchDev({ folder }: BenchVault, { isWritten }: BuildBenchOptions): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'detectionary-bench-dev-'));
  const vault = join(work, 'vault');
  cpSync(folder, vault, { recursive: true });
  const scene = findScene(vault);
  const server = await startServer(vault, join(work, 'cache'));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const shown = await watchWords(page);
    await page.goto(server.url + scene.url.slice(1), { waitUntil: 'load' });
    const rows = [
      `| the open note's text | ${await editAll(shown, join(vault, scene.note), appended)} |`,
      `| a rule's title in its query results | ${await editAll(shown, join(vault, scene.rule), retitled)} |`,
    ];
    const table = ['| what is saved | median ms | slowest ms |', '| --- | --- | --- |', ...rows].join('\n');
    console.log(`\n${table}`);
    if (isWritten) writeTable('dev', `${describeCorpus(vault)} ${describeMachine()} ${EDITS} edits each.\n\n${table}`);
  } finally {
    await browser.close();
    server.process.kill();
    rmSync(work, { recursive: true, force: true });
  }
}

/** A technique's page, its note, and a rule that stands in one of its query results; paths in the vault. */
interface Scene {
  readonly url: string;
  readonly note: string;
  readonly rule: string;
}

/** Throws when no technique has a rule in its query results. */
function findScene(vault: string): Scene {
  const { graph } = loadVault(vault);
  for (const { note, answer } of graph.blocks) {
    const node = graph.noteAt(note.file.path);
    if (node?.kind !== 'technique' || answer.kind !== 'rows') continue;
    const nodes = answer.rows.map((row) => graph.noteAt(row.note.file.path));
    const [rule] = nodes;
    if (rule?.kind === 'rule' && nodes.every((other) => other?.kind === 'rule'))
      return { url: node.url, note: node.path, rule: rule.path };
  }
  throw new Error(`no technique of ${vault} has a rule among its query results`);
}

interface Server {
  readonly process: ChildProcess;
  /** The address of its home page. */
  readonly url: string;
}

async function startServer(vault: string, cache: string): Promise<Server> {
  const args = [PROGRAM, 'dev', '--vault', vault, '--cache', cache, '--port', '4987'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'pipe'] });
  return new Promise((started, failed) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /serving (\S+)/.exec(said)?.[1];
      if (url !== undefined) started({ process: child, url });
    });
    child.once('exit', () => failed(new Error(`dev ended:\n${said}`)));
  });
}

/** Changes a note's text so that its page, or a row of a table, shows a word. */
type Edit = (text: string, word: string) => string;

const appended: Edit = (text, word) => `${text}\n\n${word}\n`;
const retitled: Edit = (text, word) => text.replaceAll(/^title:.*$/gm, `title: A rule named ${word}`);

/** Resolves when a word stands in the page, at the first frame that has it. */
type Shown = (word: string) => Promise<void>;

/**
 * Has the page itself say when it shows a word: a tool that asks it from outside asks again only after ever longer waits, up to
 * half a second, once the page has been loaded anew.
 */
async function watchWords(page: Page): Promise<Shown> {
  const waiting = new Map<string, () => void>();
  await page.exposeBinding('tellShown', (_, word: string) => waiting.get(word)?.());
  await page.addInitScript(() => {
    let last: string | undefined;
    const look = (): void => {
      const word = /bench\d+/.exec(document.querySelector('main')?.textContent ?? '')?.[0];
      if (word !== undefined && word !== last) (window as unknown as Teller).tellShown(word); // bound above
      last = word;
      requestAnimationFrame(look);
    };
    look();
  });
  return (word) => new Promise((resolve) => waiting.set(word, resolve));
}

interface Teller {
  tellShown(word: string): void;
}

/** Saves a note again and again; gives the times as cells of a table. */
async function editAll(shown: Shown, file: string, edit: Edit): Promise<string> {
  const original = readFileSync(file, 'utf8');
  const times: number[] = [];
  // The first saves warm the server up and are not counted.
  for (let count = -3; count < EDITS; count += 1) {
    const word = `bench${Date.now()}`;
    await setTimeout(400);
    const isShown = shown(word);
    const start = performance.now();
    writeFileSync(file, edit(original, word));
    await isShown;
    if (count >= 0) times.push(performance.now() - start);
  }
  return `${median(times).toFixed(0)} | ${Math.max(...times).toFixed(0)}`;
}
