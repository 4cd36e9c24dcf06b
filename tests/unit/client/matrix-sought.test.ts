import { expect, test } from 'vitest';
import type { Cell, Column } from '../../../src/site/client/matrix/cells.ts';
import { findMatches } from '../../../src/site/client/matrix/matches.ts';
import { findSought } from '../../../src/site/client/matrix/sought.ts';
import { filterWords } from '../../../src/site/client/filter-words.ts';

/** A technique as it is read from the page; only what is asked of it is there. */
function technique(id: string, name: string, below: readonly Cell[] = []): Cell {
  const traits = { platforms: [], dataSources: [], rules: [], tests: [] };
  return { id, href: `/${id}/`, text: `${id} ${name}`.toLowerCase(), traits, below } as unknown as Cell;
}

const powershell = technique('T1059.001', 'PowerShell');
const scripts = technique('T1059', 'Command and Scripting Interpreter', [
  powershell,
  technique('T1059.002', 'AppleScript'),
]);
const columns = [
  { cells: [technique('T1197', 'BITS Jobs'), technique('T1134', 'Access Token Manipulation')] },
  { cells: [scripts, technique('T1197', 'BITS Jobs'), technique('T1136', 'Create Account')] },
] as unknown as readonly Column[];

test.each([
  ['powershell', 'T1059.001', true],
  ['bits', 'T1197', true],
  ['T1059', 'T1059', true],
  [' t1059 ', 'T1059', true],
  ['t1059.001', 'T1059.001', true],
  ['T113', 'T1134', false],
  ['script', 'T1059', false],
  ['no such', undefined, undefined],
])('%j leads to %s, for sure: %s', (text, id, isSure) => {
  const matches = findMatches(columns, { words: filterWords(text), choices: new Map() });
  const sought = findSought(matches, text);
  expect(sought?.cell.id).toBe(id);
  expect(sought?.isSure).toBe(isSure);
});
