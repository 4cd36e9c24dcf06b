import { describe, expect, it } from 'vitest';
import { linkedVault, ruleText, runbookText, uuid } from '../graph/linked-vault.ts';
import { articleAt, rowsOf, textsOf } from './built-page.ts';

const page = 'https://github.com/redcanaryco/atomic-red-team/blob/master/atomics/T1003.001/T1003.001.md';
const reference = (address: string): string => `references: ["${address}"]`;

const { graph } = linkedVault({
  'declares.md': ruleText({ id: 91, sigma: `simulation:\n  - atomic_guid: ${uuid(2)}` }),
  'cites.md': ruleText({ id: 92, techniques: ['T1003.001'], sigma: reference(page) }),
  'cites two.md': ruleText({ id: 93, body: `[a](${page}#atomic-test-1---first) [b](${page}#atomic-test-3---third)` }),
  'shares.md': ruleText({ id: 94, techniques: ['T1003.001'] }),
  'links.md': ruleText({ id: 95, body: '[[LSASS#Atomic Test 2 - Second]]' }),
  'nothing.md': ruleText({ id: 96 }),
  'untried.md': ruleText({ id: 97, techniques: ['T1003'] }),
  'untried too.md': ruleText({ id: 98, techniques: ['T1003', 'T1005'] }),
  'LSASS.md': runbookText(
    ['T1003.001'],
    [
      { name: 'First', guid: 1 },
      { name: 'Second', guid: 2 },
      { name: 'Third', guid: 3 },
    ],
  ),
});

describe('the tests on the page of a rule', () => {
  const pairsOf = (id: number): readonly unknown[] =>
    textsOf(articleAt(graph, `/rules/${uuid(id)}/`), 'tests').map(([name, , , strength, why]) => [name, strength, why]);

  it('say how surely they try it, and why', () => {
    expect(pairsOf(91)).toEqual([['Second', 'declared', 'the rule’s simulation names its guid']]);
    expect(pairsOf(93)).toEqual([
      ['First', 'cited', 'the rule cites this test'],
      ['Third', 'cited', 'the rule cites this test'],
    ]);
    expect(pairsOf(94)[0]).toEqual(['First', 'same technique', 'T1003.001']);
    expect(pairsOf(95)).toEqual([['Second', 'cited', 'the rule links to the test']]);
  });

  it('lead to the address that ties them', () => {
    const [first] = rowsOf(articleAt(graph, `/rules/${uuid(92)}/`), 'tests');
    expect(first?.at(-1)).toEqual({ text: 'the rule cites the atomics of T1003.001', href: page, external: true });
  });

  it.each([
    [96, 'it names neither a technique nor a test'],
    [97, 'its technique has none of its own'],
    [98, 'none of its techniques has one of its own'],
  ])('say why there are none for rule %i', (id, why) => {
    const section = articleAt(graph, `/rules/${uuid(id)}/`).sections.find((each) => each.id === 'tests');
    expect(section?.table.rows).toEqual([]);
    expect(section?.lead).toBeUndefined();
    expect(section?.emptyText).toBe(`No atomic test pairs with this rule: ${why}.`);
  });
});

describe('the rules on the page of a runbook', () => {
  it('stand once each, the surest first, with the tests that they pair with', () => {
    const rows = rowsOf(articleAt(graph, '/tests/T1003.001/'), 'rules');
    expect(rows.map((cells) => [cells[0]?.href?.slice(-3, -1), ...cells.slice(3, 5).map(({ text }) => text)])).toEqual([
      ['91', 'declared', 'Second'],
      ['92', 'cited', 'all 3'],
      ['93', 'cited', '#1, #3'],
      ['95', 'cited', 'Second'],
      ['94', 'same technique', 'all 3'],
    ]);
  });

  it('lead to each of these tests on the page', () => {
    const cells = rowsOf(articleAt(graph, '/tests/T1003.001/'), 'rules').map((row) => row[4]);
    expect(cells[0]?.href).toBe(`#${uuid(2)}`);
    expect(cells[1]?.href).toBeUndefined();
    expect(cells[2]?.values).toEqual([
      { text: '#1', href: `#${uuid(1)}` },
      { text: '#3', href: `#${uuid(3)}` },
    ]);
  });
});

