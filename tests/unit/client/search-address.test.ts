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
    ['chooses', '?q=x', { value: 'high', isChosen: true }, '?q=x&level=high'],
    ['adds', '?level=low', { value: 'high', isChosen: true }, '?level=low&level=high'],
    ['chooses once', '?level=high', { value: 'high', isChosen: true }, '?level=high'],
    ['takes back', '?level=low&level=high', { value: 'low', isChosen: false }, '?level=high'],
    ['takes the last back', '?q=x&level=low', { value: 'low', isChosen: false }, '?q=x'],
  ])('%s', (_, query, choice, expected) => {
    expect(writeSearch(withChoice(readSearch(query), 'level', choice))).toBe(expected);
  });
});
