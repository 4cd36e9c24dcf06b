import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksJson, graphJson } from '../../../src/graph/index.ts';
import { createVaultMemory, loadVault } from '../../../src/pipeline/index.ts';
import type { VaultModel } from '../../../src/pipeline/index.ts';
import { buildPages, createRenderer } from '../../../src/render/index.ts';
import type { RenderMemory } from '../../../src/render/index.ts';
import { readSources } from '../../../src/vault/index.ts';
import type { LastReading } from '../../../src/vault/index.ts';
import { applyEdit, copyVault, notesIn, vaultEdit } from '../../warm/vault-edits.ts';

/** All that a model says: its graph, answers, diagnostics and pages. */
function everything({ graph, diagnostics, vault }: VaultModel, renderings?: RenderMemory): unknown {
  const { renderNote } = createRenderer(graph, { base: '/', lineBreaks: vault.lineBreaks }, renderings);
  const pages = buildPages(graph, { base: '/' }, renderNote);
  return [graphJson(graph), blocksJson(graph), diagnostics, pages];
}

/** The texts of all notes by their absolute paths. */
function textsOf(vault: string): ReadonlyMap<string, string> {
  const files = notesIn(vault).map((name) => path.join(vault, name));
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

describe('a vault that is followed', { timeout: 300_000 }, () => {
  it('is after every change what it is when it is read anew', () => {
    const vault = copyVault();
    try {
      const memory = createVaultMemory();
      let last: LastReading['vault'] | undefined;
      let texts = textsOf(vault);
      // Stands for the watcher: names what is not as it was.
      const follow = (): VaultModel => {
        const before = texts;
        texts = textsOf(vault);
        const isChanged = (file: string): boolean => texts.get(file) !== before.get(file);
        const sources = readSources(vault, last && { vault: last, isChanged });
        last = sources.vault;
        return loadVault(vault, { sources, memory });
      };
      follow();
      fc.assert(
        fc.property(fc.array(vaultEdit, { minLength: 1, maxLength: 3 }), (edits) => {
          const done = edits.map((edit) => applyEdit(vault, edit));
          expect(everything(follow(), memory.renderings('/')), done.join('; ')).toEqual(everything(loadVault(vault)));
        }),
        // A smaller change of a vault that has changed already is another change: nothing to shrink to.
        { numRuns: 20, endOnFailure: true },
      );
    } finally {
      rmSync(path.dirname(vault), { recursive: true });
    }
  });
});
