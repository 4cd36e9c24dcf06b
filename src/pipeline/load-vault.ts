import { compareDiagnostics, limitKinds, withSeverities } from '../diagnostics/index.ts';
import type { Diagnostic, Report } from '../diagnostics/index.ts';
import type { Config } from '../domain/index.ts';
import { buildGraph, matchingPaths } from '../graph/index.ts';
import type { ConfiguredSearch, Graph } from '../graph/index.ts';
import type { ParsedNote } from '../parse/index.ts';
import { createCorpus, obsidianIgnore } from '../query/index.ts';
import type { Corpus } from '../query/index.ts';
import type { Place } from '../source/index.ts';
import { readSources } from '../vault/index.ts';
import type { Sources, Vault } from '../vault/index.ts';
import { meantReading } from './meant-reading.ts';
import { redactKeptOut } from './redact-kept-out.ts';
import { attachmentsWithoutTelling } from './telling-attachments.ts';
import { createVaultMemory } from './vault-memory.ts';
import type { VaultMemory } from './vault-memory.ts';
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
  /** False when the configuration may keep notes out but what it says of that cannot be used. */
  readonly isPublishKnown: boolean;
  /** Sorted by place, with the severities of the configuration; of one code the first 1,000 of a file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What may be handed to {@link loadVault} beside the folder. */
export interface LoadOptions {
  /** Takes the seconds of each stage. */
  readonly stopwatch?: Stopwatch;
  /** What stands in the folder, where it has been read already. */
  readonly sources?: Sources;
  /** Remembers notes that have not changed since the last time. */
  readonly memory?: VaultMemory;
}

/**
 * Runs the pipeline on a folder: read, parse, tell what is published, answer, link. The folder
 * must exist. The graph is built when it is first asked for. Mistakes in notes and configuration come back as diagnostics; nothing is thrown.
 */
export function loadVault(root: string, options: LoadOptions = {}): VaultModel {
  const { stopwatch = createStopwatch(), memory = createVaultMemory() } = options;
  const { settings, vault } = options.sources ?? stopwatch.time('read', () => readSources(root));
  const { config, placeOf } = settings;
  const all = stopwatch.time('parse', () => vault.notes.map(memory.parse));
  const inSearch: Diagnostic[] = [];
  const { notes, corpus, kindCorpus } = stopwatch.time('index', () =>
    selectNotes(all, { vault, config, placeOf, parse: memory.parse }, (diagnostic) => inSearch.push(diagnostic)),
  );
  const built = once(() =>
    stopwatch.time('link', () => {
      const unseen: Diagnostic[] = [];
      const report = (diagnostic: Diagnostic): void => void unseen.push(diagnostic);
      const attachments = attachmentsWithoutTelling(vault, { all, notes, report });
      const { graph, diagnostics } = buildGraph({ config, placeOf, notes, attachments, corpus, kindCorpus });
      return { graph, diagnostics: [...unseen, ...diagnostics] };
    }),
  );
  const diagnostics = once(() => {
    const inVault = withoutKeptOut(vault, { all, notes });
    const inNotes = notes.flatMap((note) => note.diagnostics);
    const found = [...settings.diagnostics, ...inVault, ...inSearch, ...inNotes, ...built().diagnostics];
    return withSeverities(limitKinds(found.sort(compareDiagnostics)), config.diagnostics);
  });
  return {
    vault,
    config,
    notes,
    corpus,
    get graph(): Graph {
      return built().graph;
    },
    isPublishKnown: settings.isPublishKnown && inSearch.length === 0,
    get diagnostics(): readonly Diagnostic[] {
      return diagnostics();
    },
  };
}

/** Makes a value when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Diagnostics of the vault but for notes that are kept out: their names are not to be seen. */
function withoutKeptOut(
  { diagnostics }: Vault,
  { all, notes }: { all: readonly ParsedNote[]; notes: readonly ParsedNote[] },
): readonly Diagnostic[] {
  const published = new Set(notes.map((note) => note.file.path));
  const keptOut = new Set(all.map((note) => note.file.path).filter((path) => !published.has(path)));
  return diagnostics.filter(({ place }) => !keptOut.has(place.path));
}

interface Selection {
  readonly notes: readonly ParsedNote[];
  readonly corpus: Corpus;
  readonly kindCorpus: Corpus;
}

interface SelectionInput {
  readonly vault: Vault;
  readonly config: Config;
  readonly placeOf: (key: string) => Place;
  readonly parse: VaultMemory['parse'];
}

/** Leaves out what the `publish` search does not match, so that no later stage can show it. */
function selectNotes(
  all: readonly ParsedNote[],
  { vault, config, placeOf, parse }: SelectionInput,
  report: Report,
): Selection {
  const whole = createCorpus(all, { includeRecovered: true });
  const isExcluded = obsidianIgnore(vault.ignoreFilters);
  if (config.publish === '') return { notes: all, corpus: createCorpus(all, { isExcluded }), kindCorpus: whole };
  const search = { key: 'publish', search: config.publish, placeOf };
  const matching = new Set(matchingPaths(whole, search, report));
  const published = withoutDoubt(
    all.filter(({ file }) => matching.has(file.path)),
    search,
  );
  const notes = redactKeptOut({
    published,
    all,
    attachments: vault.attachments,
    parse,
  });
  const kindCorpus = createCorpus(notes, { includeRecovered: true });
  return { notes, corpus: createCorpus(notes, { isExcluded }), kindCorpus };
}

/** The notes that match a search however what could not be read of them is meant. */
function withoutDoubt(notes: readonly ParsedNote[], search: ConfiguredSearch): readonly ParsedNote[] {
  const readings = new Map(notes.map((note) => [note, meantReading(note)]));
  const meant = [...readings.values()].flatMap((reading) => (reading?.kind === 'note' ? [reading.note] : []));
  const matching = new Set(meant.length === 0 ? [] : matchingPaths(createCorpus(meant), search, ignore));
  return notes.filter((note) => {
    const reading = readings.get(note);
    return reading === undefined || (reading.kind === 'note' && matching.has(note.file.path));
  });
}

/** A malformed search has been reported by then. */
const ignore: Report = () => undefined;
