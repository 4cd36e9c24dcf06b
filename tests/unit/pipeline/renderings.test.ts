import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noCache, openCache } from '../../../src/cache/index.ts';
import type { Cache } from '../../../src/cache/index.ts';
import { createVaultMemory, loadVault } from '../../../src/pipeline/index.ts';
import { createRenderer } from '../../../src/render/index.ts';
import type { KeptRendering, RenderedNote, RenderMemory, RenderOptions } from '../../../src/render/index.ts';
import { applyEdit, copyVault, vaultEdit } from '../../warm/vault-edits.ts';

interface Run {
  readonly rendered: Readonly<Record<string, RenderedNote>>;
  /** Notes that were rendered anew. */
  readonly anew: readonly string[];
}

/** Renders every note of a vault in a run of its own. */
function renderAll(vault: string, cache: Cache, options: Omit<RenderOptions, 'base'> = {}): Run {
  const memory = createVaultMemory(cache);
  const { graph, vault: read } = loadVault(vault, { memory });
  const anew: string[] = [];
  const kept = memory.renderings('/');
  const watched: RenderMemory = {
    recall: (name) => kept.recall(name),
    remember: (name, rendering: KeptRendering) => {
      anew.push(name);
      kept.remember(name, rendering);
    },
  };
  const renderer = createRenderer(graph, { base: '/', lineBreaks: read.lineBreaks, ...options }, watched);
  const notes = graph.nodes.flatMap((node) => ('note' in node ? [node] : []));
  const rendered = Object.fromEntries(notes.map((node) => [node.path, renderer.renderNote(node)]));
  memory.keep();
  return { rendered, anew };
}

/** A copy of the bundled vault and a cache of its own. */
function withVault(test: (vault: string, cache: () => Cache) => void): void {
  const vault = copyVault();
  const folder = mkdtempSync(path.join(tmpdir(), 'renderings-'));
  try {
    test(vault, () => openCache({ folder, vault }));
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(path.dirname(vault), { recursive: true });
  }
}

describe('kept renderings', { timeout: 300_000 }, () => {
  it('are all used again when nothing has changed', () => {
    withVault((vault, cache) => {
      const first = renderAll(vault, cache());
      const second = renderAll(vault, cache());
      expect(first.anew.length).toBe(Object.keys(first.rendered).length);
      expect(second.anew).toEqual([]);
      expect(second.rendered).toEqual(first.rendered);
    });
  });

  it('are made anew where an image has another size', () => {
    withVault((vault, cache) => {
      const ofHeight = (height: number) => ({ imageSize: () => ({ width: 100, height }) });
      renderAll(vault, cache(), ofHeight(50));
      expect(renderAll(vault, cache(), ofHeight(50)).anew).toEqual([]);
      const { anew, rendered } = renderAll(vault, cache(), ofHeight(60));
      const showing = Object.keys(rendered).filter((name) => rendered[name]?.html.includes('<img'));
      expect(anew.toSorted()).toEqual(showing.toSorted());
      expect(anew).not.toEqual([]);
    });
  });

  it('are made anew where lines are broken otherwise', () => {
    withVault((vault, cache) => {
      const joined = renderAll(vault, cache(), { lineBreaks: 'joined' });
      const shown = renderAll(vault, cache(), { lineBreaks: 'shown' });
      expect(shown.rendered).toEqual(renderAll(vault, noCache, { lineBreaks: 'shown' }).rendered);
      expect(shown.rendered).not.toEqual(joined.rendered);
    });
  });

  it('are made anew for a note that has changed and for what shows it', () => {
    withVault((vault, cache) => {
      const rule = 'Detection Rules/web_scanner_user_agent.md';
      renderAll(vault, cache());
      applyEdit(vault, { kind: 'add', name: 'Unrelated', text: 'Nobody links here.\n' });
      const unrelated = renderAll(vault, cache()).anew;
      // A search of the vault says among how many notes it has found nothing.
      expect(unrelated.toSorted()).toEqual(['Playbooks/Finding gaps.md', 'Unrelated.md']);
      applyEdit(vault, { kind: 'add', name: 'Shows', text: '![[web_scanner_user_agent]]\n' });
      renderAll(vault, cache());
      applyEdit(vault, { kind: 'add', name: rule.slice(0, -3), text: '# Short\n' });
      const { anew, rendered } = renderAll(vault, cache());
      expect(anew).toEqual(expect.arrayContaining([rule, 'Shows.md']));
      expect(anew.length).toBeLessThan(Object.keys(rendered).length / 2);
    });
  });

  it('are what a run without a cache gives, whatever was changed', () => {
    withVault((vault, cache) => {
      renderAll(vault, cache());
      fc.assert(
        fc.property(fc.array(vaultEdit, { minLength: 1, maxLength: 4 }), (edits) => {
          const done = edits.map((edit) => applyEdit(vault, edit));
          const warm = renderAll(vault, cache()).rendered;
          expect(warm, done.join('; ')).toEqual(renderAll(vault, noCache).rendered);
        }),
        // A smaller change of a vault that has changed already is another change: nothing to shrink to.
        { numRuns: 10, endOnFailure: true },
      );
    });
  });
});
