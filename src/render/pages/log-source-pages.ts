import { componentId } from '../../graph/index.ts';
import type { GraphNode, LogSourceNode, RuleNode, TechniqueNode } from '../../graph/index.ts';
import type { Cell, ListPage, ListSection, Table } from '../page.ts';
import { countCell, linkCell } from './cells.ts';
import { factList, textValue } from './facts.ts';
import { missingSection, nodePage } from './list-page.ts';
import { productOf } from './log-source-names.ts';
import type { Product } from './log-source-names.ts';
import { testsSection } from './named-pages.ts';
import { noNeighbours } from './neighbours.ts';
import { onlyKind } from './node-kinds.ts';
import type { PageContext } from './page-context.ts';
import { roomLink } from './rooms.ts';
import type { Survey } from './survey.ts';
import { countOf, formatCount } from './titles.ts';

/** So many data components are named in a cell. */
const MOST_NAMES = 3;

/** What a log source is here: ATT&CK uses the same words for another list. */
export const LOG_SOURCES =
  'Product, category and service as Sigma writes them in rules. ATT&CK has log sources of its own since version 18; they are another list.';

/** The page of a log source: the rules that read it, the techniques that they detect, their tests, and the data that it gives. */
export function logSourcePage(node: LogSourceNode, context: PageContext): ListPage {
  const { survey, tables, products } = context;
  const { product, category, service } = node.logSource;
  const rules = rulesOf(node, survey);
  const techniques = techniquesOf(rules, survey);
  const above = products.get(productOf(node).url);
  const sections: readonly ListSection[] = [
    { id: 'rules', title: 'Rules', table: tables.rules(rules), emptyText: 'No rule reads this log source.' },
    {
      id: 'techniques',
      title: 'Techniques',
      lead: 'Techniques that these rules detect, with all their rules and tests.',
      table: tables.techniques(techniques),
      emptyText: 'Its rules name no technique that has a note.',
    },
    testsSection(techniques, context),
    componentsSection(node, survey),
    missingSection(techniques, survey),
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
      ['Data components', [{ text: node.components === undefined ? 'unknown' : formatCount(node.components.length) }]],
      ['Rules', [{ text: formatCount(rules.length) }]],
    ]),
    sections,
  };
  return nodePage(node, parts, context);
}

/** The data components that a log source gives: linked where a technique of the vault names them. */
function componentsSection({ components }: LogSourceNode, survey: Survey): ListSection {
  const rows = (components ?? []).map((ref): readonly Cell[] => {
    const node = survey.graph.node(componentId(ref));
    const techniques = node === undefined ? [] : survey.graph.sources(node.id, 'technique-component');
    const source = node?.kind === 'data-component' ? survey.graph.node(node.source) : undefined;
    const cell = (found: GraphNode | undefined, text: string): Cell =>
      found === undefined ? { text } : linkCell(survey.link(found));
    return [cell(node, ref.component), cell(source, ref.source), countCell(techniques.length)];
  });
  return {
    id: 'data-components',
    title: 'Data components',
    lead: 'What ATT&CK calls the events that this log source can show, by a table of this site: not what each rule reads of them.',
    table: {
      columns: [{ label: 'Data component' }, { label: 'Data source' }, { label: 'Techniques', numeric: true }],
      rows,
    },
    emptyText: 'Unknown: the table of this site has no entry for this log source.',
  };
}

/** The page of a product: its log sources. */
export function productPage({ url, title, logSources }: Product, { survey }: PageContext): ListPage {
  const rules = logSources.flatMap((node) => rulesOf(node, survey));
  return {
    kind: 'list',
    url,
    title,
    documentTitle: `${title} · Log sources`,
    description: `Log sources of ${title}: ${formatCount(logSources.length)}, read by ${countOf(rules.length, 'detection rule')}.`,
    kindLabel: 'Product',
    idText: undefined,
    crumbs: [roomLink('matrix', survey), roomLink('logSources', survey)],
    ...noNeighbours,
    facts: [{ label: 'Rules', values: [{ text: formatCount(rules.length) }] }],
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
    return [
      linkCell(survey.link(node)),
      countCell(rules.length),
      countCell(techniquesOf(rules, survey).length),
      componentsCell(node),
    ];
  });
  const columns = [
    { label: 'Log source' },
    { label: 'Rules', numeric: true },
    { label: 'Techniques', numeric: true },
    { label: 'Data components' },
  ];
  return { columns, rows };
}

/** Names where they are few, else how many; sorts by how many, unknown ones last. */
function componentsCell({ components }: LogSourceNode): Cell {
  if (components === undefined) return { text: 'unknown', sort: Number.MAX_SAFE_INTEGER };
  const names = components.map(({ component }) => component).join(', ');
  return { text: components.length > MOST_NAMES ? `${components.length} components` : names, sort: components.length };
}

function rulesOf(node: LogSourceNode, survey: Survey): readonly RuleNode[] {
  return survey.inOrder(onlyKind(survey.graph.sources(node.id, 'rule-log-source'), 'rule'));
}

function techniquesOf(rules: readonly RuleNode[], survey: Survey): readonly TechniqueNode[] {
  return survey.inOrder(
    rules.flatMap(({ techniques }) => techniques.flatMap((id) => survey.graph.technique(id) ?? [])),
  );
}
