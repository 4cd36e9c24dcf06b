import { expect, test } from 'vitest';
import { wordsOfAddress } from '../../../src/site/client/not-found.ts';

test.each([
  ['/rules/suspicious-office-macro/', '/', 'suspicious office macro'],
  ['/techniques/T1059.001/', '/', 'T1059.001'],
  ['/techniques/T1059_001', '/', 'T1059_001'],
  ['/sub/log-sources/windows/process_creation/', '/sub/', 'log sources windows process creation'],
  ['/rules/19aefed0-ffd4-47dc-a7fc-f8b1425e84f9.yml', '/', '19aefed0-ffd4-47dc-a7fc-f8b1425e84f9'],
  ['/notes/gr%C3%B6%C3%9Fe.html', '/', 'notes größe'],
  ['/a%ZZb/', '/', 'a%ZZb'],
  ['/', '/', ''],
])('%s under %s', (pathname, base, words) => {
  expect(wordsOfAddress(pathname, base)).toBe(words);
});
