import type { Graph } from '../graph.ts';
import type { GraphNode } from '../nodes.ts';
import type { GapList } from './gap-words.ts';
import type { CoverageReport } from './report.ts';
import type { TechniqueGaps } from './technique-gaps.ts';
import type { SilentBlock, UnknownTechniques, VaultGaps } from './vault-gaps.ts';

/** An entry of a list of gaps, whatever the list is of. */
export interface GapEntry {
  /** What lacks something; of a search or a link the note that holds it. */
  readonly node: GraphNode;
  /** What else is known: components, techniques, the search, where a link leads. */
  readonly detail: string | undefined;
  /** Of a search or a link, from 1. */
  readonly line: number | undefined;
}

/** The lists of gaps of a report; those of the whole vault are left out where only some techniques are counted. */
export function gapEntries({ graph, gaps, vaultGaps }: CoverageReport): ReadonlyMap<GapList, readonly GapEntry[]> {
  const lists = { ...techniqueEntries(gaps), ...(vaultGaps && vaultEntries(graph, vaultGaps)) };
  return new Map(Object.entries(lists) as [GapList, readonly GapEntry[]][]); // the records have no other keys
}

function techniqueEntries(gaps: TechniqueGaps): Readonly<Record<keyof TechniqueGaps, readonly GapEntry[]>> {
  return {
    rulesWithoutTests: gaps.rulesWithoutTests.map((node) => entryOf(node)),
    testsWithoutRules: gaps.testsWithoutRules.map((node) => entryOf(node)),
    neither: gaps.neither.map((node) => entryOf(node)),
    unreadData: gaps.unreadData.map(({ technique, components }) =>
      entryOf(technique, components.map(({ title }) => title).join('; ')),
    ),
  };
}

function vaultEntries(graph: Graph, gaps: VaultGaps): Readonly<Record<keyof VaultGaps, readonly GapEntry[]>> {
  return {
    rulesWithoutTechnique: gaps.rulesWithoutTechnique.map((node) => entryOf(node)),
    rulesOfUnknownTechnique: gaps.rulesOfUnknownTechnique.map(unknownEntry),
    testsOfUnknownTechnique: gaps.testsOfUnknownTechnique.map(unknownEntry),
    componentsWithoutRule: gaps.componentsWithoutRule.map((node) => entryOf(node, graph.node(node.source)?.title)),
    unreadComponents: gaps.unreadComponents.map((node) => entryOf(node, graph.node(node.source)?.title)),
    unreadDataSources: gaps.unreadDataSources.map((node) => entryOf(node)),
    logSourcesWithoutTechnique: gaps.logSourcesWithoutTechnique.map((node) => entryOf(node)),
    emptyQueries: gaps.emptyQueries.map(blockEntry),
    malformedQueries: gaps.malformedQueries.map(blockEntry),
    brokenLinks: gaps.brokenLinks.map(({ node, link, line }) => {
      const detail = link.anchor === undefined ? link.target : `${link.target}#${link.anchor}`;
      return { node, detail, line };
    }),
    unlinkedNotes: gaps.unlinkedNotes.map((node) => entryOf(node)),
  };
}

function entryOf(node: GraphNode, detail?: string): GapEntry {
  return { node, detail, line: undefined };
}

function unknownEntry({ node, techniques }: UnknownTechniques): GapEntry {
  return entryOf(node, techniques.join('; '));
}

function blockEntry({ node, block }: SilentBlock): GapEntry {
  return { node, detail: block.source, line: block.line };
}
