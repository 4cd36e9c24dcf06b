import { lstatSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareDiagnostics, diagnose } from '../diagnostics/index.ts';
import type { Diagnostic, Report } from '../diagnostics/index.ts';
import { fileStart, vaultPath } from '../source/index.ts';
import type { SourceFile, VaultPath } from '../source/index.ts';
import { followLink } from './containment.ts';
import { createExclusion } from './exclude.ts';
import { readObsidianSettings } from './obsidian-settings.ts';
import { readSourceFile, reasonOf } from './read-file.ts';
import type { Vault } from './vault.ts';
import { walkVault } from './walk.ts';
import type { FoundFile } from './walk.ts';

/** The configuration's name at the vault's root. */
const CONFIG_FILE = vaultPath('detectionary.yaml');
/** Names that are taken for it, by people and not by us. */
const MISNAMED_CONFIG = /^detectionary\.ya?ml$/i;

/** An earlier reading of a vault. */
export interface LastReading {
  readonly vault: Vault;
  /** Whether a file, by its absolute path with links followed or not, may have changed since. */
  readonly isChanged: (absolute: string) => boolean;
}

/**
 * Reads a vault from disk and changes nothing in it. `exclude` are globs of what is left out (see
 * {@link createExclusion}). Notes of `last` that have not changed are not read again. What cannot be read is reported and left
 * out, never thrown; so is the root itself when it is missing: ask {@link isVaultFolder} first.
 */
export function readVault(root: string, exclude: readonly string[], last?: LastReading): Vault {
  const absoluteRoot = path.resolve(root);
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const notes: SourceFile[] = [];
  const attachments: VaultPath[] = [];
  const realRoot = realFolder(absoluteRoot, report);
  const readNote = createReader(absoluteRoot, last);
  if (realRoot !== undefined) {
    for (const file of walkVault(realRoot, createExclusion(exclude), report)) {
      if (!/\.md$/i.test(file.path)) {
        if (file.path !== CONFIG_FILE) attachments.push(file.path);
        continue;
      }
      const note = readNote(file, report);
      if (note !== undefined) notes.push(note);
    }
  }
  const { ignoreFilters, lineBreaks } = readObsidianSettings(realRoot ?? absoluteRoot);
  const configFile = realRoot === undefined ? undefined : readRootFile(realRoot, CONFIG_FILE, report);
  const misnamed = misnamedConfig({ attachments, configFile });
  if (misnamed !== undefined) report(diagnose('config/misnamed', fileStart(misnamed), { name: misnamed }));
  return {
    root: absoluteRoot,
    notes,
    attachments,
    configFile,
    ignoreFilters,
    lineBreaks,
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

/** Reads notes, or takes them from an earlier reading with what was said of them. */
function createReader(
  root: string,
  last: LastReading | undefined,
): (file: FoundFile, report: Report) => SourceFile | undefined {
  const notes = new Map(last?.vault.notes.map((note) => [note.path, note]));
  const diagnostics = Map.groupBy(last?.vault.diagnostics ?? [], ({ place }) => place.path);
  return ({ absolute, written, path: name }, report) => {
    const known = notes.get(name);
    // Where a file went that had the path in NFC, another may have it now.
    const places = [absolute, path.join(root, written), path.join(root, name)];
    const mayDiffer = last === undefined || places.some(last.isChanged);
    if (known === undefined || mayDiffer) return readSourceFile(absolute, name, report);
    diagnostics.get(name)?.forEach(report);
    return known;
  };
}

/** Reads detectionary.yaml at a vault's root. Undefined when it is not there or not readable; {@link readVault} reports the latter. */
export function readConfigFile(root: string): SourceFile | undefined {
  const realRoot = realFolder(path.resolve(root), ignore);
  return realRoot === undefined ? undefined : readRootFile(realRoot, CONFIG_FILE, ignore);
}

/**
 * Whether a vault without a configuration that can be read has one that may keep notes out: anything of the name
 * detectionary.yaml, or a file with nearly this name that speaks of `publish`.
 */
export function mayKeepNotesOut(vault: Vault): boolean {
  if (vault.configFile !== undefined) return false;
  if (lstatSync(path.join(vault.root, CONFIG_FILE), { throwIfNoEntry: false }) !== undefined) return true;
  const misnamed = misnamedConfig(vault);
  const realRoot = misnamed && realFolder(vault.root, ignore);
  if (misnamed === undefined || realRoot === undefined) return false;
  return /publish/i.test(readRootFile(realRoot, misnamed, ignore)?.text ?? '');
}

/** The file at a vault's root that is meant to be its configuration, where there is no other. */
function misnamedConfig({ attachments, configFile }: Pick<Vault, 'attachments' | 'configFile'>): VaultPath | undefined {
  return configFile === undefined ? attachments.find((name) => MISNAMED_CONFIG.test(name)) : undefined;
}

/** What is wrong with the file is reported when the vault is read. */
const ignore: Report = () => undefined;

/** Whether a path leads to a folder. */
export function isVaultFolder(root: string): boolean {
  try {
    return statSync(root).isDirectory();
  } catch {
    return false;
  }
}

function readRootFile(realRoot: string, name: VaultPath, report: Report): SourceFile | undefined {
  const absolute = path.join(realRoot, name);
  const end = followLink(realRoot, absolute);
  switch (end.kind) {
    case 'inside':
      // The walk has reported a pipe, and entered a folder.
      return statSync(end.real, { throwIfNoEntry: false })?.isFile() === true
        ? readSourceFile(end.real, name, report)
        : undefined;
    case 'outside': // the walk has reported it
    case 'broken':
      return undefined;
  }
}

function realFolder(absoluteRoot: string, report: Report): string | undefined {
  try {
    return realpathSync(absoluteRoot);
  } catch (error) {
    report(diagnose('vault/unreadable', fileStart(vaultPath('.')), { reason: reasonOf(error) }));
    return undefined;
  }
}
