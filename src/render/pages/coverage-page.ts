import type { DataComponentNode, GraphNode, RuleNode, SilentBlock, UnknownTechniques } from '../../graph/index.ts';
import type { Cell, ListPage, ListSection, Table } from '../page.ts';
import { countCell, linkCell, namesCell } from './cells.ts';
import { coverageWords, groupByCoverage } from './coverage-counts.ts';
import type { CoverageGroups } from './coverage-counts.ts';
import { tacticTable } from './index-pages.ts';
import { roomPage } from './list-page.ts';
import { techniquesTo } from './named-pages.ts';
import type { PageContext } from './page-context.ts';
import { rooms } from './rooms.ts';
import type { Survey } from './survey.ts';
import { columns } from './tables.ts';

/** The sections of the coverage page that others link to. */
export const coverageSections = {
  summary: 'summary',
  both: 'both',
  rulesOnly: 'rules-no-test',
  testsOnly: 'tests-no-rule',
  neither: 'neither',
} as const;

/** The address of a section of the coverage page, with base. */
export function coverageHref(section: keyof typeof coverageSections, survey: Survey): string {
  return survey.href(`${rooms.coverage.url}#${coverageSections[section]}`);
}

/** `/coverage/`: what the vault covers, and the lists of gaps that a team works from. */
export function coveragePage(context: PageContext): ListPage {
  const { survey } = context;
  const groups = groupByCoverage(survey.techniques, survey);
  const sections = [
    summarySection(groups, survey),
    {
      id: 'by-tactic',
      title: 'By tactic',
      table: tacticTable(context),
      emptyText: 'No technique names a tactic.',
    },
    ...techniqueSections(groups, context),
    ...ruleSections(context),
    componentSection(survey),
    ...blockSections(survey),
    linkSection(survey),
  ];
  return roomPage('coverage', { description: coverageWords(survey.techniques, survey), sections }, survey);
}

function summarySection({ all, both, rulesOnly, testsOnly, neither }: CoverageGroups, survey: Survey): ListSection {
  const share = (count: number): Cell => {
    const percent = all.length === 0 ? 0 : Math.round((100 * count) / all.length);
    return { text: `${percent} %`, sort: percent };
  };
  const row = (text: string, count: number, section?: keyof typeof coverageSections): readonly Cell[] => [
    section === undefined ? { text } : { text, href: coverageHref(section, survey) },
    countCell(count),
    share(count),
  ];
  const rows = [
    row('With a rule', both.length + rulesOnly.length),
    row('With a test', both.length + testsOnly.length),
    row('With both', both.length, 'both'),
    row('Rules and no test', rulesOnly.length, 'rulesOnly'),
    row('Tests and no rule', testsOnly.length, 'testsOnly'),
    row('Neither', neither.length, 'neither'),
    row('All techniques and sub-techniques', all.length),
  ];
  const numeric = ['Techniques', 'Share'].map((label) => ({ label, numeric: true }));
  return {
    id: coverageSections.summary,
    title: 'Summary',
    lead: 'A technique is counted by the rules and tests that name it itself, not its sub-techniques.',
    table: { columns: [{ label: 'Techniques that have' }, ...numeric], rows },
    emptyText: 'This vault has no technique note.',
  };
}

function techniqueSections(groups: CoverageGroups, { tables }: PageContext): readonly ListSection[] {
  return [
    {
      id: coverageSections.rulesOnly,
      title: 'Rules and no test',
      lead: 'Techniques that are detected but never tried.',
      table: tables.techniques(groups.rulesOnly),
      emptyText: 'Every technique with a rule has a test.',
    },
    {
      id: coverageSections.testsOnly,
      title: 'Tests and no rule',
      lead: 'Techniques that can be tried, and that no rule would see.',
      table: tables.techniques(groups.testsOnly),
      emptyText: 'Every technique with a test has a rule.',
    },
    {
      id: coverageSections.neither,
      title: 'Neither',
      lead: 'Techniques without a rule and without a test.',
      table: tables.techniques(groups.neither),
      emptyText: 'Every technique has a rule or a test.',
    },
    {
      id: coverageSections.both,
      title: 'Both',
      lead: 'Techniques with rules and with tests to try them.',
      table: tables.techniques(groups.both),
      emptyText: 'No technique has both a rule and a test.',
    },
  ];
}

