import type { TechniqueId } from '../../domain/index.ts';
import type { NoteLink } from '../../parse/index.ts';
import { createLineIndex } from '../../source/index.ts';
import type { Graph, ResolvedBlock } from '../graph.ts';
import { isNoteNode } from '../lookup.ts';
import type { DataComponentNode, DataSourceNode, LogSourceNode, NoteNode, RuleNode, TestNode } from '../nodes.ts';
import { onlyKind } from '../only-kind.ts';
import { unlinkedNotes } from '../unlinked-notes.ts';
import type { Coverage } from './technique-coverage.ts';
import { componentsGivenBy } from './technique-gaps.ts';

/** A rule or a test that names techniques which have no note. */
export interface UnknownTechniques<N extends RuleNode | TestNode = RuleNode | TestNode> {
  readonly node: N;
  readonly techniques: readonly TechniqueId[];
}

/** A query block that gives no note, or that could not be run. */
export interface SilentBlock {
  readonly node: NoteNode;
  readonly block: ResolvedBlock['block'];
}

/** A link that leads nowhere. */
export interface BrokenLink {
  readonly node: NoteNode;
  readonly link: NoteLink;
  /** From 1. */
  readonly line: number;
}

/** What a vault lacks beside its techniques. Nodes stand in the order of the graph; blocks and links by path, then by place. */
export interface VaultGaps {
  readonly rulesWithoutTechnique: readonly RuleNode[];
  readonly rulesOfUnknownTechnique: readonly UnknownTechniques<RuleNode>[];
  readonly testsOfUnknownTechnique: readonly UnknownTechniques<TestNode>[];
  /** Data components none of whose techniques has a rule. */
  readonly componentsWithoutRule: readonly DataComponentNode[];
  /** Data components that no log source of any rule is known to give. */
  readonly unreadComponents: readonly DataComponentNode[];
  /** Data sources all of whose components are unread. */
  readonly unreadDataSources: readonly DataSourceNode[];
  /** Log sources none of whose rules names a technique that has a note. */
  readonly logSourcesWithoutTechnique: readonly LogSourceNode[];
  readonly emptyQueries: readonly SilentBlock[];
  readonly malformedQueries: readonly SilentBlock[];
  readonly brokenLinks: readonly BrokenLink[];
  /** Notes that no other note links or embeds, and that no query block of another note lists. */
  readonly unlinkedNotes: readonly NoteNode[];
}

/** Finds what a vault lacks beside its techniques. */
export function findVaultGaps(graph: Graph, coverage: Coverage): VaultGaps {
  const rules = graph.ofKind('rule');
  return {
    rulesWithoutTechnique: rules.filter(({ techniques }) => techniques.length === 0),
    rulesOfUnknownTechnique: unknownTechniques(graph, rules),
    testsOfUnknownTechnique: unknownTechniques(graph, graph.ofKind('test')),
    ...dataGaps(graph, coverage),
    emptyQueries: silentBlocks(graph, 'rows'),
    malformedQueries: silentBlocks(graph, 'malformed'),
    brokenLinks: brokenLinks(graph),
    unlinkedNotes: unlinkedNotes(graph),
  };
}

function unknownTechniques<N extends RuleNode | TestNode>(
  graph: Graph,
  nodes: readonly N[],
): readonly UnknownTechniques<N>[] {
  return nodes.flatMap((node) => {
    const techniques = node.techniques.filter((id) => graph.technique(id) === undefined);
    return techniques.length === 0 ? [] : [{ node, techniques }];
  });
}

type DataGaps = Pick<
  VaultGaps,
  'componentsWithoutRule' | 'unreadComponents' | 'unreadDataSources' | 'logSourcesWithoutTechnique'
>;

function dataGaps(graph: Graph, coverage: Coverage): DataGaps {
  const components = graph.ofKind('data-component');
  const logSources = graph.ofKind('log-source');
  const given = componentsGivenBy(logSources);
  const readSources = new Set(components.filter(({ id }) => given.has(id)).map(({ source }) => source));
  const hasRule = (component: DataComponentNode): boolean =>
    onlyKind(graph.sources(component.id, 'technique-component'), 'technique').some(
      (technique) => coverage.of(technique).rules.length > 0,
    );
  const hasTechnique = (logSource: LogSourceNode): boolean =>
    graph.sources(logSource.id, 'rule-log-source').some(({ id }) => graph.targets(id, 'rule-technique').length > 0);
  return {
    componentsWithoutRule: components.filter((component) => !hasRule(component)),
    unreadComponents: components.filter(({ id }) => !given.has(id)),
    unreadDataSources: graph.ofKind('data-source').filter(({ id }) => !readSources.has(id)),
    logSourcesWithoutTechnique: logSources.filter((logSource) => !hasTechnique(logSource)),
  };
}

function silentBlocks(graph: Graph, kind: 'rows' | 'malformed'): readonly SilentBlock[] {
  const found = graph.blocks.flatMap(({ note, block, answer }): readonly SilentBlock[] => {
    const node = graph.noteAt(note.file.path);
    const isSilent = answer.kind === kind && (answer.kind === 'malformed' || answer.rows.length === 0);
    return node === undefined || !isSilent ? [] : [{ node, block }];
  });
  return found.sort((a, b) => comparePaths(a.node, b.node) || a.block.line - b.block.line);
}

function brokenLinks(graph: Graph): readonly BrokenLink[] {
  const found = notesOf(graph).flatMap((node) => {
    const broken = node.note.links.filter((link) => {
      const target = graph.resolveLink(node.path, link);
      return target.kind === 'missing' || (target.kind === 'note' && !target.anchorFound);
    });
    if (broken.length === 0) return [];
    const lines = createLineIndex(node.note.file.text);
    return broken.map((link) => ({ node, link, line: lines.position(link.span.start).line }));
  });
  return found.sort((a, b) => comparePaths(a.node, b.node) || a.line - b.line);
}

function notesOf({ nodes }: Graph): readonly NoteNode[] {
  return nodes.filter(isNoteNode);
}

const naturalOrder = new Intl.Collator('en', { numeric: true });

function comparePaths(a: NoteNode, b: NoteNode): number {
  return naturalOrder.compare(a.path, b.path) || (a.path < b.path ? -1 : Number(a.path > b.path));
}
