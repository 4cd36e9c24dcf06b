import { idShardScriptPath } from '../../id-shards.ts';
import type { LoadShard } from './id-index.ts';

/** Loads files of the id index below the site's base as JSON. */
export function jsonLoader(base: string): LoadShard {
  return async (path) => {
    const response = await fetch(base + path);
    if (!response.ok) throw new Error(`${path} answered ${String(response.status)}`);
    return (await response.json()) as unknown;
  };
}

/** Loads them as scripts, which a page that was opened from a disk may do. */
export function scriptLoader(document: Document, base: string): LoadShard {
  return async (path) => {
    const script = document.createElement('script');
    script.src = base + idShardScriptPath(path);
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => {
        reject(new Error(`${script.src} could not be loaded`));
      });
      document.head.append(script);
    });
    script.remove();
    return (globalThis as { searchIds?: Readonly<Record<string, unknown>> }).searchIds?.[path]; // see idShardScript
  };
}
