import { describe, expect, it } from 'vitest';
import { belowWords, cellWords, countWords, signedCounts } from '../../../src/site/cell-words.ts';

describe('the counts of a cell', () => {
  it.each([
    [0, 0, '', ''],
    [1, 0, '▪1', '1 rule'],
    [0, 2, '▸2', '2 tests'],
    [1204, 1, '▪1204 ▸1', '1,204 rules, 1 test'],
  ])('%i rules and %i tests are seen and said', (rules, tests, seen, said) => {
    expect([signedCounts({ rules, tests }), countWords({ rules, tests })]).toEqual([seen, said]);
  });

  it('are said after its id and name, or that there are none', () => {
    expect(cellWords('T1047 WMI', { rules: 3, tests: 1 })).toBe('T1047 WMI, 3 rules, 1 test');
    expect(cellWords('T1047 WMI', { rules: 0, tests: 0 })).toBe('T1047 WMI, no rules or tests');
  });

  it('are said after the number of sub-techniques, where there are any', () => {
    expect(belowWords('T1047', 1, { rules: 3, tests: 0 })).toBe('technique of T1047, 3 rules');
    expect(belowWords('T1047', 2, { rules: 0, tests: 0 })).toBe('techniques of T1047');
  });
});
