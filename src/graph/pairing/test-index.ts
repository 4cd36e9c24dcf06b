import { foldTestName } from '../../domain/index.ts';
import type { AtomicAddress, TechniqueId, TestGuid } from '../../domain/index.ts';
import type { GraphNode, RunbookNode, TestNode } from '../nodes.ts';

/** What a rule points at: one test, every test of a runbook, or every test of a technique. */
export type Target =
  | { readonly kind: 'test'; readonly test: TestNode }
  | { readonly kind: 'runbook'; readonly runbook: RunbookNode }
  | { readonly kind: 'technique'; readonly id: TechniqueId };

/** The tests of a vault by all that rules may name them by. Every list is in the order of the graph's nodes. */
export interface TestIndex {
  /** Every guid, each once. */
  readonly guids: readonly TestGuid[];
  /** The first test of a guid that is used twice. */
  byGuid(guid: TestGuid): TestNode | undefined;
  byAddress(address: AtomicAddress): Target;
  /** The test whose section holds an offset of its runbook's note. */
  atOffset(runbook: RunbookNode, offset: number): TestNode | undefined;
  testsOf(target: Target): readonly TestNode[];
  /** True when any test of a target carries a technique; runbooks are asked, not their tests one by one. */
  carries(target: Target, technique: TechniqueId): boolean;
}

/** Indexes the tests of a graph. */
export function indexTests(nodes: readonly GraphNode[]): TestIndex {
  const tests = nodes.filter((node) => node.kind === 'test');
  const byGuid = firstByGuid(tests);
  const byRunbook = Map.groupBy(tests, ({ runbook }) => runbook);
  const byTechnique = groupByTechnique(tests);
  // The tests of a runbook carry the same techniques, so that one of them speaks for all.
  const spokesmen = groupByTechnique([...byRunbook.values()].flatMap((group) => group.slice(0, 1)));
  const testsOf = (target: Target): readonly TestNode[] => {
    if (target.kind === 'test') return [target.test];
    return (target.kind === 'runbook' ? byRunbook.get(target.runbook.id) : byTechnique.get(target.id)) ?? [];
  };
  return {
    guids: [...byGuid.keys()],
    byGuid: (guid) => byGuid.get(guid),
    byAddress: (address) => targetOfAddress(address, byTechnique.get(address.technique) ?? []),
    atOffset: ({ id }, offset) => byRunbook.get(id)?.find(({ span }) => span.start <= offset && offset < span.end),
    testsOf,
    carries: (target, technique) => {
      const asked = target.kind === 'technique' ? (spokesmen.get(target.id) ?? []) : testsOf(target).slice(0, 1);
      return asked.some(({ techniques }) => techniques.includes(technique));
    },
  };
}

/** A target as a key; {@link keysOfTest} has the keys of all targets that a test belongs to. */
export function keyOfTarget(target: Target): string {
  switch (target.kind) {
    case 'test':
      return target.test.id;
    case 'runbook':
      return target.runbook.id;
    case 'technique':
      return target.id;
  }
}

/** The keys of all targets that a test belongs to. */
export function keysOfTest({ id, runbook, techniques }: TestNode): readonly string[] {
  return [id, runbook, ...techniques];
}

/**
 * Numbers shift when a test is put in before others, so the name tells which test is meant, and the number only among
 * tests of one name. A name that no test has any more leaves the page.
 */
function targetOfAddress({ technique, test: named }: AtomicAddress, tests: readonly TestNode[]): Target {
  const namesakes = tests.filter(({ test }) => foldTestName(test.name) === named?.name);
  const test = namesakes.find((node) => node.test.number === named?.number) ?? namesakes[0];
  return test === undefined ? { kind: 'technique', id: technique } : { kind: 'test', test };
}

function firstByGuid(tests: readonly TestNode[]): ReadonlyMap<TestGuid, TestNode> {
  const first = new Map<TestGuid, TestNode>();
  for (const test of tests) if (test.guid !== undefined && !first.has(test.guid)) first.set(test.guid, test);
  return first;
}

function groupByTechnique(tests: readonly TestNode[]): ReadonlyMap<TechniqueId, readonly TestNode[]> {
  const groups = new Map<TechniqueId, TestNode[]>();
  for (const test of tests) {
    for (const id of test.techniques) {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [test]);
      else group.push(test);
    }
  }
  return groups;
}
