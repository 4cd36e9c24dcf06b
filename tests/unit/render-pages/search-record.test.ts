import { describe, expect, it } from 'vitest';
import { searchRecord } from '../../../src/render/index.ts';
import type { GraphNode, NoteNode } from '../../../src/graph/index.ts';
import { fakeGraph, nodeId, page, rule, runbook, technique } from './fake-graph.ts';
import { smallVault } from './small-vault.ts';

const vault = smallVault();

function noteNode(id: string): NoteNode {
  const node: GraphNode | undefined = vault.node(nodeId(id));
  if (node === undefined || !('note' in node)) throw new Error(`${id} is no note`);
  return node;
}

describe('searchRecord', () => {
  it.each([
    {
      id: 'technique:T1003.001',
      filters: {
        kind: ['technique'],
        tactic: ['Credential Access'],
        platform: ['Windows'],
        'data-source': ['Process'],
        tag: ['T1003_001', 'techniques'],
      },
    },
    {
      id: 'rule:1f0b6ef2-0000-4000-8000-000000000001',
      filters: {
        kind: ['rule'],
        tactic: ['Credential Access'],
        platform: ['Windows'],
        'data-source': ['Process'],
        'log-source': ['windows / process_access'],
        level: ['high'],
        status: ['test'],
      },
    },
    { id: 'rule:orphan', filters: { kind: ['rule'], level: ['low'] } },
    {
      id: 'runbook:T1003.001',
      filters: {
        kind: ['runbook'],
        tactic: ['Credential Access'],
        platform: ['Linux', 'Windows'],
        'data-source': ['Process'],
      },
    },
    { id: 'page:hub', filters: { kind: ['page'], tag: ['area/a'] } },
  ])('files $id under its facets', ({ id, filters }) => {
    expect(searchRecord(noteNode(id), vault).filters).toEqual(filters);
  });

  it('knows a technique’s id in every spelling, and its parent’s', () => {
    const node = technique('T1059.001', 'PowerShell');
    const { aliases } = searchRecord(node, fakeGraph({ nodes: [node] }));
    for (const spelling of ['T1059.001', 'T1059_001', 'T1059/001', '1059.001', 'T1059'])
      expect(aliases).toContain(spelling);
  });

  it('knows a rule’s id, file name and techniques, and a runbook’s guids', () => {
    const node = rule('r', 'R', {
      name: 'proc_creation_win_rundll32',
      sigma: { idText: 'abc-1' },
      techniques: ['T1218.011'],
    });
    const { aliases } = searchRecord(node, fakeGraph({ nodes: [node] }));
    for (const word of ['abc-1', 'proc_creation_win_rundll32', 'rundll32', 'T1218_011'])
      expect(aliases).toContain(word);
    expect(searchRecord(noteNode('runbook:T1059'), vault).aliases).toContain('T1059-0');
  });

  it('gives nothing away that is not published', () => {
    const text =
      '---\nsecret: C:\\a\\prop99.exe\n---\nShown C:\\a\\shown99.exe %%C:\\a\\aside99.exe%% <!-- C:\\a\\html99.exe -->\n\n```\nfor %%a in C:\\a\\code99.exe\n```\n';
    const node = page('Hub', text);
    const { aliases } = searchRecord(node, fakeGraph({ nodes: [node] }));
    expect(aliases).toEqual(['Hub', 'code99', 'code99.exe', 'shown99', 'shown99.exe']);
  });

  it('bounds the aliases of a page, ids before words of the text', () => {
    const text = Array.from({ length: 400 }, (_, index) => `C:\\x\\tool${String(index)}.exe`).join(' ');
    const [node, ...tests] = runbook('T1001', 'A', [{}, {}]);
    const large = { ...node, note: page('Large', text).note };
    const { aliases } = searchRecord(large, fakeGraph({ nodes: [large, ...tests] }));
    expect(aliases).toHaveLength(150);
    expect(aliases).toContain('T1001');
    expect(aliases).not.toContain('tool399');
  });
});
