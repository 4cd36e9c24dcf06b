import { describe, expect, it } from 'vitest';
import { reportCoverage } from '../../../src/graph/index.ts';
import type { GraphNode, VaultReport } from '../../../src/graph/index.ts';
import { linkedVault, ruleText, runbookText, techniqueText } from './linked-vault.ts';

function reportOf(files: Readonly<Record<string, string>>): VaultReport {
  return reportCoverage(linkedVault(files).graph);
}

const ids = (nodes: readonly GraphNode[]): readonly string[] => nodes.map(({ id }) => id);
const paths = (nodes: readonly GraphNode[]): readonly string[] =>
  nodes.flatMap((node) => ('path' in node ? [node.path] : []));
const processCreation = 'logsource: { product: windows, category: process_creation }';

describe('the gaps of techniques', () => {
  const { gaps } = reportOf({
    'T1001.md': techniqueText('T1001'),
    'T1002.md': techniqueText('T1002'),
    'T1003.md': techniqueText('T1003'),
    'T1004.md': techniqueText('T1004'),
    'No id.md': '---\ntags: techniques\n---\n',
    'rule.md': ruleText({ techniques: ['T1001', 'T1002'] }),
    'tests.md': runbookText(['T1002', 'T1003'], [{ name: 'A', guid: 1 }]),
  });

  it('are rules without a test, tests without a rule, and neither', () => {
    expect(ids(gaps.rulesWithoutTests)).toEqual(['technique:T1001']);
    expect(ids(gaps.testsWithoutRules)).toEqual(['technique:T1003']);
    expect(ids(gaps.neither)).toEqual(['technique:no-id', 'technique:T1004']);
  });

  it.each<readonly [string, readonly string[], readonly string[], readonly string[] | undefined]>([
    ['rules that read another component', ['File: File Deletion'], [processCreation], []],
    ['one component read of two', ['File: File Deletion', 'Process: Process Creation'], [processCreation], undefined],
    ['spelt otherwise', ['process: process creation'], [processCreation], undefined],
    ['a log source that nobody knows', ['File: File Deletion'], ['logsource: { product: acme }'], ['acme']],
    ['rules without a log source', ['File: File Deletion'], [''], []],
    ['no component in the note', [], [processCreation], undefined],
    ['no rule', ['File: File Deletion'], [], undefined],
  ])('are data that no rule of theirs reads: %s', (_, components, logSources, unknown) => {
    const rules = logSources.map((sigma, index): readonly [string, string] => [
      `rule ${index}.md`,
      ruleText({ id: 90 + index, techniques: ['T1001'], sigma }),
    ]);
    const { unreadData } = reportOf({
      'T1001.md': techniqueText('T1001', { components }),
      ...Object.fromEntries(rules),
    }).gaps;
    expect(unreadData.map((one) => one.unknown.map(({ title }) => title))).toEqual(
      unknown === undefined ? [] : [unknown],
    );
  });
});

describe('the gaps of a vault', () => {
  it('are rules without a technique, and rules and tests whose technique has no note', () => {
    const { vaultGaps } = reportOf({
      'T1001.md': techniqueText('T1001'),
      'none.md': ruleText({ id: 90 }),
      'known.md': ruleText({ id: 91, techniques: ['T1001'] }),
      'unknown.md': ruleText({ id: 92, techniques: ['T1001', 'T1999', 'T1998.001'] }),
      'tests.md': runbookText(['T1999'], [{ name: 'A', guid: 1 }]),
    });
    expect(paths(vaultGaps.rulesWithoutTechnique)).toEqual(['none.md']);
    expect(vaultGaps.rulesOfUnknownTechnique.map(({ node, techniques }) => [node.path, techniques])).toEqual([
      ['unknown.md', ['T1998.001', 'T1999']],
    ]);
    expect(vaultGaps.testsOfUnknownTechnique.map(({ node, techniques }) => [node.title, techniques])).toEqual([
      ['A', ['T1999']],
    ]);
  });

  it('are data that no rule uses and log sources that lead to no technique', () => {
    const { vaultGaps } = reportOf({
      'T1001.md': techniqueText('T1001', { components: ['Process: Process Creation', 'File: File Deletion'] }),
      'T1002.md': techniqueText('T1002', { components: ['Process: Process Access', 'File: File Deletion'] }),
      'used.md': ruleText({ id: 90, techniques: ['T1002'], sigma: processCreation }),
      'unused.md': ruleText({ id: 91, techniques: ['T1999'], sigma: 'logsource: { product: acme }' }),
    });
    expect(ids(vaultGaps.componentsWithoutRule)).toEqual(['data-component:process/process-creation']);
    expect(ids(vaultGaps.unreadComponents)).toEqual([
      'data-component:file/file-deletion',
      'data-component:process/process-access',
    ]);
    expect(ids(vaultGaps.unreadDataSources)).toEqual(['data-source:file']);
    expect(ids(vaultGaps.logSourcesWithoutTechnique)).toEqual(['log-source:acme//']);
  });

  it('are searches that return nothing, by note and line, apart from those that cannot be run', () => {
    const search = (text: string): string => `\`\`\`query\n${text}\n\`\`\`\n`;
    const { vaultGaps } = reportOf({
      'Hub 10.md': search('tag:gone'),
      'Hub 2.md': `#here\n\n${search('tag:gone')}${search('tag:here')}${search('(tag:here')}${search('tag:none')}`,
    });
    const lines = (blocks: typeof vaultGaps.emptyQueries): readonly string[] =>
      blocks.map(({ node, block }) => `${node.path}:${block.line} ${block.source}`);
    expect(lines(vaultGaps.emptyQueries)).toEqual([
      'Hub 2.md:3 tag:gone',
      'Hub 2.md:12 tag:none',
      'Hub 10.md:1 tag:gone',
    ]);
    expect(lines(vaultGaps.malformedQueries)).toEqual(['Hub 2.md:9 (tag:here']);
  });

  it('are links that lead nowhere', () => {
    const { brokenLinks } = reportOf({
      'Hub.md': 'One\n\n[[Gone#Part]] and [[Hub#One]] and [[There]]\n',
      'There.md': '',
    }).vaultGaps;
    expect(brokenLinks.map(({ line, link }) => `${line} ${link.target}#${String(link.anchor)}`)).toEqual([
      '3 Gone#Part',
      '3 Hub#One',
    ]);
  });

  it('are notes that no other note links, embeds or lists', () => {
    const { unlinkedNotes } = reportOf({
      'Alone.md': '[[Alone]]\n\n```query\nfile:Alone\n```\n',
      'Embedded.md': '',
      'Hub.md':
        '[[Linked]] ![[Embedded]] [T1001](https://attack.mitre.org/techniques/T1001/)\n\n```query\ntag:listed\n```\n',
      'Linked.md': '',
      'Listed.md': '#listed',
      'T1001.md': techniqueText('T1001'),
    }).vaultGaps;
    expect(paths(unlinkedNotes)).toEqual(['Alone.md', 'Hub.md']);
  });
});
