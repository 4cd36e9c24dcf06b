import { levels } from '../../domain/index.ts';
import { layerKinds, strengths } from '../../graph/index.ts';
import type { CoverageFigures, Strength } from '../../graph/index.ts';
import type { Cell, Having, Link, ListPage, ListSection, PageFilter, RowFacet, Table } from '../page.ts';
import { countCell } from './cells.ts';
import { coverageWords } from './coverage-counts.ts';
import { coverageHref, coverageSections, coverageWith } from './coverage-links.ts';
import { gapSections } from './coverage-lists.ts';
import { platformTable, tacticTable } from './index-pages.ts';
import { roomPage } from './list-page.ts';
import { COUNTED_THERE } from './named-pages.ts';
import type { PageContext } from './page-context.ts';
import { strengthWords } from './pair-tables.ts';
import type { Survey } from './survey.ts';
import { platformsWithTechniques, techniqueLists } from './technique-lists.ts';

/** `/coverage/`: what the vault covers, and the lists of gaps that a team works from. */
export function coveragePage(context: PageContext): ListPage {
  const { survey } = context;
  const lists = techniqueLists(context);
  const { figures } = survey.report;
  const sections: readonly ListSection[] = [
    summarySection(figures, survey),
    triedSection(figures),
    {
      id: 'by-tactic',
      title: 'By tactic',
      uncounted: true,
      lead: 'Rules and tests of every platform.',
      table: narrowedBy('tactic', tacticTable(context)),
      emptyText: 'No technique names a tactic.',
    },
    {
      id: 'by-platform',
      title: 'By platform',
      uncounted: true,
      lead: `${COUNTED_THERE} Where a platform is chosen above, the lists of techniques count so too.`,
      table: narrowedBy('platform', platformTable(context)),
      emptyText: 'No technique names a platform.',
    },
    ...gapSections(lists, context),
    {
      id: coverageSections.both,
      title: 'Both',
      lead: 'Techniques with rules and with tests to try them, and what most surely ties one of each.',
      ...lists.both,
      emptyText: 'No technique has both a rule and a test.',
      with: ['a rule', 'a test', 'both'],
    },
  ];
  return {
    ...roomPage('coverage', { description: coverageWords(survey.techniques, survey), sections }, survey),
    filters: filtersOf(context),
    downloads: downloadsOf(survey),
  };
}

/** The first column has the names that a choice above the lists is made of. */
function narrowedBy(facet: RowFacet, { columns, rows }: Table): Table {
  return { columns: columns.map((column, index) => (index === 0 ? { ...column, facet } : column)), rows };
}

function summarySection(figures: CoverageFigures, survey: Survey): ListSection {
  const row = (text: string, count: number, href?: string): readonly Cell[] => [
    href === undefined ? { text } : { text, href },
    countCell(count),
    shareCell(count, figures.techniques),
  ];
  const rows = [
    row('A rule', figures.withRules, coverageWith('a rule', survey)),
    row('A test', figures.withTests, coverageWith('a test', survey)),
    row('Both', figures.both, coverageHref('both', survey)),
    row('Rules and no test', figures.rulesOnly, coverageHref('rulesOnly', survey)),
    row('Tests and no rule', figures.testsOnly, coverageHref('testsOnly', survey)),
    row('Neither', figures.neither, coverageHref('neither', survey)),
    row('All techniques and sub-techniques', figures.techniques),
  ];
  const numeric = ['Techniques', 'Share'].map((label) => ({ label, numeric: true }));
  return {
    id: coverageSections.summary,
    title: 'Summary',
    uncounted: true,
    lead:
      'A technique is counted by the rules and tests that name it itself, not its sub-techniques. These are the figures of the whole vault, ' +
      'whatever the lists are narrowed to.',
    table: { columns: [{ label: 'Techniques that have' }, ...numeric], rows },
    emptyText: 'This vault has no technique note.',
  };
}

function triedSection({ tested, both }: CoverageFigures): ListSection {
  const meanings = {
    declared: 'a rule names a test of the technique',
    cited: 'a rule refers to a test of the technique, or to its page',
    'same-technique': 'rules and tests carry the technique, and nobody says that one tries the other',
  } as const satisfies Record<Strength, string>;
  const rows = strengths.map((strength): readonly Cell[] => [
    { text: strengthWords[strength] },
    { text: meanings[strength] },
    countCell(tested[strength]),
    shareCell(tested[strength], both),
  ]);
  const numeric = ['Techniques', 'Share'].map((label) => ({ label, numeric: true }));
  return {
    id: coverageSections.tried,
    title: 'What ties rules and tests',
    uncounted: true,
    lead: 'Of all techniques with both: the surest that ties one of their rules to one of their tests.',
    table: { columns: [{ label: 'Strength' }, { label: 'Means that' }, ...numeric], rows },
    emptyText: '',
  };
}

function shareCell(count: number, all: number): Cell {
  const percent = all === 0 ? 0 : Math.round((100 * count) / all);
  return { text: `${percent} %`, sort: percent };
}

/** Only what a list of the page can be narrowed by. */
function filtersOf(context: PageContext): readonly PageFilter[] {
  const { tactics, techniques, rules } = context.survey;
  const platforms = platformsWithTechniques(context).map(({ title }) => title);
  const used = new Set(rules.flatMap(({ sigma }) => sigma.level?.toLowerCase() ?? []));
  const havings: readonly Having[] = techniques.length === 0 ? [] : ['a rule', 'a test', 'both', 'neither'];
  const filters: readonly PageFilter[] = [
    { facet: 'with', label: 'With', names: havings },
    { facet: 'tactic', label: 'Tactic', names: tactics.map(({ title }) => title) },
    { facet: 'platform', label: 'Platform', names: platforms },
    { facet: 'level', label: 'Level', names: levels.filter((level) => used.has(level)) },
  ];
  return filters.filter(({ names }) => names.length > 0);
}

function downloadsOf(survey: Survey): readonly Link[] {
  const files = [
    ['Techniques (CSV)', '/api/coverage.csv'],
    ['What is missing (CSV)', '/api/gaps.csv'],
    ['Coverage (JSON)', '/api/coverage.json'],
  ] as const;
  return [...files.map(([text, url]) => ({ text, href: survey.href(url) })), ...layersOf(survey)];
}

/** The files that ATT&CK Navigator opens. */
export function layersOf(survey: Survey): readonly Link[] {
  return layerKinds.map((kind) => ({ text: `Navigator layer: ${kind}`, href: survey.href(`/layers/${kind}.json`) }));
}
