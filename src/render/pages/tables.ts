import type { GraphNode, NodeId, PageNode, RuleNode, RunbookNode, TechniqueNode, TestNode } from '../../graph/index.ts';
import type { Cell, Column, Table } from '../page.ts';
import { countCell, levelCell, linkCell, namesCell, statusCell, techniquesCell, titlesCell } from './cells.ts';
import { onlyKind } from './node-kinds.ts';
import type { CoverageSurvey, Survey } from './survey.ts';
import { fullTitle } from './titles.ts';

/** The tables in which the notes of a kind are listed. Rows are made once for a build and shared by its pages. */
export interface Tables {
  /** ID, name, tactics, rules, tests. */
  techniques(nodes: readonly TechniqueNode[]): Table;
  /** ID, name, rules, tests: on the page of their technique, which says its tactics and the first part of their names. */
  subTechniques(nodes: readonly TechniqueNode[]): Table;
  /** Rule, level, status, log source, techniques. */
  rules(nodes: readonly RuleNode[]): Table;
  /** Test, platforms, executor, technique. */
  tests(nodes: readonly TestNode[]): Table;
  /** Runbook, platforms, tests. */
  runbooks(nodes: readonly RunbookNode[]): Table;
  /** Note, folder. */
  notes(nodes: readonly PageNode[]): Table;
}

type Row = readonly Cell[];

const TECHNIQUE_COLUMNS: readonly Column[] = [
  { label: 'ID' },
  { label: 'Name' },
  { label: 'Tactics' },
  { label: 'Rules', numeric: true },
  { label: 'Tests', numeric: true },
];
const SUB_TECHNIQUE_COLUMNS = TECHNIQUE_COLUMNS.filter(({ label }) => label !== 'Tactics');
const RULE_COLUMNS = columns('Rule', 'Level', 'Status', 'Log source', 'Techniques');
const TEST_COLUMNS = columns('Test', 'Platforms', 'Executor', 'Technique');
const RUNBOOK_COLUMNS: readonly Column[] = [
  { label: 'Runbook' },
  { label: 'Platforms' },
  { label: 'Tests', numeric: true },
];
const NOTE_COLUMNS = columns('Note', 'Folder');

/** Columns of text with these labels. */
export function columns(...labels: readonly string[]): readonly Column[] {
  return labels.map((label) => ({ label }));
}

/** The tables of a build. */
export function createTables(survey: Survey): Tables {
  return {
    techniques: tableMaker(TECHNIQUE_COLUMNS, (node: TechniqueNode) => techniqueRow(node, survey)),
    subTechniques: tableMaker(SUB_TECHNIQUE_COLUMNS, (node: TechniqueNode) => subTechniqueRow(node, survey)),
    rules: tableMaker(RULE_COLUMNS, (node: RuleNode) => ruleRow(node, survey)),
    tests: tableMaker(TEST_COLUMNS, (node: TestNode) => testRow(node, survey)),
    runbooks: tableMaker(RUNBOOK_COLUMNS, (node: RunbookNode) => runbookRow(node, survey)),
    notes: tableMaker(NOTE_COLUMNS, (node: PageNode) => noteRow(node, survey)),
  };
}

function tableMaker<N extends GraphNode>(
  columnsOfTable: readonly Column[],
  rowOf: (node: N) => Row,
): (nodes: readonly N[]) => Table {
  const rows = new Map<NodeId, Row>();
  const sharedRow = (node: N): Row => {
    const known = rows.get(node.id);
    if (known !== undefined) return known;
    const row = rowOf(node);
    rows.set(node.id, row);
    return row;
  };
  return (nodes) => ({ columns: columnsOfTable, rows: nodes.map(sharedRow) });
}

/** The same as {@link Tables.techniques}, with what they have by another survey. */
export function countedTechniques(nodes: readonly TechniqueNode[], survey: CoverageSurvey): Table {
  return { columns: TECHNIQUE_COLUMNS, rows: nodes.map((node) => techniqueRow(node, survey)) };
}

function techniqueRow(node: TechniqueNode, survey: CoverageSurvey): Row {
  const { rules, tests } = survey.coverage(node);
  const href = survey.href(node.url);
  return [
    { text: node.techniqueId ?? '–', href, code: true },
    { text: node.title, href },
    namesCell(node.tactics),
    countCell(rules.length),
    countCell(tests.length),
  ];
}

function subTechniqueRow(node: TechniqueNode, survey: Survey): Row {
  const [id, , , ...counts] = techniqueRow(node, survey);
  const parent = survey.coverage(node).parent?.title;
  const own = parent !== undefined && node.title.startsWith(`${parent}:`) ? node.title.slice(parent.length + 1) : '';
  const name: Cell = { text: own.trim() || node.title, href: survey.href(node.url) };
  return id === undefined ? [name, ...counts] : [id, name, ...counts];
}

function ruleRow(node: RuleNode, survey: Survey): Row {
  return [
    { text: node.title, href: survey.href(node.url) },
    levelCell(node.sigma.level),
    statusCell(node.sigma.status),
    titlesCell(onlyKind(survey.graph.targets(node.id, 'rule-log-source'), 'log-source')),
    techniquesCell(node.techniques, survey),
  ];
}

function testRow(node: TestNode, survey: Survey): Row {
  return [
    { text: node.title, href: survey.href(node.url) },
    namesCell(node.test.platforms),
    { text: node.test.executor ?? '', code: true },
    techniquesCell(node.techniques, survey),
  ];
}

function runbookRow(node: RunbookNode, survey: Survey): Row {
  const tests = onlyKind(survey.graph.targets(node.id, 'runbook-test'), 'test');
  return [
    linkCell({ text: fullTitle(node), href: survey.href(node.url) }),
    namesCell(platformNames(tests)),
    countCell(tests.length),
  ];
}

function noteRow(node: PageNode, survey: Survey): Row {
  const folder = node.path.slice(0, Math.max(0, node.path.lastIndexOf('/')));
  return [linkCell(survey.link(node)), { text: folder }];
}

/** The platforms of some tests, each once, in the order in which they first come. */
export function platformNames(tests: readonly TestNode[]): readonly string[] {
  return [...new Set(tests.flatMap(({ test }) => test.platforms))];
}
