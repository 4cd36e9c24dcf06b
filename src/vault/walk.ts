import { readdirSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import path from 'node:path';
import { diagnose } from '../diagnostics/index.ts';
import type { Report } from '../diagnostics/index.ts';
import { fileStart, vaultPath } from '../source/index.ts';
import type { Place, VaultPath } from '../source/index.ts';
import { followLink } from './containment.ts';
import type { IsExcluded } from './exclude.ts';
import { reasonOf } from './read-file.ts';

/** A regular file of the vault, or a link inside the vault to one. */
export interface FoundFile {
  readonly path: VaultPath;
  /** Its path in the vault as it is on disk: in whatever form of Unicode, where the file system keeps that. */
  readonly written: string;
  readonly absolute: string;
}

/** Where git keeps a repository's data, passwords of its remotes included: a folder, or a file that names one. */
const REPOSITORY = '.git';
/** What such a folder holds whatever it is called, by which git knows it. */
const OF_REPOSITORY = ['HEAD', 'objects', 'refs'];

interface Folder {
  /** Path in the vault with a trailing `/`; empty for the root. */
  readonly prefix: string;
  readonly absolute: string;
}

/**
 * Every file below a folder, sorted by path (UTF-16 code units), but those with a name or in a folder that starts with
 * a dot or is excluded. A link to a file of the vault counts as a file of its own; a folder is entered once, by its
 * own path where it has one, so links cannot loop; one to what is excluded is excluded. Reported, not followed: links
 * that lead out (`vault/outside`) or nowhere, pipes, sockets and devices, folders that cannot be read
 * (`vault/unreadable`), what git keeps below the root, and links to what it keeps anywhere (`vault/repository`).
 */
export function walkVault(realRoot: string, isExcluded: IsExcluded, report: Report): readonly FoundFile[] {
  const found = new Walk(realRoot, isExcluded, report).run();
  return withPaths(found.sort(byText(({ written }) => written))).sort(byText(({ path }) => path));
}

function byText<T>(textOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0);
}

/** Gives files their paths: in NFC, and as written where that is another file's. Of several {@link placeOnDisk} finds the same. */
function withPaths(files: readonly Omit<FoundFile, 'path'>[]): FoundFile[] {
  const taken = new Set(files.map(({ written }) => written));
  return files.map((file) => {
    const composed = file.written.normalize('NFC');
    const decomposed = file.written.normalize('NFD');
    const isOthers = taken.has(composed) || (file.written !== decomposed && taken.has(decomposed));
    const path = isOthers ? file.written : composed;
    taken.add(path);
    return { ...file, path: vaultPath(path) };
  });
}

function isBareRepository(entries: readonly Dirent[]): boolean {
  return OF_REPOSITORY.every((name) => entries.some((entry) => entry.name === name));
}

/** The start of what is on disk under a path, for diagnostics. */
function startOf(written: string): Place {
  return fileStart(vaultPath(written.normalize('NFC')));
}

class Walk {
  readonly #realRoot: string;
  readonly #isExcluded: IsExcluded;
  readonly #report: Report;
  readonly #files: Omit<FoundFile, 'path'>[] = [];
  readonly #entered = new Set<string>();
  readonly #pending: Folder[] = [];
  readonly #linkedFolders: Folder[] = [];

  constructor(realRoot: string, isExcluded: IsExcluded, report: Report) {
    this.#realRoot = realRoot;
    this.#isExcluded = isExcluded;
    this.#report = report;
  }

  run(): Omit<FoundFile, 'path'>[] {
    this.#pending.push({ prefix: '', absolute: this.#realRoot });
    // Linked folders come last: a folder's own path wins over a link to it.
    for (;;) {
      const folder = this.#pending.pop() ?? this.#linkedFolders.shift();
      if (folder === undefined) return this.#files;
      if (this.#entered.has(folder.absolute)) continue;
      this.#entered.add(folder.absolute);
      this.#enter(folder);
    }
  }

  #enter(folder: Folder): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder.absolute, { withFileTypes: true });
    } catch (error) {
      this.#unreadable(folder.prefix.slice(0, -1) || '.', reasonOf(error));
      return;
    }
    if (folder.prefix !== '' && isBareRepository(entries)) return this.#repository(folder.prefix.slice(0, -1));
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) this.#look(folder, entry);
  }

  #look(folder: Folder, entry: Dirent): void {
    const name = folder.prefix + entry.name;
    if (entry.name === REPOSITORY && folder.prefix !== '') return this.#repository(name);
    if (entry.name.startsWith('.') || this.#isExcluded(name)) return;
    if (entry.name.includes('\\')) return this.#unreadable(name, 'its name holds a backslash');
    if (entry.name.includes('\uFFFD')) return this.#unreadable(name, 'its name is not UTF-8');
    const absolute = path.join(folder.absolute, entry.name);
    if (entry.isSymbolicLink()) this.#follow(name, absolute);
    else this.#take(name, absolute, entry);
  }

  #follow(name: string, absolute: string): void {
    const end = followLink(this.#realRoot, absolute);
    switch (end.kind) {
      case 'outside':
        this.#report(diagnose('vault/outside', startOf(name), {}));
        return;
      case 'broken':
        return this.#unreadable(name, `it is a link and ${reasonOf(end.error)}`);
      case 'inside': {
        const real = path.relative(this.#realRoot, end.real).split(path.sep);
        if (real.includes(REPOSITORY)) return this.#repository(name);
        if (real.some((_, last) => this.#isExcluded(real.slice(0, last + 1).join('/')))) return;
        const target = statSync(end.real, { throwIfNoEntry: false });
        if (target?.isDirectory() === true) this.#linkedFolders.push({ prefix: `${name}/`, absolute: end.real });
        else if (target !== undefined) this.#take(name, end.real, target);
      }
    }
  }

  #take(name: string, absolute: string, entry: Dirent | Stats): void {
    if (entry.isDirectory()) this.#pending.push({ prefix: `${name}/`, absolute });
    else if (entry.isFile()) this.#files.push({ written: name, absolute });
    else this.#unreadable(name, 'it is a pipe, a socket or a device');
  }

  #repository(name: string): void {
    this.#report(diagnose('vault/repository', startOf(name), {}));
  }

  #unreadable(name: string, reason: string): void {
    this.#report(diagnose('vault/unreadable', startOf(name), { reason }));
  }
}
