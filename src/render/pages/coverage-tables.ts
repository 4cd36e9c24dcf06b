import { levels as levelNames } from '../../domain/index.ts';
import { breakDown } from '../../graph/index.ts';
import type { GraphNode, RuleNode, SilentBlock, TechniqueNode, UnknownTechniques } from '../../graph/index.ts';
import type { Cell, Column, Table } from '../page.ts';
import { countCell, levelCell, linkCell, namesCell, statusCell, titlesCell } from './cells.ts';
import { onlyKind } from './node-kinds.ts';
import { rankIn } from './order.ts';
import type { PageContext } from './page-context.ts';
import { strengthCell } from './pair-tables.ts';
import type { CoverageSurvey, Survey } from './survey.ts';
import { columns } from './tables.ts';
import { countOf } from './titles.ts';

type Row = readonly Cell[];

/** What a table of techniques tells beside id, name, tactics and platforms. */
export type TechniqueColumn = 'levels' | 'rules' | 'tests' | 'tested' | 'below';

const TACTICS: Column = { label: 'Tactics', facet: 'tactic' };
// Which techniques are on a platform is not by their cells alone (technique-lists.ts).
const PLATFORMS: Column = { label: 'Platforms' };
const LEVEL: Column = { label: 'Level', facet: 'level' };
const TECHNIQUE_COLUMNS: Readonly<Record<TechniqueColumn, Column>> = {
  levels: { label: 'Levels', facet: 'level' },
  rules: { label: 'Rules', numeric: true },
  tests: { label: 'Tests', numeric: true },
  tested: { label: 'Tied by' },
  below: { label: 'In sub-techniques' },
};

/** Techniques with their tactics and platforms, and what of their coverage is asked for. */
export function techniqueTable(
  nodes: readonly TechniqueNode[],
  shown: readonly TechniqueColumn[],
  survey: CoverageSurvey,
): Table {
  const rows = nodes.map((node): Row => {
    const cells = coverageCells(node, survey);
    return [...techniqueCells(node, survey), ...shown.map((column) => cells[column])];
  });
  const more = shown.map((column) => TECHNIQUE_COLUMNS[column]);
  return { columns: [...columns('ID', 'Name'), TACTICS, PLATFORMS, ...more], rows };
}

/** A technique's id and name, both leading to its page, its tactics and its platforms. Ids sort in the order of the techniques. */
export function techniqueCells(node: TechniqueNode, survey: CoverageSurvey): Row {
  const href = survey.href(node.url);
  return [
    { text: node.techniqueId ?? '–', href, code: true, sort: survey.placeOf(node) },
    { text: node.title, href },
    namesCell(node.tactics),
    namesCell(node.platforms),
  ];
}

function coverageCells(node: TechniqueNode, survey: CoverageSurvey): Readonly<Record<TechniqueColumn, Cell>> {
  const coverage = survey.coverage(node);
  const { subTechniqueRules, subTechniqueTests } = coverage;
  const below = [
    ...(subTechniqueRules.length === 0 ? [] : [countOf(subTechniqueRules.length, 'rule')]),
    ...(subTechniqueTests.length === 0 ? [] : [countOf(subTechniqueTests.length, 'test')]),
  ];
  const levels = breakDown(coverage).levels.map(({ name }) => name);
  return {
    levels: { ...namesCell(levels), sort: rankIn(levelNames, levels[0]) },
    rules: countCell(coverage.rules.length),
    tests: countCell(coverage.tests.length),
    tested: strengthCell(coverage.tested),
    below: namesCell(below),
  };
}

/** Rules by what they can be narrowed by, and the techniques that they name where `withTechniques`. */
export function ruleTable(nodes: readonly RuleNode[], { survey, platforms }: PageContext): Table {
  const rows = nodes.map((node): Row => {
    return [
      { text: node.title, href: survey.href(node.url) },
      levelCell(node.sigma.level),
      statusCell(node.sigma.status),
      namesCell(node.tactics),
      titlesCell(platforms.ofRule(node) ?? []),
      titlesCell(onlyKind(survey.graph.targets(node.id, 'rule-log-source'), 'log-source')),
    ];
  });
  const platform: Column = { label: 'Platform', facet: 'platform' };
  return {
    columns: [...columns('Rule'), LEVEL, ...columns('Status'), TACTICS, platform, ...columns('Log source')],
    rows,
  };
}

/** Rules or tests that name techniques without a note, and these. */
export function unknownTechniqueTable(found: readonly UnknownTechniques[], label: string, survey: Survey): Table {
  const rows = found.map(({ node, techniques }) => [linkCell(survey.link(node)), namesCell(techniques)]);
  return { columns: columns(label, 'Techniques without a note'), rows };
}

/** Searches by the note that holds them. */
export function searchTable(blocks: readonly SilentBlock[], survey: Survey): Table {
  const rows = blocks.map(({ node, block }) => [
    linkCell(survey.link(node)),
    countCell(block.line),
    { text: block.source.replace(/\s+/g, ' ').trim(), code: true },
  ]);
  return { columns: [{ label: 'Note' }, { label: 'Line', numeric: true }, { label: 'Search' }], rows };
}

/** Nodes with what each of them is told of by `more`. */
export function nodeTable<N extends GraphNode>(
  nodes: readonly N[],
  more: Readonly<Record<string, (node: N) => Cell>>,
  survey: Survey,
): Table {
  const rows = nodes.map((node) => [linkCell(survey.link(node)), ...Object.values(more).map((cellOf) => cellOf(node))]);
  return { columns: columns('Name', ...Object.keys(more)), rows };
}
