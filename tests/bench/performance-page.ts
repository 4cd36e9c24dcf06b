import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { readVault } from '../../src/vault/index.ts';

const PAGE = resolve(import.meta.dirname, '../../docs/performance.md');

/** Puts a table into docs/performance.md, between the marks of its name. Throws when the page has no such marks. */
export function writeTable(name: string, table: string): void {
  const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`docs/performance.md has no ${begin} … ${end}`);
  writeFileSync(PAGE, `${page.slice(0, from)}${begin}\n\n${table}\n\n${page.slice(to)}`);
}

/** What was measured on, in a sentence. */
export function describeCorpus(vault: string): string {
  const { notes } = readVault(vault, ['.obsidian', '.trash']);
  const bytes = notes.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return `${notes.length.toLocaleString('en')} notes, ${(bytes / 1e6).toFixed(1)} MB of text.`;
}

/** The machine and the Node that measured, in a sentence. */
export function describeMachine(): string {
  const processors = cpus();
  return `Node ${process.versions.node} on ${processors.length} cores (${processors[0]?.model.trim() ?? 'unknown'}).`;
}
