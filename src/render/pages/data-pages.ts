import type { DataComponentNode, DataSourceNode, TechniqueNode } from '../../graph/index.ts';
import type { ListPage, ListSection } from '../page.ts';
import { linkCell } from './cells.ts';
import { coverageCells, coverageColumns, coverageFacts, coverageWords } from './coverage-counts.ts';
import { matrixFact } from './coverage-links.ts';
import { factList } from './facts.ts';
import { missingSection, nodePage } from './list-page.ts';
import { logSourcesSection, readsOneOf } from './log-source-components.ts';
import { rulesOf, rulesSection, techniquesSection, techniquesTo, testsSection } from './named-pages.ts';
import type { PageContext } from './page-context.ts';
import { roomLink } from './rooms.ts';

/** What became of data sources: said where they are shown. Source: the release notes of ATT&CK v18. */
export const RETIRED_DATA_SOURCES =
  'ATT&CK retired data sources in version 18: data components stand alone since, and detection strategies, analytics and log sources took their place.';

/** The techniques that name any component of a data source. */
export function techniquesOfSource(node: DataSourceNode, context: PageContext): readonly TechniqueNode[] {
  const { survey, componentsOf } = context;
  const all = componentsOf(node).flatMap((component) => techniquesTo(component, 'technique-component', survey));
  return survey.inOrder(all);
}

/** The page of a data source: its components and its techniques. */
export function dataSourcePage(node: DataSourceNode, context: PageContext): ListPage {
  const { survey, componentsOf } = context;
  const techniques = techniquesOfSource(node, context);
  const rows = componentsOf(node).map((component) => [
    linkCell(survey.link(component)),
    ...coverageCells(techniquesTo(component, 'technique-component', survey), survey),
  ]);
  const components: ListSection = {
    id: 'components',
    title: 'Data components',
    lead: RETIRED_DATA_SOURCES,
    table: { columns: [{ label: 'Data component' }, ...coverageColumns], rows },
    emptyText: 'No technique names a component of this data source.',
  };
  const parts = {
    description: `The data source ${node.title}. ${coverageWords(techniques, survey)}`,
    crumbs: [roomLink('matrix', survey), roomLink('dataSources', survey)],
    facts: [
      ...coverageFacts(techniques, survey),
      ...(techniques.length > 0 ? [matrixFact('data-source', node.title, survey)] : []),
    ],
    sections: [
      components,
      techniquesSection(techniques, context),
      rulesReading(componentsOf(node), techniques, context),
      testsSection(techniques, context),
      logSourcesSection(componentsOf(node), context),
      missingSection(techniques, survey),
    ],
  };
  return nodePage(node, parts, context);
}

/** The page of a data component: the techniques that it can show. */
export function dataComponentPage(node: DataComponentNode, context: PageContext): ListPage {
  const { survey } = context;
  const source = survey.graph.node(node.source);
  const techniques = techniquesTo(node, 'technique-component', survey);
  const crumbs = [roomLink('matrix', survey), roomLink('dataSources', survey)];
  const parts = {
    description: `The data component ${node.title}${source === undefined ? '' : ` of ${source.title}`}. ${coverageWords(techniques, survey)}`,
    crumbs: source === undefined ? crumbs : [...crumbs, survey.link(source)],
    facts: [
      ...factList([['Data source', source === undefined ? [] : [survey.link(source)]]]),
      ...coverageFacts(techniques, survey),
    ],
    sections: [
      techniquesSection(techniques, context),
      rulesReading([node], techniques, context),
      testsSection(techniques, context),
      logSourcesSection([node], context),
      missingSection(techniques, survey),
    ],
  };
  return nodePage(node, parts, context);
}

/** Of the rules that carry the techniques those that read the data: the others detect them by something else. */
function rulesReading(
  components: readonly DataComponentNode[],
  techniques: readonly TechniqueNode[],
  context: PageContext,
): ListSection {
  const reads = readsOneOf(components, context);
  const lead = 'Rules that carry one of these techniques and read a log source that can show this.';
  const rules = rulesOf(techniques, context.survey).filter(reads);
  return rulesSection(context.survey.inOrder(rules), lead, context);
}
