import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCache } from '../../src/cache/index.ts';
import { buildSite } from '../../src/site/index.ts';
import type { BuildOptions } from '../../src/site/index.ts';
import { copyVault } from './vault-edits.ts';

type LayOut = NonNullable<BuildOptions['layOut']>;

/** A copy of the bundled vault that is built again and again. */
export interface BuildWorld {
  readonly vault: string;
  /** Where the warm builds put their site. */
  readonly out: string;
  /** The cache of the warm builds. */
  readonly cache: string;
  /** Builds with the cache; gives the stages that were told. */
  warm(base?: string): Promise<readonly string[]>;
  /** The files of a build from nothing. */
  cold(base?: string): Promise<SiteBytes>;
  dispose(): void;
}

/** The files of a site by their paths in it. */
export type SiteBytes = ReadonlyMap<string, Buffer>;

/** Makes a world in which nothing has been built. The compiled layouts lay out pages unless it is said. */
export function createBuildWorld(layOut?: LayOut): BuildWorld {
  const vault = copyVault();
  const folder = mkdtempSync(path.join(tmpdir(), 'warm-'));
  const [out, cache] = [path.join(folder, 'warm'), path.join(folder, 'cache')];
  const build = async (options: Pick<BuildOptions, 'out' | 'base' | 'cache' | 'onStage'>): Promise<void> => {
    await buildSite({ vault, site: undefined, ...(layOut === undefined ? {} : { layOut }), ...options });
  };
  return {
    vault,
    out,
    cache,
    warm: async (base) => {
      const stages: string[] = [];
      const onStage = (stage: string): void => void stages.push(stage);
      await build({ out, base, cache: openCache({ folder: cache, vault }), onStage });
      return stages;
    },
    cold: async (base) => {
      const into = path.join(folder, 'cold');
      await build({ out: into, base });
      const bytes = bytesOf(into);
      rmSync(into, { recursive: true });
      return bytes;
    },
    dispose: () => {
      rmSync(folder, { recursive: true });
      rmSync(path.dirname(vault), { recursive: true });
    },
  };
}

/** Stands in for the layouts, whose pages follow from the same data: writes that down, in a fraction of the time. */
export const layOutPlainly: LayOut = async (site, folder) => {
  const write = (name: string, data: object): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify([site.frame, data]));
  };
  for (const { url } of site.routes) write(`${url.slice(1)}index.html`, site.page(url));
  write('search/index.html', [site.idShards, site.searchShards]);
  write('404.html', [site.idShards]);
  write('_astro/style.css', []);
  return Promise.resolve();
};

/** All files of a built site, read. */
export function bytesOf(site: string): SiteBytes {
  return new Map(filesOf(site).map((name) => [name, readFileSync(path.join(site, name))]));
}

/** The paths of files that two sites do not both have with the same bytes. */
export function differences(one: SiteBytes, other: SiteBytes): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => other.get(name)?.equals(one.get(name) ?? Buffer.alloc(0)) !== true).sort();
}

/** Each file of a site by its path: which file it is on the disk, and when it was last written. */
export function stampsOf(site: string): ReadonlyMap<string, string> {
  return new Map(
    filesOf(site).map((name) => {
      const { ino, mtimeMs } = statSync(path.join(site, name));
      return [name, `${ino} ${mtimeMs}`];
    }),
  );
}

function filesOf(site: string): readonly string[] {
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.relative(site, path.join(entry.parentPath, entry.name))).sort();
}
