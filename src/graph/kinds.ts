import { diagnose } from '../diagnostics/index.ts';
import type { Report } from '../diagnostics/index.ts';
import type { Config } from '../domain/index.ts';
import { answerQuery } from '../query/index.ts';
import type { Corpus } from '../query/index.ts';
import type { Place, VaultPath } from '../source/index.ts';

/** The kind of a note that is a node of its own. */
export type NoteKind = 'technique' | 'rule' | 'runbook' | 'page';

const NODE_KINDS = { technique: 'technique', rule: 'rule', test: 'runbook' } as const satisfies Record<
  keyof Config['kinds'],
  NoteKind
>;

/**
 * Tells every note's kind by the searches of the configuration: the first that matches wins, any
 * other note is a page. `corpus` must see recovered frontmatter, so that a rule with a slip in
 * its tags stays a rule. A malformed search is reported and matches nothing.
 */
export function tellKinds(
  { config, placeOf }: PlacedConfig,
  corpus: Corpus,
  report: Report,
): (path: VaultPath) => NoteKind {
  const kinds = new Map<VaultPath, NoteKind>();
  for (const [name, search] of Object.entries(config.kinds)) {
    for (const path of matchingPaths(corpus, { key: `kinds.${name}`, search, placeOf }, report)) {
      if (!kinds.has(path)) kinds.set(path, NODE_KINDS[name as keyof typeof NODE_KINDS]); // the schema knows no other key
    }
  }
  return (path) => kinds.get(path) ?? 'page';
}

/** A configuration and where its settings stand. */
export interface PlacedConfig {
  readonly config: Config;
  readonly placeOf: (key: string) => Place;
}

/** A search of the configuration and the key that holds it. */
export interface ConfiguredSearch {
  readonly placeOf: (key: string) => Place;
  readonly key: string;
  readonly search: string;
}

/** Paths of the notes that a search of the configuration matches; a malformed one is reported. */
export function matchingPaths(
  corpus: Corpus,
  { key, search, placeOf }: ConfiguredSearch,
  report: Report,
): readonly VaultPath[] {
  const answer = answerQuery(search, corpus);
  if (answer.kind === 'rows') return answer.rows.map((row) => row.note.file.path);
  const problem = answer.problems.map(({ message }) => message).join('; ');
  report(diagnose('config/invalid-search', placeOf(key), { key, problem }));
  return [];
}
