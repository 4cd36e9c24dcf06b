import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noCache, openCache } from '../../../src/cache/index.ts';
import type { Cache } from '../../../src/cache/index.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { createVaultMemory, loadVault } from '../../../src/pipeline/index.ts';
import { derive } from '../../../src/parse/index.ts';
import type { ParsedNote } from '../../../src/parse/index.ts';
import { buildPages } from '../../../src/render/index.ts';
import type { Page } from '../../../src/render/index.ts';
import { vaultPath } from '../../../src/source/index.ts';
import type { SourceFile } from '../../../src/source/index.ts';

const world = { folder: '' };
beforeEach(() => void (world.folder = mkdtempSync(path.join(tmpdir(), 'memory-'))));
afterEach(() => rmSync(world.folder, { recursive: true }));

function cache(): Cache {
  return openCache({ folder: world.folder, vault: 'content' });
}

function fileOf(text: string, name = 'Note.md'): SourceFile {
  return { path: vaultPath(name), text, encoding: 'utf-8' };
}

interface Run {
  readonly notes: readonly ParsedNote[];
  /** Notes that were not parsed. */
  readonly fromCache: number;
  /** What later stages work out of the notes. */
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The bundled vault as a run of its own sees it. */
function runOnce(from: Cache): Run {
  const memory = createVaultMemory(from);
  const { notes, graph, diagnostics } = loadVault('content', { memory });
  // A note that was parsed has its tree as a plain value.
  const fromCache = notes.filter((note) => Object.getOwnPropertyDescriptor(note, 'tree')?.get !== undefined).length;
  const pages = buildPages(graph, { base: '/' }, () => ({ html: '', toc: [], diagnostics: [] }));
  memory.keep();
  return { notes, fromCache, pages, diagnostics };
}

function withoutDerived({ derived: _derived, ...note }: ParsedNote): Omit<ParsedNote, 'derived'> {
  return note;
}

describe('a memory of notes', { timeout: 60_000 }, () => {
  it('gives from the cache what parsing gives, and all that was worked out of it', () => {
    const parsed = runOnce(noCache);
    const first = runOnce(cache());
    const second = runOnce(cache());
    expect(first.fromCache).toBe(0);
    expect(second.fromCache).toBe(second.notes.length);
    expect(second.notes.length).toBeGreaterThan(100);
    expect(second.notes.map(withoutDerived)).toEqual(parsed.notes.map(withoutDerived));
    expect(second.pages).toEqual(parsed.pages);
    expect(second.diagnostics).toEqual(parsed.diagnostics);
  });

  it('parses a note anew when its text, name or encoding is another', () => {
    const text = 'A #tag\n';
    const memory = createVaultMemory(cache());
    memory.parse(fileOf(text));
    memory.keep();
    const isKnown = (file: SourceFile): boolean =>
      Object.getOwnPropertyDescriptor(createVaultMemory(cache()).parse(file), 'tree')?.get !== undefined;
    expect(isKnown(fileOf(text))).toBe(true);
    expect(isKnown(fileOf(`${text}\n`))).toBe(false);
    expect(isKnown(fileOf(text, 'Other.md'))).toBe(false);
    expect(isKnown({ ...fileOf(text), encoding: 'cp437' })).toBe(false);
  });

  it('gives what was derived of a note after it has kept it too', () => {
    const worked: string[] = [];
    const work = (memory: ReturnType<typeof createVaultMemory>, text: string): number =>
      derive(memory.parse(fileOf(text, `${text}.md`)), 'length', () => (worked.push(text), text.length));
    const first = createVaultMemory(cache());
    for (const text of ['one', 'three']) work(first, text);
    first.keep();
    const second = createVaultMemory(cache());
    second.parse(fileOf('three', 'three.md'));
    work(second, 'one');
    work(second, 'seven');
    second.keep(); // writes what was derived, 'three' along with it
    expect(work(second, 'three')).toBe(5);
    expect(work(createVaultMemory(cache()), 'three')).toBe(5);
    expect(worked).toEqual(['one', 'three', 'seven']);
  });

  it('remembers a note while it lives, and forgets it when it changes', () => {
    const memory = createVaultMemory();
    const first = memory.parse(fileOf('one'));
    expect(memory.parse(fileOf('one'))).toBe(first);
    expect(memory.parse(fileOf('two')).file.text).toBe('two');
  });
});
