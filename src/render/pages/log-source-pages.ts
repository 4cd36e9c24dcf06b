import type { LogSourceNode, RuleNode, TechniqueNode } from '../../graph/index.ts';
import type { Cell, ListPage, ListSection, Table } from '../page.ts';
import { countCell, linkCell } from './cells.ts';
import { factList, textValue } from './facts.ts';
import { nodePage } from './list-page.ts';
import { productOf } from './log-source-names.ts';
import type { Product } from './log-source-names.ts';
import { noNeighbours } from './neighbours.ts';
import { onlyKind } from './node-kinds.ts';
import type { PageContext } from './page-context.ts';
import { roomLink } from './rooms.ts';
import type { Survey } from './survey.ts';
import { countOf } from './titles.ts';

/** The page of a log source: the rules that read it and the techniques that they detect. */
export function logSourcePage(node: LogSourceNode, context: PageContext): ListPage {
  const { survey, tables, products } = context;
  const { product, category, service } = node.logSource;
  const rules = rulesOf(node, survey);
  const above = products.get(productOf(node).url);
  const sections: readonly ListSection[] = [
    { id: 'rules', title: 'Rules', table: tables.rules(rules), emptyText: 'No rule reads this log source.' },
    {
      id: 'techniques',
      title: 'Techniques',
      lead: 'Techniques that these rules detect, with all their rules and tests.',
      table: tables.techniques(techniquesOf(rules, survey)),
      emptyText: 'Its rules name no technique that has a note.',
    },
  ];
  const parts = {
    description: `The log source ${node.title}: ${countOf(rules.length, 'detection rule')}.`,
    crumbs: [
      roomLink('matrix', survey),
      roomLink('logSources', survey),
      ...(above === undefined ? [] : [{ text: above.title, href: survey.href(above.url) }]),
    ],
    facts: factList([
      ['Product', textValue(product)],
      ['Category', textValue(category)],
      ['Service', textValue(service)],
      ['Rules', [{ text: String(rules.length) }]],
    ]),
    sections,
  };
  return nodePage(node, parts, context);
}

/** The page of a product: its log sources. */
export function productPage({ url, title, logSources }: Product, { survey }: PageContext): ListPage {
  const rules = logSources.flatMap((node) => rulesOf(node, survey));
  return {
    kind: 'list',
    url,
    title,
    documentTitle: `${title} · Log sources`,
    description: `Log sources of ${title}: ${logSources.length}, read by ${countOf(rules.length, 'detection rule')}.`,
    kindLabel: 'Product',
    idText: undefined,
    crumbs: [roomLink('matrix', survey), roomLink('logSources', survey)],
    ...noNeighbours,
    facts: [{ label: 'Rules', values: [{ text: String(rules.length) }] }],
    sections: [
      {
        id: 'log-sources',
        title: 'Log sources',
        table: logSourceTable(logSources, survey),
        emptyText: 'No rule names a log source of this product.',
      },
    ],
  };
}

/** Log sources with the rules that read them and the techniques that these detect. */
export function logSourceTable(nodes: readonly LogSourceNode[], survey: Survey): Table {
  const rows = nodes.map((node): readonly Cell[] => {
    const rules = rulesOf(node, survey);
    return [linkCell(survey.link(node)), countCell(rules.length), countCell(techniquesOf(rules, survey).length)];
  });
  const columns = [{ label: 'Log source' }, { label: 'Rules', numeric: true }, { label: 'Techniques', numeric: true }];
  return { columns, rows };
}

function rulesOf(node: LogSourceNode, survey: Survey): readonly RuleNode[] {
  return survey.inOrder(onlyKind(survey.graph.sources(node.id, 'rule-log-source'), 'rule'));
}

function techniquesOf(rules: readonly RuleNode[], survey: Survey): readonly TechniqueNode[] {
  return survey.inOrder(
    rules.flatMap(({ techniques }) => techniques.flatMap((id) => survey.graph.technique(id) ?? [])),
  );
}
