import { strengths } from '../../graph/index.ts';
import type { Pair, Reason, RuleNode, RunbookNode, Strength, TestNode } from '../../graph/index.ts';
import type { Cell, Column, ListSection } from '../page.ts';
import { levelCell, namesCell, statusCell } from './cells.ts';
import { isWebAddress } from './facts.ts';
import type { PageContext } from './page-context.ts';
import { columns } from './tables.ts';

/** How a strength is written. */
export const strengthWords: Readonly<Record<Strength, string>> = {
  declared: 'declared',
  cited: 'cited',
  'same-technique': 'same technique',
};

const LEAD =
  'Declared: the rule names the test. Cited: it refers to the test or to its page. Same technique: both carry it, and nobody says more.';

/**
 * Rows by technique alone on a page: all pairs of a technique with thousands of rules and tests would be millions of
 * rows. The largest vault that we know has 80.
 */
const MOST_BY_TECHNIQUE = 200;

/** The section of a rule that lists the tests it pairs with, the surest first, and why. */
export function testsOfRule(rule: RuleNode, { survey, platforms }: PageContext): ListSection {
  const pairs = survey.graph.pairing.ofRule(rule, 'same-technique', MOST_BY_TECHNIQUE + 1);
  const byTest = new Map(pairs.map((pair) => [pair.test, pair]));
  const rows = survey.inOrder([...byTest.keys()]).flatMap((test): readonly PairRow[] => {
    const pair = byTest.get(test);
    if (pair === undefined) return [];
    const name = { text: test.title, href: survey.href(test.url) };
    const cells = [name, namesCell(test.test.platforms), { text: test.test.executor ?? '', code: true }];
    const { strength } = pair;
    const isElsewhere = strength === 'same-technique' && !platforms.meet(rule, test);
    return [{ strength, isElsewhere, cells: [...cells, strengthCell(strength), whyCell(pair, isElsewhere)] }];
  });
  const listed = limited(rows);
  return {
    id: 'tests',
    title: 'Atomic tests',
    ...(rows.length > 0 && { lead: leadOf(rows, listed) }),
    table: { columns: columns('Test', 'Platforms', 'Executor', 'Strength', 'Why'), rows: surestFirst(listed) },
    emptyText: `No atomic test pairs with this rule: ${whyNone(rule)}.`,
    keptEmpty: true,
  };
}

/** Why a rule pairs with no test; one that carries a technique of the rule would be a pair. */
function whyNone({ techniques }: RuleNode): string {
  if (techniques.length === 0) return 'it names neither a technique nor a test';
  if (techniques.length === 1) return 'its technique has none of its own';
  return 'none of its techniques has one of its own';
}

/** The section of a runbook that lists the rules its tests pair with, the surest first, with these tests and why. */
export function rulesOfRunbook(
  node: RunbookNode,
  tests: readonly TestNode[],
  { survey, platforms }: PageContext,
): ListSection {
  const byRule = new Map<RuleNode, Pair[]>();
  for (const pair of tests.flatMap((test) => survey.graph.pairing.ofTest(test, MOST_BY_TECHNIQUE + 1))) {
    const known = byRule.get(pair.rule);
    if (known === undefined) byRule.set(pair.rule, [pair]);
    else known.push(pair);
  }
  const rows = survey.inOrder([...byRule.keys()]).flatMap((rule): readonly PairRow[] => {
    const surest = surestOf(byRule.get(rule) ?? []);
    const there = surest.filter(({ strength, test }) => strength !== 'same-technique' || platforms.meet(rule, test));
    const isElsewhere = there.length === 0;
    const pairs = isElsewhere ? surest : there;
    const [first] = pairs;
    if (first === undefined) return [];
    const name = { text: rule.title, href: survey.href(rule.url) };
    const about = [name, levelCell(rule.sigma.level), statusCell(rule.sigma.status)];
    const { strength } = first;
    const ties = [strengthCell(strength), testsCell(pairs, tests), whyCell(first, isElsewhere)];
    return [{ strength, isElsewhere, cells: [...about, ...ties] }];
  });
  const listed = limited(rows);
  return {
    id: 'rules',
    title: 'Detection rules',
    lead: leadOf(rows, listed),
    table: { columns: RULE_COLUMNS, rows: surestFirst(listed) },
    emptyText: `No rule pairs with a test of ${node.title}.`,
  };
}

