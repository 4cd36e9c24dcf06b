import { describe, expect, test } from 'vitest';
import { runbookFacts } from '../../../src/graph/facts/index.ts';
import { readInputs } from '../../../src/graph/facts/test-inputs.ts';
import { collector, noteOf } from './note-of.ts';

const factsOf = (text: string, path = 'Runbook.md') => {
  const { found, report } = collector();
  return { facts: runbookFacts(noteOf(path, text), report), found };
};

const WHOLE = `---
tags: [T9001_002, atomic_test]
---
# T9001.002 - Cellar Door: Trap Hatch

## Atomic Test #1 - Open a <hatch> with \`key_a\`
Opens the hatch.

### Where
Below.

**Supported Platforms:** Windows, Iaas:aws


**auto_generated_guid:** 0BE2230C-9ab3-4ac2-8826-3199b9a0ebf8





#### Inputs:
| Name | Description | Type | Default Value |
|------|-------------|------|---------------|
| key_a | Path of the key | path | C:&#92;keys&#92;a.key|
| extra | More | string | |


#### Attack Commands: Run with \`command_prompt\`!  Elevation Required (e.g. root or admin) 


\`\`\`cmd
# Import the key
"#{key_a}" --open 
## Atomic Test #9 - no test
\`\`\`

#### Cleanup Commands:
\`\`\`cmd
del "#{key_a}"
\`\`\`



#### Dependencies:  Run with \`powershell\`!
##### Description: The key must exist (#{key_a})
on disk
##### Check Prereq Commands:
\`\`\`powershell
if (Test-Path "#{key_a}") {exit 0} else {exit 1}
\`\`\`
##### Get Prereq Commands:
\`\`\`powershell
New-Item "#{key_a}"
\`\`\`
##### Description: A second thing
##### Check Prereq Commands:
\`\`\`powershell
exit 0
\`\`\`




<br/>
<br/>

## Atomic Test #2 - By hand
**Supported Platforms:** macOS

**auto_generated_guid:** 2536dee2-12fb-459a-8c37-971844fa73be

#### Run it with these steps! 
1. Open it:
  pull.

2. Go in.

<br/>
<br />
`;

test('reads tests in the shape that Atomic Red Team generates', () => {
  const { facts, found } = factsOf(WHOLE);
  const second = WHOLE.indexOf('## Atomic Test #2');
  expect(found).toEqual([]);
  expect(facts.techniques).toEqual(['T9001.002']);
  expect(facts.tests).toEqual([
    {
      anchor: '0be2230c-9ab3-4ac2-8826-3199b9a0ebf8',
      headingSpan: { start: WHOLE.indexOf('## Atomic Test #1'), end: WHOLE.indexOf('\nOpens') },
      span: { start: WHOLE.indexOf('## Atomic Test #1'), end: second },
      test: {
        number: 1,
        name: 'Open a <hatch> with `key_a`',
        guid: '0be2230c-9ab3-4ac2-8826-3199b9a0ebf8',
        description: 'Opens the hatch.\n\n### Where\nBelow.',
        platforms: ['Windows', 'Iaas:aws'],
        inputs: [
          { name: 'key_a', description: 'Path of the key', type: 'path', defaultValue: 'C:\\keys\\a.key' },
          { name: 'extra', description: 'More', type: 'string', defaultValue: '' },
        ],
        executor: 'command_prompt',
        elevationRequired: true,
        command: '# Import the key\n"#{key_a}" --open \n## Atomic Test #9 - no test',
        cleanupCommand: 'del "#{key_a}"',
        steps: undefined,
        dependencyExecutor: 'powershell',
        dependencies: [
          {
            description: 'The key must exist (#{key_a})\non disk',
            checkCommand: 'if (Test-Path "#{key_a}") {exit 0} else {exit 1}',
            getCommand: 'New-Item "#{key_a}"',
          },
          { description: 'A second thing', checkCommand: 'exit 0', getCommand: undefined },
        ],
      },
    },
    {
      anchor: '2536dee2-12fb-459a-8c37-971844fa73be',
      headingSpan: { start: second, end: second + '## Atomic Test #2 - By hand'.length },
      span: { start: second, end: WHOLE.length },
      test: {
        number: 2,
        name: 'By hand',
        guid: '2536dee2-12fb-459a-8c37-971844fa73be',
        description: '',
        platforms: ['macOS'],
        inputs: [],
        executor: 'manual',
        elevationRequired: false,
        command: undefined,
        cleanupCommand: undefined,
        steps: '1. Open it:\n  pull.\n\n2. Go in.',
        dependencyExecutor: undefined,
        dependencies: [],
      },
    },
  ]);
});

