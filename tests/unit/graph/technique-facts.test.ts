import { describe, expect, test } from 'vitest';
import { techniqueFacts } from '../../../src/graph/facts/index.ts';
import { collector, noteOf } from './note-of.ts';

const factsOf = (text: string, path = 'Note.md') => {
  const { found, report } = collector();
  return { facts: techniqueFacts(noteOf(path, text), report), found };
};

const WHOLE = `---
created: 2020-02-11
last_modified: 2023-07-24
version: 1.0
tactics: Persistence, initial_access,Execution
url: https://attack.mitre.org/techniques/T9003/001
platforms: Windows, macOS, windows
tags: [T9003_001, techniques, Persistence,_Initial_Access]
---

## Cellar Door- Trap Hatch

### Description

Somebody opens a hatch.(Citation: Smith 2020 (Part 1)) And another.(Citation: Jones 2021)

\`\`\`text
(Citation: In Code)
\`\`\`

### Defenses Bypassed

Application control, Anti-virus,application Control

### Data Sources

  - Command: Command Execution
  -  Process: OS API Execution
  -  Process: OS API Execution
  - Just words
### Detection Rule

- Not: A Component (Citation: Smith 2020 (Part 1))
`;

test('reads all that a note says of its technique', () => {
  expect(factsOf(WHOLE)).toEqual({
    facts: {
      techniqueId: 'T9003.001',
      parentId: 'T9003',
      tactics: ['Initial Access', 'Execution', 'Persistence'],
      platforms: ['Windows', 'macOS'],
      created: '2020-02-11',
      modified: '2023-07-24',
      version: '1.0',
      sourceUrl: 'https://attack.mitre.org/techniques/T9003/001',
      components: [
        { source: 'Command', component: 'Command Execution' },
        { source: 'Process', component: 'OS API Execution' },
      ],
      defensesBypassed: ['Application control', 'Anti-virus'],
      citations: ['Smith 2020 (Part 1)', 'Jones 2021'],
    },
    found: [],
  });
});

test('a note that says nothing has no facts', () => {
  expect(factsOf('Words alone')).toEqual({
    facts: {
      techniqueId: undefined,
      parentId: undefined,
      tactics: [],
      platforms: [],
      created: undefined,
      modified: undefined,
      version: undefined,
      sourceUrl: undefined,
      components: [],
      defensesBypassed: [],
      citations: [],
    },
    found: ['1:1 graph/technique-without-id'],
  });
});

describe('the id', () => {
  test.each([
    ['Note.md', 'tags: [techniques, t9001_002]', '', 'T9001.002'],
    ['Note.md', 'tags: T9001.002', '', 'T9001.002'],
    ['Note.md', 'tags: [T9001, T9002]', '', 'T9001'],
    ['Note.md', 'tags: [T9001, T9002]\nurl: https://attack.mitre.org/techniques/T9002/', '', 'T9002'],
    ['Note.md', 'tags: [T9001]\nurl: https://attack.mitre.org/techniques/T9002/', '', 'T9001'],
    ['T9005 - Name.md', 'url: https://attack.mitre.org/techniques/T9002/003', '', 'T9002.003'],
    ['Folder/T9005.001 - Name.md', 'url: https://example.org/T9002', '#T9001', 'T9005.001'],
    ['Note.md', 'a: b', 'Words #techniques #T9001/004', 'T9001.004'],
    ['Note.md', 'technique: t9001/002', '', 'T9001.002'],
    ['T9005_001 - Name.md', 'a: b', '', 'T9005.001'],
    ['T9005-001 - Name.md', 'a: b', '', 'T9005.001'],
    ['Note.md', 'tags: [, T9001]', '', 'T9001'],
    ['Note.md', 'tags: [T90011]', 'T9001', undefined],
  ])('in %s with %j and %j is %s', (...[path, properties, body, id]) => {
    expect(factsOf(`---\n${properties}\n---\n${body}\n`, path).facts.techniqueId).toBe(id);
  });
});

describe('tactics', () => {
  test.each([
    ['tactics: [Impact, Discovery]', ['Discovery', 'Impact'], []],
    ['tactics:\n  - credential-access\n  - Credential Access', ['Credential Access'], []],
    ['tactics: Discovery, Percistence', ['Discovery', 'Percistence'], ['2:21 graph/unknown-tactic']],
    ['tactics:\n  - Impact\n  - Magic', ['Impact', 'Magic'], ['4:5 graph/unknown-tactic']],
    ['tags: [T9001, Impact]', [], []],
  ])('%j', (properties, tactics, problems) => {
    const { facts, found } = factsOf(`---\n${properties}\n---\n`, 'T9001 - Name.md');
    expect(facts.tactics).toEqual(tactics);
    expect(found).toEqual(problems);
  });
});

test.each([
  ['# Data sources\n\n* A: B\n  * C: D: E\n\n## Lower\n\n1. F: G\n\n# Next\n\n- H: I', ['A: B', 'C: D: E', 'F: G']],
  ['### Data Sources\n\n- **A**: `B`\n- [C](https://example.org): D\n- : E\n- F:\n', ['A: B', 'C: D']],
  ['> ### Data Sources\n> - A: B', []],
])('components in %j', (body, components) => {
  const { facts } = factsOf(body, 'T9001 - Name.md');
  expect(facts.components.map(({ source, component }) => `${source}: ${component}`)).toEqual(components);
});

test.each([
  ['url: javascript:alert(1)', undefined],
  ['url: HTTPS://example.org/x', 'HTTPS://example.org/x'],
  ['modified: 2024-01-02', undefined],
])('the address of the source in %j is %s', (properties, address) => {
  expect(factsOf(`---\n${properties}\n---\n`, 'T9001 - Name.md').facts.sourceUrl).toBe(address);
});

test('"modified" stands in for "last_modified"', () => {
  expect(factsOf('---\nmodified: 2024-01-02\nlast_modified: ""\n---\n').facts.modified).toBe('2024-01-02');
});

test('two hundred names of a sort count, and the author is told of more', () => {
  const names = (sort: string, count: number): string =>
    Array.from({ length: count }, (_, index) => `${sort}${index.toString()}`).join(', ');
  const few = factsOf(`---\nplatforms: [${names('p', 200)}]\n---\n`);
  expect(few.facts.platforms).toHaveLength(200);
  const { facts, found } = factsOf(`---\nplatforms: [${names('p', 201)}]\ntactics: [${names('t', 900)}]\n---\n`);
  expect([facts.platforms.length, facts.tactics.length]).toEqual([200, 200]);
  expect(facts.platforms.at(-1)).toBe('p199');
  const told = found.filter((line) => line.includes('too-many-names'));
  expect(told).toHaveLength(2);
});
