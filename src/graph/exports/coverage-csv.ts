import type { CoverageReport, SilentBlock, TechniqueCoverage, TechniqueGaps, VaultGaps } from '../coverage/index.ts';
import type { Graph } from '../graph.ts';
import type { GraphNode } from '../nodes.ts';
import { printCsv } from './csv.ts';
import type { CsvValue } from './csv.ts';

type Row = readonly CsvValue[];

const TECHNIQUE_COLUMNS = [
  ...['id', 'name', 'tactics', 'platforms', 'state', 'tested', 'rules', 'tests'],
  ...['sub-technique rules', 'sub-technique tests', 'path', 'url'],
];
const GAP_COLUMNS = ['list', 'id', 'title', 'detail', 'path', 'line', 'url'];

/** Every technique that is counted in a line, with its counts. */
export function coverageCsv({ techniques }: CoverageReport): string {
  return printCsv(TECHNIQUE_COLUMNS, techniques.map(techniqueRow));
}

/** Everything that is missing, an entry in a line; `list` names the list by its key in coverage.json. */
export function gapsCsv({ graph, gaps, vaultGaps }: CoverageReport): string {
  const rows = [...techniqueGapRows(gaps), ...(vaultGaps === undefined ? [] : vaultGapRows(graph, vaultGaps))];
  return printCsv(GAP_COLUMNS, rows);
}

function techniqueRow(coverage: TechniqueCoverage): Row {
  const { technique, state, tested, rules, tests, subTechniqueRules, subTechniqueTests } = coverage;
  const { techniqueId, title, tactics, platforms, path, url } = technique;
  return [
    ...[techniqueId, title, tactics.join('; '), platforms.join('; '), state, tested],
    ...[rules, tests, subTechniqueRules, subTechniqueTests].map(({ length }) => length),
    ...[path, url],
  ];
}

function techniqueGapRows(gaps: TechniqueGaps): readonly Row[] {
  return [
    ...gaps.rulesWithoutTests.map((node) => nodeRow('rulesWithoutTests', node)),
    ...gaps.testsWithoutRules.map((node) => nodeRow('testsWithoutRules', node)),
    ...gaps.neither.map((node) => nodeRow('neither', node)),
    ...gaps.unreadData.map(({ technique, components }) => nodeRow('unreadData', technique, titles(components))),
  ];
}

function vaultGapRows(graph: Graph, gaps: VaultGaps): readonly Row[] {
  const unknown = [
    ...gaps.rulesOfUnknownTechnique.map((one) => ({ list: 'rulesOfUnknownTechnique', ...one })),
    ...gaps.testsOfUnknownTechnique.map((one) => ({ list: 'testsOfUnknownTechnique', ...one })),
  ];
  const nodeLists = [
    ['componentsWithoutRule', gaps.componentsWithoutRule],
    ['unreadComponents', gaps.unreadComponents],
    ['unreadDataSources', gaps.unreadDataSources],
    ['logSourcesWithoutTechnique', gaps.logSourcesWithoutTechnique],
    ['unlinkedNotes', gaps.unlinkedNotes],
  ] as const;
  return [
    ...gaps.rulesWithoutTechnique.map((node) => nodeRow('rulesWithoutTechnique', node)),
    ...unknown.map(({ list, node, techniques }) => nodeRow(list, node, techniques.join('; '))),
    ...nodeLists.flatMap(([list, nodes]) => nodes.map((node) => nodeRow(list, node, sourceOf(graph, node)))),
    ...gaps.emptyQueries.map((block) => blockRow('emptyQueries', block)),
    ...gaps.malformedQueries.map((block) => blockRow('malformedQueries', block)),
    ...gaps.brokenLinks.map(({ node, link, line }) => {
      const target = link.anchor === undefined ? link.target : `${link.target}#${link.anchor}`;
      return ['brokenLinks', node.id, node.title, target, node.path, line, node.url];
    }),
  ];
}

function nodeRow(list: string, node: GraphNode, detail?: string): Row {
  return [list, node.id, node.title, detail, 'path' in node ? node.path : undefined, undefined, node.url];
}

function blockRow(list: string, { node, block }: SilentBlock): Row {
  return [list, node.id, node.title, block.source, node.path, block.line, node.url];
}

function sourceOf(graph: Graph, node: GraphNode): string | undefined {
  return node.kind === 'data-component' ? graph.node(node.source)?.title : undefined;
}

function titles(nodes: readonly GraphNode[]): string {
  return nodes.map(({ title }) => title).join('; ');
}