describe('where rules and tests of one technique are too many', () => {
  const rules = Array.from({ length: 210 }, (_, at) => ruleText({ id: 300 + at, techniques: ['T1003.001'] }));
  const tests = Array.from({ length: 210 }, (_, at) => ({ name: `Test ${at.toString()}`, guid: 600 + at }));
  const many = linkedVault({
    ...Object.fromEntries(rules.map((text, at) => [`rule ${at.toString()}.md`, text])),
    'declares.md': ruleText({
      id: 299,
      techniques: ['T1003.001'],
      sigma: `simulation:\n  - atomic_guid: ${uuid(809)}`,
    }),
    'LSASS.md': runbookText(['T1003.001'], tests),
  }).graph;

  it.each([
    [`/rules/${uuid(299)}/`, 'tests', 201, 'declared'],
    [`/rules/${uuid(300)}/`, 'tests', 200, 'same technique'],
    ['/tests/T1003.001/', 'rules', 201, 'declared'],
  ])('%s lists its surest %s and the first of the others, and says so', (address, id, count, strength) => {
    const article = articleAt(many, address);
    const rows = rowsOf(article, id);
    expect(rows).toHaveLength(count);
    expect(rows[0]?.map(({ text }) => text)).toContain(strength);
    expect(JSON.stringify(article.sections.find((section) => section.id === id))).toContain('the first 200 are listed');
  });
});

describe('pairs by technique alone of different platforms', () => {
  const source = (product: string): string => `logsource: { product: ${product} }`;
  const mixed = linkedVault({
    'windows.md': ruleText({ id: 91, techniques: ['T1059'], sigma: source('windows') }),
    'linux.md': ruleText({ id: 92, techniques: ['T1059'], sigma: source('linux') }),
    'azure.md': ruleText({ id: 93, techniques: ['T1059'], sigma: source('azure') }),
    'proxy.md': ruleText({ id: 94, techniques: ['T1059'], sigma: 'logsource: { category: proxy }' }),
    'named.md': ruleText({ id: 95, sigma: `${source('azure')}\nsimulation:\n  - atomic_guid: ${uuid(2)}` }),
    'Shell.md': runbookText(
      ['T1059'],
      [
        { name: 'First', guid: 1, platforms: 'linux' },
        { name: 'Second', guid: 2 },
        { name: 'Third', guid: 3, platforms: 'windows, macos' },
      ],
    ),
  }).graph;

  it.each([
    [91, ['Second', 'Third', 'First'], ['T1059', 'T1059', 'T1059; on another platform']],
    [92, ['First', 'Second', 'Third'], ['T1059', 'T1059; on another platform', 'T1059; on another platform']],
    [94, ['First', 'Second', 'Third'], ['T1059', 'T1059', 'T1059']],
    [95, ['Second'], ['the rule’s simulation names its guid']],
  ])('stand last on the page of rule %i, and are told', (id, tests, reasons) => {
    const rows = textsOf(articleAt(mixed, `/rules/${uuid(id)}/`), 'tests');
    expect(rows.map(([name]) => name)).toEqual(tests);
    expect(rows.map((row) => row.at(-1))).toEqual(reasons);
  });

  it('stand last on the page of a runbook; of its tests, a rule names those where it reads', () => {
    const rows = rowsOf(articleAt(mixed, '/tests/T1059/'), 'rules');
    expect(rows.map((cells) => [cells[0]?.href?.slice(-3, -1), ...cells.slice(4).map(({ text }) => text)])).toEqual([
      ['95', 'Second', 'the rule’s simulation names its guid'],
      ['91', '#2, #3', 'T1059'],
      ['92', 'First', 'T1059'],
      ['94', 'all 3', 'T1059'],
      ['93', 'all 3', 'T1059; on another platform'],
    ]);
  });
});
