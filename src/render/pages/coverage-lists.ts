import { gapWords } from '../../graph/index.ts';
import type { DataComponentNode, GapList, NoteNode } from '../../graph/index.ts';
import type { Cell, Having, ListSection, Table } from '../page.ts';
import { countCell, linkCell } from './cells.ts';
import { gapAnchors } from './coverage-links.ts';
import { nodeTable, ruleTable, searchTable, unknownTechniqueTable } from './coverage-tables.ts';
import { techniquesTo } from './named-pages.ts';
import type { PageContext } from './page-context.ts';
import type { Survey } from './survey.ts';
import { columns } from './tables.ts';
import type { TechniqueList, TechniqueLists } from './technique-lists.ts';
import { kindLabel } from './titles.ts';

/** Every list of what is missing. */
export function gapSections(ofTechniques: TechniqueLists, context: PageContext): readonly ListSection[] {
  const tables = { ...ruleTables(context), ...otherTables(context.survey) };
  const isOfTechniques = (list: GapList): list is Exclude<TechniqueList, 'both'> => list in ofTechniques;
  return Object.keys(gapWords).map((key) => {
    const list = key as GapList; // the record's keys are the lists
    const having = HAVINGS[list];
    const section = {
      id: gapAnchors[list],
      ...gapWords[list],
      ...(isOfTechniques(list) ? ofTechniques[list] : { table: tables[list] }),
    };
    return having === undefined ? section : { ...section, with: having };
  });
}

/** What the techniques of a list have of their own, where it is the same of all. */
const HAVINGS: Readonly<Partial<Record<GapList, readonly Having[]>>> = {
  rulesWithoutTests: ['a rule'],
  testsWithoutRules: ['a test'],
  neither: ['neither'],
};

function ruleTables(
  context: PageContext,
): Readonly<Record<'rulesWithoutTechnique' | 'rulesOfUnknownTechnique' | 'testsOfUnknownTechnique', Table>> {
  const { survey } = context;
  const { vaultGaps } = survey.report;
  return {
    rulesWithoutTechnique: ruleTable(survey.inOrder(vaultGaps.rulesWithoutTechnique), context),
    rulesOfUnknownTechnique: unknownTechniqueTable(vaultGaps.rulesOfUnknownTechnique, 'Rule', survey),
    testsOfUnknownTechnique: unknownTechniqueTable(vaultGaps.testsOfUnknownTechnique, 'Test', survey),
  };
}

type OtherList =
  | 'componentsWithoutRule'
  | 'unreadComponents'
  | 'unreadDataSources'
  | 'logSourcesWithoutTechnique'
  | 'emptyQueries'
  | 'malformedQueries'
  | 'brokenLinks'
  | 'unlinkedNotes';

function otherTables(survey: Survey): Readonly<Record<OtherList, Table>> {
  const { vaultGaps: gaps } = survey.report;
  const rules = (count: number): Cell => countCell(count);
  const kind = (node: NoteNode): Cell => ({ text: kindLabel(node) });
  return {
    componentsWithoutRule: componentTable(gaps.componentsWithoutRule, survey),
    unreadComponents: componentTable(gaps.unreadComponents, survey),
    unreadDataSources: nodeTable(survey.inOrder(gaps.unreadDataSources), {}, survey),
    logSourcesWithoutTechnique: nodeTable(
      survey.inOrder(gaps.logSourcesWithoutTechnique),
      { Rules: ({ id }) => rules(survey.graph.sources(id, 'rule-log-source').length) },
      survey,
    ),
    emptyQueries: searchTable(gaps.emptyQueries, survey),
    malformedQueries: searchTable(gaps.malformedQueries, survey),
    brokenLinks: linkTable(survey),
    unlinkedNotes: nodeTable(survey.inOrder(gaps.unlinkedNotes), { Kind: kind, File: noteFile }, survey),
  };
}

function noteFile({ path }: NoteNode): Cell {
  return { text: path };
}

function componentTable(nodes: readonly DataComponentNode[], survey: Survey): Table {
  const rows = survey.inOrder(nodes).map((component): readonly Cell[] => {
    const source = survey.graph.node(component.source);
    return [
      linkCell(survey.link(component)),
      source === undefined ? { text: '' } : linkCell(survey.link(source)),
      countCell(techniquesTo(component, 'technique-component', survey).length),
    ];
  });
  return { columns: [...columns('Data component', 'Data source'), { label: 'Techniques', numeric: true }], rows };
}

function linkTable(survey: Survey): Table {
  const rows = survey.report.vaultGaps.brokenLinks.map(({ node, link, line }) => [
    linkCell(survey.link(node)),
    countCell(line),
    { text: link.anchor === undefined ? link.target : `${link.target}#${link.anchor}`, code: true },
  ]);
  return { columns: [{ label: 'Note' }, { label: 'Line', numeric: true }, { label: 'Leads to' }], rows };
}
