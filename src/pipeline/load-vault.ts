import { compareDiagnostics } from '../diagnostics/index.ts';
import type { Diagnostic, Report } from '../diagnostics/index.ts';
import { readConfig } from '../domain/index.ts';
import type { Config } from '../domain/index.ts';
import { buildGraph, matchingPaths } from '../graph/index.ts';
import type { Graph } from '../graph/index.ts';
import { parseNote } from '../parse/index.ts';
import type { ParsedNote } from '../parse/index.ts';
import { createCorpus, obsidianIgnore } from '../query/index.ts';
import type { Corpus } from '../query/index.ts';
import type { SourceFile, VaultPath } from '../source/index.ts';
import { readConfigFile, readVault } from '../vault/index.ts';
import type { Vault } from '../vault/index.ts';
import { createStopwatch } from './stopwatch.ts';
import type { Stopwatch } from './stopwatch.ts';

/** A vault read, linked and answered: what every command and every page is made from. */
export interface VaultModel {
  readonly vault: Vault;
  readonly config: Config;
  /** Published notes, sorted by path. */
  readonly notes: readonly ParsedNote[];
  /** What searches see. */
  readonly corpus: Corpus;
  readonly graph: Graph;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What may be handed to {@link loadVault} beside the folder. */
export interface LoadOptions {
  /** Takes the seconds of each stage. */
  readonly stopwatch?: Stopwatch;
  /** Parses a note; dev hands one that remembers what has not changed. */
  readonly parse?: (file: SourceFile) => ParsedNote;
}

/**
 * Runs the pipeline on a folder: read, parse, tell what is published, answer, link. The folder
 * must exist. Mistakes in notes and configuration come back as diagnostics; nothing is thrown.
 */
export function loadVault(root: string, options: LoadOptions = {}): VaultModel {
  const { stopwatch = createStopwatch(), parse = parseNote } = options;
  const { config, diagnostics: inConfig } = readConfig(readConfigFile(root));
  const vault = stopwatch.time('read', () => readVault(root, config.exclude));
  const all = stopwatch.time('parse', () => vault.notes.map(parse));
  const found: Diagnostic[] = [];
  const { notes, corpus, kindCorpus } = stopwatch.time('index', () =>
    selectNotes(all, { vault, config }, (d) => found.push(d)),
  );
  const { attachments } = vault;
  const built = stopwatch.time('link', () => buildGraph({ config, notes, attachments, corpus, kindCorpus }));
  const inNotes = notes.flatMap((note) => note.diagnostics);
  const diagnostics = [...inConfig, ...vault.diagnostics, ...found, ...inNotes, ...built.diagnostics];
  return { vault, config, notes, corpus, graph: built.graph, diagnostics: diagnostics.sort(compareDiagnostics) };
}

interface Selection {
  readonly notes: readonly ParsedNote[];
  readonly corpus: Corpus;
  readonly kindCorpus: Corpus;
}

interface Sources {
  readonly vault: Vault;
  readonly config: Config;
}

/** Leaves out what the `publish` search does not match, so that no later stage can show it. */
function selectNotes(all: readonly ParsedNote[], { vault, config }: Sources, report: Report): Selection {
  const whole = createCorpus(all, { includeRecovered: true });
  const isExcluded = obsidianIgnore(vault.ignoreFilters);
  if (config.publish === '') return { notes: all, corpus: createCorpus(all, { isExcluded }), kindCorpus: whole };
  const published: ReadonlySet<VaultPath> = new Set(
    matchingPaths(whole, { key: 'publish', search: config.publish }, report),
  );
  const notes = all.filter((note) => published.has(note.file.path));
  const kindCorpus = createCorpus(notes, { includeRecovered: true });
  return { notes, corpus: createCorpus(notes, { isExcluded }), kindCorpus };
}
