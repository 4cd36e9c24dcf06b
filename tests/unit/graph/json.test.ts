import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/domain/index.ts';
import {
  blocksJson,
  buildGraph,
  coverageJson,
  graphJson,
  jsonEdgeKinds,
  reportCoverage,
} from '../../../src/graph/index.ts';
import { createCorpus } from '../../../src/query/index.ts';
import { notesOf } from '../query/notes.ts';

const GUID = 'c0a8e6d2-91f7-4f0a-8a53-0f4be2d7196c';
const SIGMA_ID = '5B1C7F0E-3A56-4C3E-9D0B-6F1F2A7C8E41';

const technique = (id: string): string => `---
tags: [techniques, ${id}]
tactics: Credential Access
platforms: Windows
created: 2024-01-31
last_modified: 2024-02-01
version: 1.0
url: https://attack.mitre.org/techniques/${id.replace('_', '/')}
---
# Memory
Read by others. (Citation: A report)
### Data Sources
  - Process: Process Access
### Defenses Bypassed
Antivirus
`;
const rule = `---
tags: [detection_rule, T1003_001]
---
# Another name
\`\`\`yml
title: Memory read
id: ${SIGMA_ID}
status: test
level: high
description: Somebody reads it.
author: Us
date: 2024/01/31
modified: 2024/02/01
references: [https://example.com]
tags: [attack.t1003.001]
logsource: { product: windows, category: process_access, service: sysmon }
falsepositives: [Backups]
related: [{ id: ${GUID}, type: similar }]
simulation: [{ type: atomic-red-team, name: Dump, technique: T1003.001, atomic_guid: ${GUID} }]
detection: {}
\`\`\`
`;
const runbook = `---
tags: [atomic_test, T1003_001]
---
# T1003.001 - Memory
## Atomic Test #1 - Dump
Writes a file.

**Supported Platforms:** Windows

**auto_generated_guid:** ${GUID}

#### Inputs:
| Name | Description | Type | Default Value |
|------|-------------|------|---------------|
| out | Where to | path | dump.bin |

#### Attack Commands: Run with \`powershell\`! Elevation Required (e.g. root or admin)
\`\`\`powershell
dump #{out}
\`\`\`
#### Cleanup Commands:
\`\`\`powershell
rm #{out}
\`\`\`
#### Dependencies:  Run with \`powershell\`!
##### Description: The dumper must be there
##### Check Prereq Commands:
\`\`\`powershell
exit 0
\`\`\`
##### Get Prereq Commands:
\`\`\`powershell
exit 1
\`\`\`

## Atomic Test #2 - By hand
**Supported Platforms:** Windows

#### Run it with these steps!
Open it.
`;
const hub = `# Hub
#hub and [[rule]]

> \`\`\`query
> \`\`\`

\`\`\`query
tag:detection_rule
\`\`\`
`;

type Json = Readonly<Record<string, unknown>>;
interface GraphShape {
  readonly nodes: readonly Json[];
  readonly edges: readonly Json[];
}

const notes = notesOf({
  'Hub.md': hub,
  'T1003 - Dumping.md': technique('T1003'),
  'T1003.001 - Memory.md': technique('T1003_001'),
  'rule.md': rule,
  'runbook.md': runbook,
});
const corpus = createCorpus(notes);
const { graph } = buildGraph({ ...readConfig(undefined), notes, attachments: [], corpus, kindCorpus: corpus });
// What other programs get is what JSON makes of it: fields without a value are gone.
const json = JSON.parse(JSON.stringify(graphJson(graph))) as GraphShape;
const docs = readFileSync(path.join(import.meta.dirname, '../../../docs/api.md'), 'utf8');

/** The rows of the tables in a section of the document whose first cell names a kind. */
function documentedRows(kinds: readonly string[]): ReadonlyMap<string, string> {
  const rows = [...docs.matchAll(/^\| `([\w-]+)` *\|(.*)\|$/gm)];
  return new Map(rows.flatMap(([, name = '', rest = '']) => (kinds.includes(name) ? [[name, rest] as const] : [])));
}

describe('the graph as JSON', () => {
  it('has every kind of node and edge that is documented', () => {
    const nodeKinds = [...new Set(json.nodes.map(({ kind }) => String(kind)))];
    expect(nodeKinds).toHaveLength(11);
    expect([...documentedRows(nodeKinds).keys()].toSorted()).toEqual(nodeKinds.toSorted());
    expect([...documentedRows(jsonEdgeKinds).keys()].toSorted()).toEqual(jsonEdgeKinds.toSorted());
    expect(new Set(json.edges.map(({ kind }) => kind))).toEqual(new Set(jsonEdgeKinds));
  });

  it('gives nodes the fields that are documented, no more and no fewer', () => {
    const documented = documentedRows(json.nodes.map(({ kind }) => String(kind)));
    for (const [kind, row] of documented) {
      const own = [...row.matchAll(/`(\w+)`/g)].map(([, field = '']) => field);
      const common = ['id', 'kind', 'title', 'url', 'path'];
      const found = new Set(json.nodes.filter((node) => node['kind'] === kind).flatMap((node) => Object.keys(node)));
      for (const field of common) found.delete(field);
      expect([...found].toSorted(), kind).toEqual(own.toSorted());
    }
  });

  it('keeps the ids of nodes, also of rules with an id of their own', () => {
    const ids = new Set(json.nodes.map(({ id }) => id));
    expect(ids.size).toBe(json.nodes.length);
    expect(json.edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    expect(json.nodes.find(({ kind }) => kind === 'rule')).toMatchObject({
      id: `rule:${SIGMA_ID.toLowerCase()}`,
      title: 'Memory read',
      sigmaId: SIGMA_ID.toLowerCase(),
      idText: SIGMA_ID,
    });
  });
});

describe('the blocks as JSON', () => {
  it('place an empty one at its fence', () => {
    expect(blocksJson(graph)).toEqual([
      {
        path: 'Hub.md',
        line: 4,
        language: 'query',
        source: '',
        error: { code: 'query/empty-query', line: 4, column: 1, message: expect.any(String) as string },
      },
      { path: 'Hub.md', line: 7, language: 'query', source: 'tag:detection_rule', results: ['rule.md'] },
    ]);
  });
});

describe('coverage as JSON', () => {
  it('keeps what is a technique’s own apart from its sub-techniques’', () => {
    const own = [`rule:${SIGMA_ID.toLowerCase()}`];
    const tests = [`test:${GUID}`, 'test:T1003.001/#atomic-test-2---by-hand'];
    const about = { name: 'Memory', tactics: ['Credential Access'] };
    const coverage = JSON.parse(JSON.stringify(coverageJson(reportCoverage(graph)))) as Readonly<Record<string, Json>>;
    expect(coverage['version']).toBe(1);
    expect(coverage['techniques']).toEqual([
      {
        ...{ id: 'T1003', ...about, state: 'neither', rules: [], tests: [] },
        ...{ subTechniqueRules: own, subTechniqueTests: tests },
      },
      {
        ...{ id: 'T1003.001', ...about, state: 'both', tested: 'declared', rules: own, tests },
        ...{ subTechniqueRules: [], subTechniqueTests: [] },
      },
    ]);
    expect(coverage['figures']).toMatchObject({ techniques: 2, both: 1, neither: 1, percent: 50 });
    expect(coverage['gaps']).toMatchObject({ rulesWithoutTests: [], neither: ['technique:T1003'] });
  });
});
