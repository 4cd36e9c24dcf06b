import type { DataSourceNode, GraphNode, RuleNode, TechniqueNode } from '../../graph/index.ts';
import type { Cell, ListPage, ListSection, Table } from '../page.ts';
import { countCell, linkCell } from './cells.ts';
import { coverageCells, coverageColumns, coverageWords } from './coverage-counts.ts';
import { isoDate } from './facts.ts';
import { RETIRED_DATA_SOURCES, techniquesOfSource } from './data-pages.ts';
import { roomPage } from './list-page.ts';
import { LOG_SOURCES, logSourceTable } from './log-source-pages.ts';
import { COUNTED_THERE, techniquesTo, testsCountedOn } from './named-pages.ts';
import type { PageContext } from './page-context.ts';
import type { CoverageSurvey, Survey } from './survey.ts';
import { tagTable } from './tag-pages.ts';
import { countOf, formatCount } from './titles.ts';

/** `/techniques/` */
export function techniquesIndex({ survey, tables }: PageContext): ListPage {
  const section = {
    id: 'techniques',
    title: 'Techniques and sub-techniques',
    table: tables.techniques(survey.techniques),
    emptyText: 'This vault has no technique note.',
  };
  return roomPage('techniques', { description: coverageWords(survey.techniques, survey), sections: [section] }, survey);
}

/** `/rules/` */
export function rulesIndex({ survey, tables }: PageContext): ListPage {
  const section = {
    id: 'rules',
    title: 'Detection rules',
    lead: 'Dated: the day when a rule was last changed, or created where it names no other.',
    table: datedRules(tables.rules(survey.rules), survey.rules),
    emptyText: 'This vault has no detection rule.',
  };
  const description = `All detection rules of ${survey.graph.title}: ${formatCount(survey.rules.length)}.`;
  return roomPage('rules', { description, sections: [section] }, survey);
}

// Whoever comes back sorts by it to see what is new; a rule that nobody has changed is as new as itself.
function datedRules({ columns, rows }: Table, rules: readonly RuleNode[]): Table {
  const dateOf = ({ sigma }: RuleNode): Cell => ({ text: isoDate(sigma.modified ?? sigma.date ?? '') });
  return {
    columns: [...columns, { label: 'Dated', descends: true }],
    rows: rules.map((rule, index) => [...(rows[index] ?? []), dateOf(rule)]),
  };
}

/** `/tests/` */
export function testsIndex({ survey, tables }: PageContext): ListPage {
  const sections = [
    {
      id: 'runbooks',
      title: 'Test runbooks',
      table: tables.runbooks(survey.runbooks),
      emptyText: 'This vault has no test runbook.',
    },
    {
      id: 'tests',
      title: 'Atomic tests',
      table: tables.tests(survey.tests),
      emptyText: 'No runbook holds an atomic test.',
    },
  ];
  const description = `${countOf(survey.tests.length, 'atomic test')} in ${countOf(survey.runbooks.length, 'runbook')}.`;
  return roomPage('tests', { description, sections }, survey);
}

/** `/tactics/` */
export function tacticsIndex(context: PageContext): ListPage {
  const { survey, tables } = context;
  const without = survey.techniques.filter(({ tactics }) => tactics.length === 0);
  const sections: readonly ListSection[] = [
    {
      id: 'tactics',
      title: 'Tactics in the order of the matrix',
      table: tacticTable(context),
      emptyText: 'No technique names a tactic.',
    },
    ...(without.length === 0
      ? []
      : [
          {
            id: 'without-tactic',
            title: 'Techniques without a tactic',
            table: tables.techniques(without),
            emptyText: 'Every technique names a tactic.',
          },
        ]),
  ];
  const description = `The tactics of ${survey.graph.title}: ${formatCount(survey.tactics.length)}, with their techniques, rules and tests counted.`;
  return roomPage('tactics', { description, sections }, survey);
}

/** Tactics with their techniques counted by what they have. */
export function tacticTable({ survey }: PageContext): Table {
  return coverageTable({
    label: 'Tactic',
    nodes: survey.tactics,
    techniquesOf: (node) => techniquesTo(node, 'technique-tactic', survey),
    survey,
  });
}

