import type { Diagnostic, Report } from '../diagnostics/index.ts';
import { readAttackIds } from '../domain/index.ts';
import type { ParsedNote } from '../parse/index.ts';
import type { Corpus } from '../query/index.ts';
import type { VaultPath } from '../source/index.ts';
import { createAddressBook } from './addresses.ts';
import { resolveBlocks } from './blocks.ts';
import { reportBrokenLinks } from './broken-links.ts';
import { makeEdges } from './edges.ts';
import type { Graph } from './graph.ts';
import type { LinkTarget } from './link-target.ts';
import { tellKinds } from './kinds.ts';
import type { PlacedConfig } from './kinds.ts';
import { createLinkResolver } from './links.ts';
import { createGraph, indexTechniques, sortNodes } from './lookup.ts';
import { makeNamedNodes } from './named-nodes.ts';
import type { NoteNode } from './nodes.ts';
import { makeNoteNodes } from './note-nodes.ts';
import { reportManyTags } from './paged-tags.ts';
import { reportUnknownGuids } from './pairing/index.ts';
import { reportRetiredIds } from './retired-ids.ts';
import { reportOrphans } from './unlinked-notes.ts';
import { reportUnresolvedCitations } from './unresolved-citations.ts';

/** What a graph is built from. */
export interface GraphInput extends PlacedConfig {
  /** The published notes, sorted by path: the order in which clashing ids and addresses are given. */
  readonly notes: readonly ParsedNote[];
  readonly attachments: readonly VaultPath[];
  /** What query blocks search. */
  readonly corpus: Corpus;
  /** What tells kinds: it sees recovered frontmatter too. */
  readonly kindCorpus: Corpus;
}

/** A graph and what authors should know of it. */
export interface BuiltGraph {
  readonly graph: Graph;
  /** Those of links, pairs and citations are found when they are first asked for: dev and most commands do not. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds the typed graph of a vault: kinds, facts, addresses, answered blocks, resolved links, edges. */
export function buildGraph({ config, placeOf, notes, attachments, corpus, kindCorpus }: GraphInput): BuiltGraph {
  const diagnostics: Diagnostic[] = [];
  let areAllFound = false;
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const addresses = createAddressBook();
  const ids = readAttackIds();
  const kindOf = tellKinds({ config, placeOf }, kindCorpus, report);
  const noteNodes = makeNoteNodes({ notes, kindOf, addresses, report });
  const nodes = sortNodes([...noteNodes.notes, ...noteNodes.tests, ...makeNamedNodes(noteNodes, { addresses, ids })]);
  const techniques = indexTechniques(nodes);
  const byPath = new Map<VaultPath, NoteNode>(noteNodes.notes.map((node) => [node.path, node]));
  const resolveLink = createLinkResolver({
    notes,
    attachments,
    noteAt: (path) => byPath.get(path),
    techniqueOf: (id) => techniques.get(id),
  });
  const blocks = resolveBlocks(notes, corpus, report);
  const links = new Map(noteNodes.notes.map((node) => [node.path, resolveLinks(node, resolveLink)]));
  const used = usedAttachments([...links.values()].flat());
  const linksOf = (node: NoteNode): readonly LinkTarget[] => links.get(node.path) ?? [];
  const edges = makeEdges({
    ...noteNodes,
    blocks,
    noteAt: (path) => byPath.get(path),
    techniqueOf: (id) => techniques.get(id),
    linksOf,
  });
  const graph = createGraph({ title: config.title, nodes, edges, blocks, attachments: used, resolveLink, linksOf });
  const reportLinks = (): void => {
    // Where notes are kept out, the name of a file that only they use is not to be seen.
    const offered = config.publish === '' ? attachments : used;
    reportBrokenLinks({ nodes: noteNodes.notes, links, attachments: offered, report });
    reportManyTags(notes, report);
    reportUnknownGuids(graph.ofKind('rule'), graph.pairing, report);
    reportRetiredIds(noteNodes.notes, { ids, techniqueOf: (id) => techniques.get(id) }, report);
    reportUnresolvedCitations(noteNodes.notes, report);
    reportOrphans(graph, report);
  };
  return {
    graph,
    get diagnostics(): readonly Diagnostic[] {
      if (!areAllFound) reportLinks();
      areAllFound = true;
      return diagnostics;
    },
  };
}

function resolveLinks(node: NoteNode, resolve: Graph['resolveLink']): readonly LinkTarget[] {
  return node.note.links.map((link) => resolve(node.path, link));
}

function usedAttachments(targets: readonly LinkTarget[]): readonly VaultPath[] {
  const paths = targets.flatMap((target) => (target.kind === 'attachment' ? [target.path] : []));
  return [...new Set(paths)].sort();
}
