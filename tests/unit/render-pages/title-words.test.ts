import { expect, test } from 'vitest';
import { titleWords } from '../../../src/render/pages/title-words.ts';

test('the words of names are given once, sorted, without ids and short words', () => {
  const keys = [
    'process memory dump via comsvcs.dll',
    'rundll32 by an office process',
    't1059.001',
    'cve-2021-1675',
    '0a1f9d29-6465',
  ];
  const words = titleWords(keys.map((key) => [key, '', '', '']));
  expect(words).toEqual(['comsvcs', 'dump', 'memory', 'office', 'process', 'rundll32']);
});
