import { describe, expect, test } from 'vitest';
import { readSearch, withChoice, writeSearch } from '../../../src/site/client/search/address.ts';

describe('the address of a search', () => {
  test.each([
    ['', ''],
    ['?q=rundll32', '?q=rundll32'],
    ['?data-source=Process&q=a+b', '?q=a+b&data-source=Process'],
    ['?tactic=Execution&tactic=Impact&tactic=Execution', '?tactic=Execution&tactic=Impact'],
    ['?q=%20&level=&other=x', ''],
    ['?log-source=windows+%2F+process_creation', '?log-source=windows+%2F+process_creation'],
  ])('%j reads and writes as %j', (query, expected) => {
    expect(writeSearch(readSearch(query))).toBe(expected);
  });
});

describe('withChoice', () => {
  test.each([
    { name: 'chooses', query: '?q=x', choice: { value: 'high', isChosen: true }, expected: '?q=x&level=high' },
    { name: 'adds', query: '?level=low', choice: { value: 'high', isChosen: true }, expected: '?level=low&level=high' },
    { name: 'chooses once', query: '?level=high', choice: { value: 'high', isChosen: true }, expected: '?level=high' },
    {
      name: 'takes back',
      query: '?level=low&level=high',
      choice: { value: 'low', isChosen: false },
      expected: '?level=high',
    },
    {
      name: 'takes the last back',
      query: '?q=x&level=low',
      choice: { value: 'low', isChosen: false },
      expected: '?q=x',
    },
  ])('$name', ({ query, choice, expected }) => {
    expect(writeSearch(withChoice(readSearch(query), 'level', choice))).toBe(expected);
  });
});