/** `/platforms/` */
export function platformsIndex(context: PageContext): ListPage {
  const { survey } = context;
  const table = platformTable(context);
  const rows = table.rows.map((row, index) => {
    const platform = survey.platforms[index];
    return [...row, countCell(platform === undefined ? 0 : testsCountedOn(platform, context).length)];
  });
  const section = {
    id: 'platforms',
    title: 'Platforms',
    lead: COUNTED_THERE,
    table: { columns: [...table.columns, { label: 'Atomic tests', numeric: true }], rows },
    emptyText: 'No technique and no test names a platform.',
  };
  const description = `The platforms that techniques and atomic tests of ${survey.graph.title} name: ${formatCount(survey.platforms.length)}.`;
  return roomPage('platforms', { description, sections: [section] }, survey);
}

/** Platforms with their techniques counted by what they have there. */
export function platformTable({ survey, platforms, coverageOn }: PageContext): Table {
  return coverageTable({
    label: 'Platform',
    nodes: survey.platforms,
    techniquesOf: (node) => platforms.techniquesOn(node),
    survey,
    countedBy: coverageOn,
  });
}

/** `/data-sources/` */
export function dataSourcesIndex(context: PageContext): ListPage {
  const { survey, componentsOf } = context;
  const table = coverageTable<DataSourceNode>({
    label: 'Data source',
    nodes: survey.dataSources,
    techniquesOf: (node) => techniquesOfSource(node, context),
    survey,
  });
  const rows = table.rows.map((row, index) => {
    const source = survey.dataSources[index];
    return row.toSpliced(1, 0, countCell(source === undefined ? 0 : componentsOf(source).length));
  });
  const section = {
    id: 'data-sources',
    title: 'Data sources',
    lead: RETIRED_DATA_SOURCES,
    table: { columns: table.columns.toSpliced(1, 0, { label: 'Components', numeric: true }), rows },
    emptyText: 'No technique names a data source.',
  };
  const description = `The data sources that techniques of ${survey.graph.title} name: ${formatCount(survey.dataSources.length)}.`;
  return roomPage('dataSources', { description, sections: [section] }, survey);
}

/** `/log-sources/` */
export function logSourcesIndex({ survey }: PageContext): ListPage {
  const section = {
    id: 'log-sources',
    title: 'Log sources',
    lead: LOG_SOURCES,
    table: logSourceTable(survey.logSources, survey),
    emptyText: 'No rule names a log source.',
  };
  const description = `The log sources that rules of ${survey.graph.title} read: ${formatCount(survey.logSources.length)}.`;
  return roomPage('logSources', { description, sections: [section] }, survey);
}

/** `/tags/` */
export function tagsIndex({ survey }: PageContext): ListPage {
  const section = {
    id: 'tags',
    title: 'Tags',
    table: tagTable(survey.tags, survey),
    emptyText: 'No note carries a tag.',
  };
  const description = `The tags of ${survey.graph.title}: ${formatCount(survey.tags.length)}.`;
  return roomPage('tags', { description, sections: [section] }, survey);
}

/** `/notes/`: the notes that are no technique, rule or runbook. */
export function notesIndex({ survey, tables }: PageContext): ListPage {
  const section = {
    id: 'notes',
    title: 'Notes',
    table: tables.notes(survey.notes),
    emptyText: 'Every note of this vault is a technique, a rule or a runbook.',
  };
  const description = `The other notes of ${survey.graph.title}: ${formatCount(survey.notes.length)}.`;
  return roomPage('notes', { description, sections: [section] }, survey);
}

interface CoverageTable<N extends GraphNode> {
  readonly label: string;
  readonly nodes: readonly N[];
  readonly techniquesOf: (node: N) => readonly TechniqueNode[];
  readonly survey: Survey;
  /** What the techniques of a node are counted by, where it is not the whole vault. */
  readonly countedBy?: (node: N) => CoverageSurvey;
}

function coverageTable<N extends GraphNode>({
  label,
  nodes,
  techniquesOf,
  survey,
  countedBy = () => survey,
}: CoverageTable<N>): Table {
  const rows = nodes.map((node) => [
    linkCell(survey.link(node)),
    ...coverageCells(techniquesOf(node), countedBy(node)),
  ]);
  return { columns: [{ label }, ...coverageColumns], rows };
}
