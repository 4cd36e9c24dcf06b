import { techniqueIdOfAddress } from '../../domain/index.ts';
import type { TechniqueId } from '../../domain/index.ts';
import type { LogSourceNode, RuleNode } from '../../graph/index.ts';
import type { ArticlePage, Cell, Fact, FactValue, Link, ListSection, Table } from '../page.ts';
import { articlePage } from './article.ts';
import { levelCell, statusCell } from './cells.ts';
import { codeValue, dateValue, factList, isWebAddress, linkValues, textValue } from './facts.ts';
import { productOf } from './log-source-names.ts';
import { onlyKind } from './node-kinds.ts';
import type { PageContext } from './page-context.ts';
import { openingOf, shorten } from './description.ts';
import { testsOfRule } from './pair-tables.ts';
import { roomLink } from './rooms.ts';
import type { Survey } from './survey.ts';
import { columns } from './tables.ts';

/** The page of a detection rule. */
export function rulePage(node: RuleNode, context: PageContext): ArticlePage {
  const { survey } = context;
  const parts = {
    kind: 'rule',
    description: shorten(node.sigma.description || openingOf(node.note) || `Detection rule: ${node.title}`),
    crumbs: crumbsOf(node, context),
    facts: factsOf(node, context),
    sections: sectionsOf(node, context),
    downloadHref: node.yaml && survey.href(`${node.url.replace(/\/$/, '')}.yml`),
  } as const;
  return articlePage(node, parts, context);
}

function logSourcesOf(node: RuleNode, survey: Survey): readonly LogSourceNode[] {
  return onlyKind(survey.graph.targets(node.id, 'rule-log-source'), 'log-source');
}

function crumbsOf(node: RuleNode, { survey, products }: PageContext): readonly Link[] {
  const logSource = logSourcesOf(node, survey)[0];
  const product = logSource && products.get(productOf(logSource).url);
  return [
    roomLink('rules', survey),
    ...(product === undefined ? [] : [{ text: product.title, href: survey.href(product.url) }]),
    ...(logSource === undefined ? [] : [survey.link(logSource)]),
  ];
}

function factsOf(node: RuleNode, { survey, relations }: PageContext): readonly Fact[] {
  const { sigma } = node;
  const level = sigma.level === undefined ? [] : [{ text: sigma.level, level: sigma.level }];
  return factList(
    [
      ['ID', codeValue(sigma.idText)],
      ['Status', textValue(sigma.status)],
      ['Level', level],
      ['Log source', linkValues(logSourcesOf(node, survey), survey)],
      ['Author', [{ text: sigma.author || 'not stated' }]], // the rules' licence asks for it, so its lack is said too
      ['Created', dateValue(sigma.date)],
      ['Changed', dateValue(sigma.modified)],
      ['Techniques', node.techniques.map((id) => techniqueValue(id, survey))],
      ['Tags', linkValues(survey.graph.targets(node.id, 'note-tag'), survey)],
      [
        'Related',
        relations(node).map(({ rule, id }) => (rule === undefined ? { text: id, code: true } : survey.link(rule))),
      ],
    ],
    ['Level', 'Status', 'Log source'],
  );
}

function techniqueValue(id: TechniqueId, survey: Survey): FactValue {
  const technique = survey.graph.technique(id);
  return technique === undefined ? { text: id, code: true } : survey.link(technique);
}

function sectionsOf(node: RuleNode, context: PageContext): readonly ListSection[] {
  const { sigma } = node;
  return [
    {
      id: 'techniques',
      title: 'Techniques',
      table: techniquesTable(node, context),
      emptyText: 'The rule names no technique.',
    },
    testsOfRule(node, context),
    listSection(
      { id: 'false-positives', title: 'False positives' },
      sigma.falsePositives.map((text) => ({ text })),
    ),
    listSection(
      { id: 'references', title: 'References' },
      sigma.references.map((reference) => referenceCell(reference, context.survey)),
    ),
    {
      id: 'related-rules',
      title: 'Related rules',
      table: relatedTable(node, context),
      emptyText: 'No rule is named as related.',
    },
  ];
}

function techniquesTable(node: RuleNode, { survey, tables }: PageContext): Table {
  const known = node.techniques.flatMap((id) => survey.graph.technique(id) ?? []);
  const unknown = node.techniques.filter((id) => survey.graph.technique(id) === undefined);
  const table = tables.techniques(survey.inOrder(known));
  const noNote = (id: TechniqueId): readonly Cell[] => [
    { text: id, code: true },
    { text: 'no note in this vault' },
    ...table.columns.slice(2).map(() => ({ text: '' })),
  ];
  return { columns: table.columns, rows: [...table.rows, ...unknown.map(noNote)] };
}

function listSection(head: { readonly id: string; readonly title: string }, values: readonly Cell[]): ListSection {
  const table = { columns: columns(head.title), rows: values.map((value) => [value]) };
  return { ...head, layout: 'list', table, emptyText: 'The rule states none.' };
}

/** A link where the reference is a web address to the letter; a defanged one stays text. Our own page comes before ATT&CK's. */
function referenceCell(reference: string, survey: Survey): Cell {
  const id = techniqueIdOfAddress(reference);
  const technique = id && survey.graph.technique(id);
  if (technique !== undefined) return survey.link(technique);
  return isWebAddress(reference) ? { text: reference, href: reference, external: true } : { text: reference };
}

function relatedTable(node: RuleNode, { survey, relations }: PageContext): Table {
  const rows = relations(node).map(({ rule, id, words }): readonly Cell[] => [
    rule === undefined ? { text: id, code: true } : survey.link(rule),
    { text: words },
    levelCell(rule?.sigma.level),
    statusCell(rule?.sigma.status),
  ]);
  return { columns: columns('Rule', 'Relation', 'Level', 'Status'), rows };
}
