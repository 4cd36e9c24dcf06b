import { describe, expect, test } from 'vitest';
import { nearestText } from '../../../src/site/client/search/spelling.ts';

const known = ['credential', 'dump', 'mimikatz', 'powershell', 'rundll32', 'service', 'services'];

describe('nearestText', () => {
  test.each([
    ['mimkatz', 'mimikatz'],
    ['pwoershell', 'powershell'],
    ['Rundl32', 'rundll32'],
    ['credentail dunp', 'credential dump'],
    ['servicez', 'service'],
    ['powershell of mimkatz', 'powershell of mimikatz'],
    ['"powershell dunp"', 'powershell dump'],
    ['"powershell -enc"', 'powershell -enc'],
    ['""', undefined],
    ['"powershell" -c "dump"', undefined],
    ['mimikatz', undefined],
    ['Mimikatz', undefined],
    ['zzzqqqxx', undefined],
    ['-powershell, (dump)', undefined],
    ['dmp', undefined],
    ['T9999', undefined],
    ['', undefined],
  ])('%j: %j', (text, expected) => {
    expect(nearestText(text, known)).toBe(expected);
  });

  test('ends soon for long words and many of them', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `word${'x'.repeat(index % 20)}${String(index)}`);
    const start = performance.now();
    nearestText(`${'w'.repeat(5000)} wordxxxxxxxxx zzzzzzzzzzz`, many);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