function ruleSections({ survey, tables }: PageContext): readonly ListSection[] {
  return [
    {
      id: 'rules-without-technique',
      title: 'Rules without a technique',
      table: tables.rules(survey.inOrder(survey.report.vaultGaps.rulesWithoutTechnique)),
      emptyText: 'Every rule names a technique.',
    },
    {
      id: 'rules-unknown-technique',
      title: 'Rules whose technique has no note',
      table: unknownTechniqueTable(survey.report.vaultGaps.rulesOfUnknownTechnique, survey),
      emptyText: 'Every technique that a rule names has a note.',
    },
  ];
}

function unknownTechniqueTable(rules: readonly UnknownTechniques<RuleNode>[], survey: Survey): Table {
  const rows = rules.map(({ node, techniques }) => [linkCell(survey.link(node)), namesCell(techniques)]);
  return { columns: columns('Rule', 'Techniques without a note'), rows };
}

function componentSection(survey: Survey): ListSection {
  const sourceOf = ({ source }: DataComponentNode): GraphNode | undefined => survey.graph.node(source);
  const rows = survey.inOrder(survey.report.vaultGaps.componentsWithoutRule).map((component) => {
    const source = sourceOf(component);
    return [
      linkCell(survey.link(component)),
      source === undefined ? { text: '' } : linkCell(survey.link(source)),
      countCell(techniquesTo(component, 'technique-component', survey).length),
    ];
  });
  return {
    id: 'components-without-rule',
    title: 'Data components without a rule',
    lead: 'No technique that names them has a rule.',
    table: { columns: [...columns('Data component', 'Data source'), { label: 'Techniques', numeric: true }], rows },
    emptyText: 'Every data component has a technique with a rule.',
  };
}

function blockSections(survey: Survey): readonly ListSection[] {
  const { emptyQueries, malformedQueries } = survey.report.vaultGaps;
  const empty: ListSection = {
    id: 'empty-searches',
    title: 'Searches that return nothing',
    lead: 'Query blocks in notes that no note answers.',
    table: blockTable(emptyQueries, survey),
    emptyText: 'Every search in a note has a result.',
  };
  if (malformedQueries.length === 0) return [empty];
  const mistaken: ListSection = {
    id: 'malformed-searches',
    title: 'Searches with a mistake',
    lead: 'Query blocks that could not be run.',
    table: blockTable(malformedQueries, survey),
    emptyText: 'Every search could be run.',
  };
  return [empty, mistaken];
}

function blockTable(blocks: readonly SilentBlock[], survey: Survey): Table {
  const rows = blocks.map(({ node, block }) => [
    linkCell(survey.link(node)),
    countCell(block.line),
    { text: block.source.replace(/\s+/g, ' ').trim(), code: true },
  ]);
  return { columns: [{ label: 'Note' }, { label: 'Line', numeric: true }, { label: 'Search' }], rows };
}

function linkSection(survey: Survey): ListSection {
  const rows = survey.report.vaultGaps.brokenLinks.map(({ node, link, line }) => [
    linkCell(survey.link(node)),
    countCell(line),
    { text: link.anchor === undefined ? link.target : `${link.target}#${link.anchor}`, code: true },
  ]);
  return {
    id: 'broken-links',
    title: 'Broken links',
    lead: 'Links to notes, files and headings that are not there.',
    table: { columns: [{ label: 'Note' }, { label: 'Line', numeric: true }, { label: 'Leads to' }], rows },
    emptyText: 'Every link leads somewhere.',
  };
}
