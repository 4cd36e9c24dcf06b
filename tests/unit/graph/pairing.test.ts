import { describe, expect, it } from 'vitest';
import { graphJson, reasonsInWords } from '../../../src/graph/index.ts';
import type { BuiltGraph } from '../../../src/graph/index.ts';
import { pairEdges } from '../../../src/graph/pairing/index.ts';
import { linkedVault, ruleAt, ruleText, runbookText, testNamed, uuid } from './linked-vault.ts';

const lsass = runbookText(
  ['T1003.001'],
  [
    { name: 'Dump with ProcDump', guid: 1 },
    { name: 'Dump with rundll32.exe', guid: 2 },
    { name: 'Dump by hand' },
    { name: 'Dump by hand' },
  ],
);
const shell = runbookText(['T1059.004'], [{ name: 'Pipe to a shell', guid: 5 }]);
const atomics = 'https://github.com/redcanaryco/atomic-red-team/blob/master/atomics';
const simulation = (guid: string): string =>
  `simulation:\n  - type: atomic-red-team\n    technique: T1003.001\n    atomic_guid: ${guid}`;

type Rule = Parameters<typeof ruleText>[0];

function vaultWith(rule: Rule): BuiltGraph {
  return linkedVault({ 'rule.md': ruleText({ id: 90, ...rule }), 'T1003.001 - LSASS.md': lsass, 'shell.md': shell });
}

/** The pairs of the rule, a line each: the test's name and number, the strength. */
function pairsWith(rule: Rule): readonly string[] {
  const built = vaultWith(rule);
  return built.graph.pairing
    .ofRule(ruleAt(built, 'rule.md'))
    .map(({ test, strength }) => `${test.test.number ?? 0} ${test.title}: ${strength}`);
}

const [procdump, rundll, hand3, hand4] = [
  '1 Dump with ProcDump',
  '2 Dump with rundll32.exe',
  '3 Dump by hand',
  '4 Dump by hand',
];
const all = [procdump, rundll, hand3, hand4];
const reference = (address: string): string => `references:\n  - ${address}`;
const page = `${atomics}/T1003.001/T1003.001.md`;

describe('the tests that pair with a rule', () => {
  it.each<readonly [string, Rule, readonly string[]]>([
    ['nothing in common', { techniques: ['T1003'] }, []],
    ['a simulation', { sigma: simulation(uuid(2)) }, [`${rundll}: declared`]],
    ['a simulation in capitals', { sigma: simulation(uuid(2).toUpperCase()) }, [`${rundll}: declared`]],
    ['a simulation of an unknown guid', { sigma: simulation(uuid(77)) }, []],
    ['a guid in the text', { body: `Tried with ${uuid(1)}.` }, [`${procdump}: declared`]],
    ['a guid in a property', { frontmatter: `test: ${uuid(1)}\n` }, [`${procdump}: declared`]],
    ['a guid as its own id', { id: 1 }, []],
    ['a guid as the id of a related rule', { sigma: `related:\n  - id: ${uuid(1)}\n    type: similar` }, []],
    ['a guid inside of a longer word', { body: `a${uuid(1)}` }, []],
    ['a guid in an address', { sigma: reference(`https://example.org/tests/${uuid(1)}`) }, [`${procdump}: cited`]],
    ['a guid in an address in the text alone', { body: `\`https://example.org/${uuid(1)}\`` }, []],
    ['a page', { sigma: reference(page) }, all.map((test) => `${test}: cited`)],
    ['a page as a link in the text', { body: `See [it](${page}).` }, all.map((test) => `${test}: cited`)],
    ['a test on a page', { sigma: reference(`${page}#atomic-test-2---dump-with-rundll32exe`) }, [`${rundll}: cited`]],
    [
      'a test whose number has shifted',
      { sigma: reference(`${page}#atomic-test-9---dump-with-rundll32exe`) },
      [`${rundll}: cited`],
    ],
    ['a test that shares its name', { sigma: reference(`${page}#atomic-test-4---dump-by-hand`) }, [`${hand4}: cited`]],
    [
      'a test that the page has no more',
      { sigma: reference(`${page}#atomic-test-2---gone`) },
      all.map((test) => `${test}: cited`),
    ],
    ['a page of a technique without tests', { sigma: reference(`${atomics}/T1082/T1082.md`) }, []],
    ['a link to the runbook', { body: '[[T1003.001 - LSASS]]' }, all.map((test) => `${test}: cited`)],
    ['a link to a test', { body: '[[T1003.001 - LSASS#Atomic Test 1 - Dump with ProcDump]]' }, [`${procdump}: cited`]],
    ['a link to a guid', { body: `[[T1003.001 - LSASS#${uuid(2)}]]` }, [`${rundll}: cited`]],
    ['the technique', { techniques: ['T1003.001'] }, all.map((test) => `${test}: same-technique`)],
    ['the technique above', { techniques: ['T1003'] }, []],
    [
      'all of it: the surest first, each test once',
      {
        techniques: ['T1003.001', 'T1059.004'],
        sigma: `${simulation(uuid(2))}\n${reference(`${page}#atomic-test-1---dump-with-procdump`)}`,
        body: uuid(2),
      },
      [
        `${rundll}: declared`,
        `${procdump}: cited`,
        '1 Pipe to a shell: same-technique',
        `${hand3}: same-technique`,
        `${hand4}: same-technique`,
      ],
    ],
  ])('%s', (_, rule, expected) => {
    expect(pairsWith(rule)).toEqual(expected);
  });

  it('say why', () => {
    const reasonsOf = (rule: Rule): readonly string[] => {
      const built = vaultWith(rule);
      return built.graph.pairing.ofRule(ruleAt(built, 'rule.md')).map(({ reasons }) => reasonsInWords(reasons));
    };
    expect(reasonsOf({ sigma: simulation(uuid(1)) })).toEqual([`the rule’s simulation names the guid ${uuid(1)}`]);
    expect(reasonsOf({ body: uuid(1) })).toEqual([`the rule’s note names the guid ${uuid(1)}`]);
    expect(reasonsOf({ sigma: reference(`${atomics}/T1059.004/T1059.004.md`) })).toEqual([
      `the rule cites the atomics of T1059.004 at ${atomics}/T1059.004/T1059.004.md`,
    ]);
    const toOne = `${page}#atomic-test-1---dump-with-procdump`;
    expect(reasonsOf({ sigma: reference(toOne), body: '[[shell]]' })).toEqual([
      `the rule cites the test at ${toOne}`,
      'the rule links to the runbook “T1059.004”',
    ]);
  });

  it('are tied by every technique that both carry, as one reason', () => {
    const built = linkedVault({
      'rule.md': ruleText({ techniques: ['T1003', 'T1059.004'] }),
      'both.md': runbookText(['T1003', 'T1059.004'], [{ name: 'Both', guid: 1 }]),
    });
    const [pair] = built.graph.pairing.ofRule(ruleAt(built, 'rule.md'));
    expect(pair?.reasons).toEqual([{ kind: 'technique', techniques: ['T1003', 'T1059.004'] }]);
  });
});

