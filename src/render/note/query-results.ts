import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { levels, statuses } from '../../domain/index.ts';
import type { NoteNode, RuleNode, RunbookNode, TechniqueNode } from '../../graph/index.ts';
import type { ResultRow } from '../../query/index.ts';
import { visibleText } from '../../parse/index.ts';
import type { Span } from '../../source/index.ts';
import { href } from '../href.ts';
import { rankIn } from '../pages/order.ts';
import { kindLabel } from '../pages/titles.ts';
import { matchingLine } from './matching-line.ts';
import type { Scope, Tools } from './scope.ts';
import type { World } from './world.ts';

/** More results than this are folded to as many; the style sheet knows the number too. */
const SHOWN = 20;

/** A note that a search found, and where its text matches. */
export interface Result {
  readonly node: NoteNode;
  /** Its places are found when they are asked for, which a table does not. */
  readonly row: ResultRow;
}

/** Whether so many results are folded at first. */
export function isFolded(count: number): boolean {
  return count > SHOWN;
}

/** What a list of results is made with. */
interface Listing {
  /** What the table is called. */
  readonly label: string;
  readonly tools: Tools;
}

/**
 * The results of a search, at least one: a table with the name given where all are of one kind that has one, else a list.
 * After many stands a button that unfolds them; without a script all are there.
 */
export function listResults(results: readonly Result[], label: string, { tools }: Scope): readonly Element[] {
  const list = listOf(results, { label, tools });
  if (!isFolded(results.length)) return [list];
  const words = { type: 'button', ariaExpanded: 'false', dataUnfold: '' } as const;
  return [list, h('button.unfold.js-only', words, `Show all ${results.length}`)];
}

function listOf(results: readonly Result[], listing: Listing): Element {
  const nodes = results.map(({ node }) => node);
  if (nodes.every((node) => node.kind === 'rule')) return table(ruleColumns, nodes, listing);
  if (nodes.every((node) => node.kind === 'runbook')) return table(runbookColumns, nodes, listing);
  if (nodes.every((node) => node.kind === 'technique')) return table(techniqueColumns, nodes, listing);
  const { tools } = listing;
  const isMixed = new Set(nodes.map(kindLabel)).size > 1;
  const context = { repeated: repeatedNames(nodes), isMixed, tools };
  return h(
    'ul',
    results.map((result) => item(result, context)),
  );
}

/** A column: its name, and what it shows of a note. */
interface Column<T> {
  readonly label: string;
  readonly cell: (node: T, tools: Tools) => ElementContent | string;
  /** What it is sorted by, where that is not its text. */
  readonly sortBy?: (node: T) => number | undefined;
  /** Holds numbers, of which readers ask for the largest. */
  readonly counts?: true;
}

function table<T>(columns: readonly Column<T>[], nodes: readonly T[], { label, tools }: Listing): Element {
  const head = columns.map((column) =>
    h('th', { scope: 'col', dataDescends: column.counts === true ? '' : undefined }, column.label),
  );
  const cells = (node: T): Element[] =>
    columns.map(({ cell, sortBy }) => h('td', { dataSort: sortBy?.(node) }, cell(node, tools)));
  const rows = nodes.map((node) => h('tr', cells(node)));
  return h('div.table-scroll', h('table', { ariaLabel: label }, [h('thead', h('tr', head)), h('tbody', rows)]));
}

const ruleColumns: readonly Column<RuleNode>[] = [
  { label: 'Rule', cell: (node, tools) => link(node, node.title, tools) },
  {
    label: 'Level',
    cell: ({ sigma }) => levelMark(sigma.level),
    sortBy: ({ sigma }) => knownRank(levels, sigma.level),
  },
  {
    label: 'Status',
    cell: ({ sigma }) => sigma.status ?? '',
    sortBy: ({ sigma }) => knownRank(statuses, sigma.status),
  },
  { label: 'Log source', cell: (node) => logSourceText(node) },
];

const runbookColumns: readonly Column<RunbookNode>[] = [
  { label: 'Runbook', cell: (node, tools) => link(node, node.title, tools) },
  { label: 'Platforms', cell: (node, { world }) => joined(testsOf(node, world).flatMap(({ platforms }) => platforms)) },
  { label: 'Executor', cell: (node, { world }) => joined(testsOf(node, world).map(({ executor }) => executor)) },
  { label: 'Tests', cell: ({ tests }) => String(tests.length), counts: true },
];

const techniqueColumns: readonly Column<TechniqueNode>[] = [
  { label: 'ID', cell: (node, tools) => h('code', link(node, node.techniqueId ?? '–', tools)) },
  { label: 'Technique', cell: ({ title, url }, { options }) => h('a', { href: href(options, url) }, title) },
  { label: 'Tactics', cell: ({ tactics }) => tactics.join(', ') },
];

function link(node: NoteNode, text: string, { options }: Tools): Element {
  return h('a', { dataNotePath: node.path, href: href(options, node.url) }, text);
}

/** Undefined for a missing or unknown word, which sorts by its text: an empty one last, whichever way. */
function knownRank(words: readonly string[], word: string | undefined): number | undefined {
  const rank = rankIn(words, word);
  return rank < words.length ? rank : undefined;
}

function levelMark(level: string | undefined): ElementContent | string {
  const known = levels.find((name) => name === level?.toLowerCase());
  return known === undefined ? (level ?? '') : h('span', { className: ['level', known] }, known);
}

function logSourceText({ sigma: { logSource } }: RuleNode): ElementContent | string {
  const parts = [logSource.product, logSource.category, logSource.service].filter(
    (part) => part !== undefined && part !== '',
  );
  return parts.length === 0 ? '' : h('code', parts.join(' / '));
}

function testsOf(
  node: RunbookNode,
  world: World,
): readonly { platforms: readonly string[]; executor: string | undefined }[] {
  return node.tests.flatMap((id) => {
    const test = world.node(id);
    return test?.kind === 'test' ? [test.test] : [];
  });
}

/** Each once, in the order of first use. */
function joined(words: readonly (string | undefined)[]): string {
  return [...new Set(words.filter((word) => word !== undefined && word !== ''))].join(', ');
}

/** The kinds and titles that more than one of some notes has. */
function repeatedNames(nodes: readonly NoteNode[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(nodes.map(nameOf).flatMap((name) => (seen.has(name) ? [name] : (seen.add(name), []))));
}

function nameOf(node: NoteNode): string {
  return `${kindLabel(node)} ${node.title}`;
}

interface ListContext {
  /** Whether the notes are of several kinds, so that each says its own. */
  readonly isMixed: boolean;
  readonly repeated: ReadonlySet<string>;
  readonly tools: Tools;
}

function item({ node, row }: Result, { isMixed, repeated, tools }: ListContext): Element {
  const parts: ElementContent[] = [link(node, node.title, tools)];
  const about = [isMixed ? kindLabel(node) : '', repeated.has(nameOf(node)) ? folderOf(node.path) : ''];
  if (about.some(Boolean)) parts.push({ type: 'text', value: ' ' }, h('small', about.filter(Boolean).join(' in ')));
  const shown = visibleText(node.note);
  const isShown = ({ start, end }: Span): boolean => node.note.file.text.startsWith(shown.slice(start, end), start);
  const line = matchingLine(shown, row.matches.filter(isShown));
  if (line.length > 0) parts.push(h('p', line));
  return h('li', parts);
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '/' : path.slice(0, slash);
}
