import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../cache/index.ts';
import type { KeptRendering, RenderMemory } from '../render/index.ts';
import type { VaultPath } from '../source/index.ts';

/** Renderings that outlive the run. */
export interface KeptRenderings extends RenderMemory {
  /** Writes them to the cache. What is remembered after that is remembered while this lives. */
  keep(): void;
}

/** Opens the renderings of a vault's notes under a base. */
export function openRenderings(cache: Cache, base: string): KeptRenderings {
  const shelf = cache.shelf('renderings');
  // They are large, so a build, which asks once for each, does not hold on to them.
  const held = new Map<VaultPath, KeptRendering>();
  let isKept = false;
  const keyOf = (path: VaultPath): string => createHash('sha256').update(`${base}\n${path}`).digest('base64url');
  return {
    recall: (path) => {
      const bytes = isKept ? undefined : shelf.get(keyOf(path));
      // The cache vouches for the bytes, and the program's digest for their shape.
      return bytes === undefined ? held.get(path) : (deserialize(bytes) as KeptRendering);
    },
    remember: (path, rendering) => {
      if (isKept) held.set(path, rendering);
      else shelf.put(keyOf(path), () => serialize(rendering));
    },
    keep: () => {
      isKept = true;
      shelf.close();
    },
  };
}
