import type { DataComponentNode, DataSourceNode, TechniqueNode } from '../../graph/index.ts';
import type { ListPage, ListSection } from '../page.ts';
import { linkCell } from './cells.ts';
import { coverageCells, coverageColumns, coverageFacts, coverageWords } from './coverage-counts.ts';
import { factList } from './facts.ts';
import { missingSection, nodePage } from './list-page.ts';
import { logSourcesSection } from './log-source-components.ts';
import { techniquesSection, techniquesTo } from './named-pages.ts';
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
    facts: coverageFacts(techniques, survey),
    sections: [
      components,
      techniquesSection(techniques, context),
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
      logSourcesSection([node], context),
      missingSection(techniques, survey),
    ],
  };
  return nodePage(node, parts, context);
}