const RULE_COLUMNS: readonly Column[] = columns('Rule', 'Level', 'Status', 'Strength', 'Tests', 'Why');

interface PairRow {
  readonly strength: Strength;
  /** By technique alone, and the rule reads no logs of where the test runs. */
  readonly isElsewhere: boolean;
  readonly cells: readonly Cell[];
}

/** All rows but those by technique alone that are too many. */
function limited(rows: readonly PairRow[]): readonly PairRow[] {
  const byTechnique = rows.filter(({ strength }) => strength === 'same-technique');
  const weak = [false, true].flatMap((wanted) => byTechnique.filter(({ isElsewhere }) => isElsewhere === wanted));
  if (weak.length <= MOST_BY_TECHNIQUE) return rows;
  return [...rows.filter(({ strength }) => strength !== 'same-technique'), ...weak.slice(0, MOST_BY_TECHNIQUE)];
}

function leadOf(rows: readonly PairRow[], listed: readonly PairRow[]): string {
  if (rows.length === listed.length) return LEAD;
  return `${LEAD} Of those by technique alone the first ${MOST_BY_TECHNIQUE} are listed; the technique’s page has all.`;
}

function surestFirst(rows: readonly PairRow[]): readonly (readonly Cell[])[] {
  const ofStrength = strengths.flatMap((wanted) => rows.filter(({ strength }) => strength === wanted));
  return [false, true].flatMap((wanted) =>
    ofStrength.filter(({ isElsewhere }) => isElsewhere === wanted).map(({ cells }) => cells),
  );
}

/** Those of the surest strength among some pairs of one rule. */
function surestOf(pairs: readonly Pair[]): readonly Pair[] {
  const best = strengths.find((wanted) => pairs.some(({ strength }) => strength === wanted));
  return pairs.filter(({ strength }) => strength === best);
}

/** A strength; sorts from the surest down. */
export function strengthCell(strength: Strength | undefined): Cell {
  if (strength === undefined) return { text: '', sort: strengths.length };
  return { text: strengthWords[strength], sort: strengths.indexOf(strength) };
}

/** Which of a runbook's tests are meant, each leading to its place on the page: one by its name, several by their numbers. */
function testsCell(pairs: readonly Pair[], all: readonly TestNode[]): Cell {
  const [first] = pairs;
  if (pairs.length === all.length && all.length > 1) return { text: `all ${all.length}`, sort: all.length };
  if (pairs.length === 1 && first !== undefined) {
    return { text: first.test.title, href: placeOnPage(first.test), sort: 1 };
  }
  const values = pairs.map(({ test }) => {
    return { text: `#${test.test.number ?? all.indexOf(test) + 1}`, href: placeOnPage(test) };
  });
  return { ...namesCell(values.map(({ text }) => text)), values, sort: pairs.length };
}

function placeOnPage({ url }: TestNode): string {
  return url.slice(url.indexOf('#'));
}

/** Why a rule and a test are a pair; leads to the address that says so. */
function whyCell({ reasons }: Pair, isElsewhere: boolean): Cell {
  const address = reasons.flatMap((reason) => (reason.kind === 'address' ? [reason.address] : []))[0];
  const text = [...reasons.map(shortReason), ...(isElsewhere ? ['on another platform'] : [])].join('; ');
  return address === undefined || !isWebAddress(address) ? { text } : { text, href: address, external: true };
}

function shortReason(reason: Reason): string {
  switch (reason.kind) {
    case 'simulation':
      return 'the rule’s simulation names its guid';
    case 'guid':
      return 'the rule’s note names its guid';
    case 'address':
      return reason.page === undefined ? 'the rule cites this test' : `the rule cites the atomics of ${reason.page}`;
    case 'link':
      return reason.isWhole ? 'the rule links to the runbook' : 'the rule links to the test';
    case 'technique':
      return reason.techniques.join(' and ');
  }
}
