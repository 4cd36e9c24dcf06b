import { describe, expect, it } from 'vitest';
import { isChosen, namesIn, readChoices, writeChoices } from '../../../src/site/client/lists/choices.ts';

const offered = new Map([
  ['tactic', ['', 'Credential Access', 'Execution']],
  ['level', ['', 'high', 'low']],
]);

describe('choices in an address', () => {
  it.each([
    ['', {}],
    ['?tactic=Credential+Access', { tactic: 'credential access' }],
    ['?tactic=EXECUTION&level=low', { tactic: 'execution', level: 'low' }],
    ['?tactic=&level=%20high%20', { level: 'high' }],
    ['?tactic=nonsense&level=odd', {}],
    ['?platform=Windows', {}],
    ['?tactic=Execution&tactic=Credential+Access', { tactic: 'execution' }],
  ])('%s are read as %j', (query, expected) => {
    expect(Object.fromEntries(readChoices(query, offered))).toEqual({ ...expected });
  });

  it.each([
    ['', { tactic: 'execution' }, '?tactic=execution'],
    ['?tactic=execution', {}, ''],
    ['?other=1&tactic=execution', { level: 'low' }, '?other=1&level=low'],
    ['?other=1', {}, '?other=1'],
  ])('from %s and %j become %s', (query, choices, expected) => {
    expect(writeChoices(query, [...offered.keys()], new Map(Object.entries(choices)))).toBe(expected);
  });

  it('are the same when they are read again', () => {
    const choices = new Map([['tactic', 'credential access']]);
    expect(readChoices(writeChoices('', ['tactic'], choices), offered)).toEqual(choices);
  });
});

describe('a row', () => {
  const row = new Map([
    ['tactic', namesIn('Credential Access, Execution')],
    ['level', namesIn('')],
  ]);

  it.each([
    [{}, true],
    [{ tactic: 'execution' }, true],
    [{ tactic: 'credential access' }, true],
    [{ tactic: 'access' }, false],
    [{ tactic: 'execution', level: 'high' }, false],
    [{ platform: 'windows' }, true],
  ])('is chosen by %j: %s', (choices, expected) => {
    expect(isChosen(row, new Map(Object.entries(choices)))).toBe(expected);
  });
});