test.each([
  ['# T9001 - X', 'Note.md', ['T9001']],
  ['---\ntags: [t9002, T9001_001, atomic_test]\n---\n# T9005 - X', 'T9006 - Y.md', ['T9001.001', 'T9002']],
  ['# X', 'T9006.001 - Y.md', ['T9006.001']],
  ['# X', 'Note.md', []],
])('techniques of %j in %s are %j', (text, path, techniques) => {
  expect(factsOf(text, path).facts.techniques).toEqual(techniques);
});

describe('problems', () => {
  test.each([
    ['# Nothing here', ['1:1 atomic/no-tests'], []],
    ['# A\n\n## Atomic Test #1 - One\n', ['3:1 atomic/missing-guid'], ['atomic-test-1---one']],
    ['## Atomic Test #1\n\n**auto_generated_guid:** soon\n', ['3:26 atomic/invalid-guid'], ['atomic-test-1']],
    ['## Atomic Test #1\n\n**auto_generated_guid:**\n', ['1:1 atomic/missing-guid'], ['atomic-test-1']],
    [
      '## Atomic Test #1\n\n**auto_generated_guid:** `2536dee2-12fb-459a-8c37-971844fa73be`\n',
      [],
      ['2536dee2-12fb-459a-8c37-971844fa73be'],
    ],
    [
      ['1', '2']
        .map((n) => `## Atomic Test #${n} - Same\n\n**auto_generated_guid:** 2536dee2-12fb-459a-8c37-971844fa73be\n`)
        .join('\n'),
      [],
      ['2536dee2-12fb-459a-8c37-971844fa73be', 'atomic-test-2---same'],
    ],
  ])('%j', (text, problems, anchors) => {
    const { facts, found } = factsOf(text);
    expect(found).toEqual(problems);
    expect(facts.tests.map(({ anchor }) => anchor)).toEqual(anchors);
  });
});

test.each([
  ['a command that holds fences is put together again', '```sh\na\n```\nb\n```\nc\n```', 'a\n```\nb\n```\nc'],
  ['blocks that name a language are commands of their own', '```sh\na\n```\nor\n\n```sh\nb\n```', 'a\nb'],
])('%s', (_, code, command) => {
  const text = `## Atomic Test #1 - A\n\n#### Attack Commands: Run with \`sh\`!\n\n${code}\n\n## End\n`;
  expect(factsOf(text).facts.tests[0]?.test.command).toBe(command);
});

describe('inputs', () => {
  const table = (...rows: readonly string[]) =>
    ['| Name | Description | Type | Default Value |', '|---|---|---|---|', ...rows].join('\n');
  test.each([
    ['a `|` in a default value', table('| a | b | string | (x) || (y | z)|'), ['a', 'b', 'string', '(x) || (y | z)']],
    ['a `|` in a description', table('| a | one|two | String | x|'), ['a', 'one|two', 'String', 'x']],
    ['a line break', table('| a | one', 'two, | path | x|'), ['a', 'one\ntwo,', 'path', 'x']],
    ['backticks', table('| a | b | string | `id | x`|'), ['a', 'b', 'string', '`id | x`']],
    ['escapes', table('| a | b &#124; c | string | d \\| e&#92;f|'), ['a', 'b | c', 'string', 'd | e\\f']],
    ['a missing cell', table('| a | b |'), ['a', 'b', '', '']],
    ['other columns', '| Type | Name |\n|---|---|\n| path | a |', ['a', '', 'path', '']],
  ])('%s', (_, source, [name, description, type, defaultValue]) => {
    expect(readInputs(source)).toEqual([{ name, description, type, defaultValue }]);
  });

  test('no table, no inputs', () => {
    expect(readInputs('\nWords\n')).toEqual([]);
  });
});

test('an endless row ends in bounded time', { timeout: 30_000 }, () => {
  const [input] = readInputs(`| Name |\n|---|\n| a${'\nx'.repeat(300_000)}`);
  expect(input?.name).toHaveLength(600_001);
});

test('gives pages to two hundred platforms of a note', () => {
  const names = Array.from({ length: 300 }, (_, at) => `P${at.toString()}`);
  const section = (index: number, platforms: string): string =>
    `## Atomic Test #${index.toString()} - A\n\n**Supported Platforms:** ${platforms}\n\n**auto_generated_guid:** 0000000${index.toString()}-0000-4000-8000-000000000000\n\n`;
  const { facts, found } = factsOf(section(1, names.join(', ')) + section(2, 'p5, P299'));
  expect(facts.tests.map(({ test: { platforms } }) => platforms.length)).toEqual([200, 1]);
  expect(found).toEqual(['1:1 graph/too-many-names']);
});
