import type { GraphNode, TechniqueNode } from '../../graph/index.ts';
import type { Cell, Fact, Link, ListPage, ListSection, Table } from '../page.ts';
import { noNeighbours } from './neighbours.ts';
import type { PageContext } from './page-context.ts';
import { roomLink, rooms } from './rooms.ts';
import type { Room } from './rooms.ts';
import type { CoverageSurvey, Survey } from './survey.ts';
import { columns } from './tables.ts';
import { kindLabel } from './titles.ts';

/** What a list page adds to that of any. */
export interface ListParts {
  readonly description: string;
  readonly sections: readonly ListSection[];
  readonly facts?: readonly Fact[];
  readonly crumbs?: readonly Link[];
  readonly idText?: string | undefined;
}

/** The page of one of the site's own lists. */
export function roomPage(room: Room, { description, sections, facts = [] }: ListParts, survey: Survey): ListPage {
  const { url, title } = rooms[room];
  return {
    kind: 'list',
    url,
    title,
    documentTitle: title,
    description,
    kindLabel: 'Index',
    idText: undefined,
    crumbs: [roomLink('matrix', survey)],
    ...noNeighbours,
    facts,
    sections,
  };
}

/** The page of a node that is no note. */
export function nodePage(node: GraphNode, parts: ListParts, { neighbours }: PageContext): ListPage {
  return {
    kind: 'list',
    url: node.url,
    title: node.title,
    documentTitle: `${node.title} · ${kindLabel(node)}`,
    description: parts.description,
    kindLabel: kindLabel(node),
    idText: parts.idText,
    crumbs: parts.crumbs ?? [],
    ...neighbours(node),
    facts: parts.facts ?? [],
    sections: parts.sections,
  };
}

/** The section that says which of some techniques lack a rule, a test or both. */
export function missingSection(techniques: readonly TechniqueNode[], survey: CoverageSurvey): ListSection {
  const rows = techniques.flatMap((node): readonly (readonly Cell[])[] => {
    const { rules, tests } = survey.coverage(node);
    if (rules.length > 0 && tests.length > 0) return [];
    const missing = rules.length > 0 ? 'test' : tests.length > 0 ? 'rule' : 'rule and test';
    const href = survey.href(node.url);
    return [[{ text: node.techniqueId ?? '–', href, code: true }, { text: node.title, href }, { text: missing }]];
  });
  const table: Table = { columns: columns('ID', 'Name', 'Missing'), rows };
  return {
    id: 'missing',
    title: 'What is missing',
    lead: 'Techniques that have no rule, no test or neither of their own.',
    table,
    emptyText: techniques.length === 0 ? 'No technique here.' : 'Every technique here has a rule and a test.',
  };
}
