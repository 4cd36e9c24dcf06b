import { describe, expect, test } from 'vitest';
import { ruleFacts } from '../../../src/graph/facts/index.ts';
import { collector, noteOf } from './note-of.ts';

const factsOf = (text: string) => {
  const { found, report } = collector();
  return { facts: ruleFacts(noteOf('rule.md', text), report), found };
};

const YAML = `title: From Sigma
id: 5f0c1d2e-0000-4000-8000-00000000000a
author: A. Author
tags:
    - attack.initial_access
    - attack.t9001.002
    - cve.2024.1
logsource:
    category: process_creation
detection:
    selection:
        Image: a
    condition: selection
level: high`;

const WHOLE = `---
title: Property
status: test
created: "2018/09/09"
last_modified: ""
tags: [Execution, t9003, T9001_002, detection_rule]
logsrc_product: windows
logsrc_service: ""
level: low
---

## Property

### Description

What it *sees*.

\`\`\`sh
echo 'logsource: none'
\`\`\`

\`\`\`yml
note: no rule
\`\`\`

\`\`\`yml
${YAML}
\`\`\`
`;

test('reads the Sigma block first, the note filling in', () => {
  const { facts, found } = factsOf(WHOLE);
  expect(found).toEqual([]);
  expect(facts).toEqual({
    sigma: {
      id: '5f0c1d2e-0000-4000-8000-00000000000a',
      idText: '5f0c1d2e-0000-4000-8000-00000000000a',
      title: 'From Sigma',
      status: 'test',
      level: 'high',
      description: 'What it *sees*.',
      author: 'A. Author',
      date: '2018/09/09',
      modified: undefined,
      references: [],
      tags: ['attack.initial_access', 'attack.t9001.002', 'cve.2024.1'],
      logSource: { product: 'windows', category: 'process_creation', service: undefined },
      falsePositives: [],
      related: [],
      simulations: [],
    },
    techniques: ['T9001.002', 'T9003'],
    tactics: ['Initial Access', 'Execution'],
    yaml: { text: YAML, span: { start: WHOLE.indexOf('```yml\ntitle'), end: WHOLE.length - 1 } },
  });
});

test.each([
  ['- item\n\n  ```yaml\n  detection:\n      a: 1\n  title: T\n  ```', 'detection:\n    a: 1\ntitle: T'],
  ['> [!info]- Rule\n> ````sigma  \n> logsource:\n>   product: x\n> ````', 'logsource:\n  product: x'],
  ['~~~YML\n  detection : x\n~~~', '  detection : x'],
])('finds the block in %j', (text, yaml) => {
  expect(factsOf(text).facts.yaml?.text).toBe(yaml);
});

const MISSING = (place: string): readonly string[] => [`${place} sigma/missing-field`, `${place} sigma/missing-field`];

describe('problems', () => {
  test.each([
    ['Words', ['1:1 sigma/missing']],
    ['```\ndetection: x\n```', ['1:1 sigma/missing']],
    ['```yaml\ntitle: a: b\ndetection: x\n```', ['2:8 sigma/invalid-yaml']],
    ['> ```yaml\n> detection: x\n> title: a: b\n> ```', ['3:10 sigma/invalid-yaml']],
    ['```yaml\nid: 12\ndetection: x\n```', ['2:5 sigma/invalid-id', '3:12 sigma/wrong-type', ...MISSING('2:1')]],
    [
      '1. a\n\n   ```yaml\n   detection: x\n   id: "12"\n   ```',
      ['4:15 sigma/wrong-type', '5:8 sigma/invalid-id', ...MISSING('4:4')],
    ],
    [
      `> \`\`\`yml\n> title: T\n> logsource: {product: windows}\n> detection:\n>   sel:\n>     A|contain: 1\n>   condition: "sel or sal"\n> \`\`\``,
      ['6:9 sigma/unknown-modifier', '7:24 sigma/unknown-search'],
    ],
    ['```yaml\n- detection: x\n- logsource:\n  detection: y\n```', ['2:1 sigma/invalid-yaml']],
  ])('%j', (text, problems) => {
    expect(factsOf(text).found).toEqual(problems);
  });

  test('what is valid of a broken rule is kept', () => {
    const { facts } = factsOf('```yml\ntitle: T\nlevel: high\ndetection:\n  a: "open\n```\n');
    expect(facts.sigma).toMatchObject({ title: 'T', level: 'high' });
    expect(facts.yaml?.text).toContain('"open');
  });
});

/** A rule that nothing is to be said of. */
const rule = (title: string): string =>
  `title: ${title}\nlogsource: {product: windows}\ndetection: {sel: {A: 1}, condition: sel}`;
const fenced = (text: string): string => `\`\`\`yml\n${text}\n\`\`\``;
const quoted = (title: string, before: string): string => `${before}\n${fenced(rule(title))}`.replaceAll(/^/gm, '> ');

describe('rules beside the first', () => {
  test.each([
    ['in a block of its own', `${fenced(rule('A'))}\n\nText.\n\n${fenced(rule('B'))}`, ['10:1']],
    ['in a list', `${fenced(rule('A'))}\n\n- item\n\n${fenced(rule('B')).replaceAll(/^/gm, '  ')}`, ['10:3']],
    ['in the same block', fenced(`${rule('A')}\n---\n${rule('B')}`), ['6:1']],
    ['in no language', `${fenced(rule('A'))}\n\n\`\`\`\n${rule('B')}\n\`\`\``, []],
    ['in a callout', `${fenced(rule('A'))}\n\n${quoted('B', '[!info] As it was')}`, []],
    ['in a list in a quote', `${fenced(rule('A'))}\n\n${quoted('B', '- item').replaceAll('> ```', '>   ```')}`, []],
    ['in a comment', `${fenced(rule('A'))}\n\n%%\n${fenced(rule('B'))}\n%%`, []],
    ['in a callout after one in a callout', `${quoted('A', '[!info]')}\n\n${quoted('B', '[!info]')}`, ['10:3']],
  ])('%s', (_name, text, places) => {
    const { facts, found } = factsOf(text);
    expect(found).toEqual(places.map((place) => `${place} sigma/several-rules`));
    expect(facts.sigma.title).toBe('A');
  });
});

test('tags in recovered frontmatter and in text count', () => {
  const { facts } = factsOf('---\ntags: [, t9001, discovery]\n---\n#T9002 and #impact/x\n');
  expect(facts.techniques).toEqual(['T9001', 'T9002']);
  expect(facts.tactics).toEqual(['Discovery']);
});