describe('the rules that pair with a test', () => {
  const files = {
    'a.md': ruleText({ id: 91, techniques: ['T1003.001'] }),
    'b.md': ruleText({ id: 92, techniques: ['T1003.001'], sigma: reference(page) }),
    'c.md': ruleText({ id: 93, sigma: simulation(uuid(2)) }),
    'd.md': ruleText({ id: 94, techniques: ['T1059.004'], body: '[[T1003.001 - LSASS]]' }),
    'e.md': ruleText({ id: 95, techniques: ['T1059.004'] }),
    'T1003.001 - LSASS.md': lsass,
    'shell.md': shell,
  };
  const built = linkedVault(files);
  const { pairing } = built.graph;

  it('stand with the surest first', () => {
    const pairs = pairing.ofTest(testNamed(built, 'Dump with rundll32.exe'));
    expect(pairs.map(({ rule, strength }) => `${rule.path} ${strength}`)).toEqual([
      'c.md declared',
      'b.md cited',
      'd.md cited',
      'a.md same-technique',
    ]);
  });

  it('are those that name it, pair by pair', () => {
    const line = ({ rule, test, strength, reasons }: ReturnType<typeof pairing.ofRule>[number]): string =>
      `${rule.id} ${test.id} ${strength} ${reasonsInWords(reasons)}`;
    const byRule = built.graph.ofKind('rule').flatMap((rule) => pairing.ofRule(rule).map(line));
    const byTest = built.graph.ofKind('test').flatMap((test) => pairing.ofTest(test).map(line));
    expect(byTest.toSorted()).toEqual(byRule.toSorted());
    expect(byRule).toHaveLength(4 + 4 + 1 + 5 + 1);
  });

  it('try a rule for a technique by tests of that technique alone', () => {
    const strength = (path: string, technique?: string): string | undefined => {
      const id = built.graph.ofKind('rule').flatMap(({ techniques }) => techniques.filter((one) => one === technique));
      return pairing.strengthOf(ruleAt(built, path), id[0]);
    };
    expect(strength('a.md')).toBe('same-technique');
    expect(strength('b.md', 'T1003.001')).toBe('cited');
    expect(strength('c.md')).toBe('declared');
    expect(strength('d.md')).toBe('cited');
    expect(strength('d.md', 'T1059.004')).toBe('same-technique');
  });
});

describe('pairs as edges', () => {
  const built = vaultWith({ techniques: ['T1003.001'], sigma: simulation(uuid(1)) });
  const rules = built.graph.ofKind('rule');

  it('have a strength and say why', () => {
    const { edges } = graphJson(built.graph) as { edges: readonly { kind: string }[] };
    const found = edges.filter(({ kind }) => kind === 'rule-test');
    expect(found).toHaveLength(4);
    expect(found[0]).toEqual({
      kind: 'rule-test',
      from: `rule:${uuid(90)}`,
      to: `test:${uuid(1)}`,
      strength: 'declared',
      why: `the rule’s simulation names the guid ${uuid(1)}`,
    });
  });

  it('leave out those by technique where they are too many, and say so', () => {
    expect(pairEdges(rules, built.graph.pairing, 4).isShortened).toBe(false);
    const short = pairEdges(rules, built.graph.pairing, 3);
    expect(short.isShortened).toBe(true);
    expect(short.edges.map(({ strength }) => strength)).toEqual(['declared']);
    expect(graphJson(built.graph)).not.toHaveProperty('omitted');
  });
});

describe('a guid of a simulation that no test has', () => {
  it.each([
    ['a slip', uuid(3), `did you mean ${uuid(1)}?`],
    ['another one', 'ffffffff-ffff-ffff-ffff-ffffffffffff', undefined],
  ])('is reported where it stands: %s', (_, guid, hint) => {
    const { diagnostics } = vaultWith({ sigma: simulation(guid) });
    const found = diagnostics.filter(({ code }) => code === 'atomic/unknown-guid');
    expect(found.map(({ place }) => [place.start.line, place.start.column, place.end.column])).toEqual([[11, 18, 54]]);
    expect(found.map((one) => one.hint)).toEqual([hint]);
  });

  it('is not reported when a test has it', () => {
    const { diagnostics } = vaultWith({ sigma: simulation(uuid(1)) });
    expect(diagnostics.map(({ code }) => code)).not.toContain('atomic/unknown-guid');
  });
});
