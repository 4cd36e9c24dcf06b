import { expect, test } from 'vitest';
import { parseTechniqueId, readSigmaRule } from '../../../src/domain/index.ts';
import { ruleTitle, runbookTitle, shortTitle, techniqueTitle } from '../../../src/graph/facts/index.ts';
import { noteOf } from './note-of.ts';

test.each([
  ['T9001.001 - Cellar Door- Trap Hatch', '## Cellar Door- Trap Hatch', 'Cellar Door: Trap Hatch'],
  ['T9001.001 - Cellar Door- Trap Hatch', '', 'Cellar Door: Trap Hatch'],
  ['T9001.001 - Man-in-the-Hall- Loud - Quiet', '## Man-in-the-Hall- Loud - Quiet', 'Man-in-the-Hall: Loud - Quiet'],
  ['T9001 - Cellar Door- Trap Hatch', '## Cellar Door- Trap Hatch', 'Cellar Door- Trap Hatch'],
  ['T9001 - Planned Task_Job', '## Planned Task_Job', 'Planned Task/Job'],
  ['T9001.002 - Planned Task_Job- At', '## Planned Task_Job- At', 'Planned Task/Job: At'],
  ['T9001 - Keys _ Folder', '## Keys _ Folder', 'Keys / Folder'],
  ['T9001 - MY_PROFILER', '## MY_PROFILER', 'MY_PROFILER'],
  ['T9001 - ABC_DE-F Trick', '## ABC_DE-F Trick\n\nABC/DE-F is old.', 'ABC/DE-F Trick'],
  ['T9001 - _etc_keys', '## _etc_keys\n\nRead `/etc/keys`.', '/etc/keys'],
  ['T9001 - Old', '## Planned Task_Job', 'Planned Task_Job'],
  ['T9001 - Old', '# T9001: A New Name', 'A New Name'],
  ['T9001 - Old', '---\ntitle: "Set- By_Hand"\n---\n# Heading', 'Set- By_Hand'],
  ['No id', '## Task_Job- x', 'Task_Job- x'],
  ['T9001', '', 'T9001'],
])('technique %j with %j is “%s”', (name, text, title) => {
  const id = parseTechniqueId(name.split(' ', 1)[0] ?? '');
  expect(techniqueTitle(noteOf(`${name}.md`, text), id)).toBe(title);
});

test.each([
  ['title: From Sigma', '---\ntitle: Property\n---\n## Heading', 'From Sigma'],
  ['', '---\ntitle: Property\n---\n## Heading', 'Property'],
  ['', '## Heading\n\n## Other', 'Heading'],
  ['', 'Words', 'file_name'],
])('rule %j in %j is “%s”', (yaml, text, title) => {
  expect(
    ruleTitle(
      noteOf('Rules/file_name.md', text),
      readSigmaRule(yaml, () => undefined),
    ),
  ).toBe(title);
});

test.each([
  ['# T9001.001 - Cellar Door: Trap Hatch\n\n## Atomic Test #1 - X', 'Cellar Door: Trap Hatch'],
  ['## Atomic Test #1 - X', 'Cellar Door: Trap Hatch'],
  ['---\ntitle: Mine\n---\n# Other', 'Mine'],
  ['# Own words', 'Own words'],
])('runbook with %j is “%s”', (text, title) => {
  const note = noteOf('T9001.001 - Cellar Door- Trap Hatch.md', text);
  expect(runbookTitle(note, parseTechniqueId('T9001.001'))).toBe(title);
});

test('a title that nobody reads to its end is cut, at no half of a character', () => {
  expect(shortTitle('x'.repeat(500))).toBe('x'.repeat(500));
  expect(shortTitle('x'.repeat(501))).toBe(`${'x'.repeat(499)}…`);
  expect(shortTitle(`${'x'.repeat(498)}😀😀`)).toBe(`${'x'.repeat(498)}…`);
});
