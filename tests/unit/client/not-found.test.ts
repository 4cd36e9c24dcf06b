import { expect, test } from 'vitest';
import { keysOfAddress, offersOf, wordsOfAddress } from '../../../src/site/client/not-found.ts';

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

test.each([
  ['/techniques/T1086/', '/', ['t1086']],
  ['/techniques/t1059.001/', '/', ['t1059.001']],
  ['/techniques/T1059_001', '/', ['t1059.001']],
  ['/techniques/T1059/001/', '/', ['t1059.001']],
  ['/versions/v14/techniques/T1059/001', '/', ['t1059.001']],
  ['/sub/techniques/T1059/001/index.html', '/sub/', ['t1059.001']],
  ['/rules/19AEFED0-FFD4-47DC-A7FC-F8B1425E84F9/', '/', ['19aefed0-ffd4-47dc-a7fc-f8b1425e84f9']],
  ['/tactics/TA0002/', '/', ['ta0002']],
  ['/Use%20Cases/T1059.001%20-%20PowerShell.md', '/', ['t1059.001 - powershell', 't1059.001']],
  ['/a%ZZb/', '/', ['a%zzb']],
  ['/', '/', []],
])('%s under %s may be known as %j', (pathname, base, keys) => {
  expect(keysOfAddress(pathname, base)).toEqual(keys);
});

test.each([
  ['/sub/tests/A/', ['/tests/a/']],
  ['/sub/Use%20Cases/A.md', ['/techniques/a/', '/tests/a/', '/rules/a/']],
])('%s is offered what stands in its folder, or else the first three pages', (pathname, offered) => {
  const urls = ['/techniques/a/', '/tests/a/', '/rules/a/', '/rules/b/'];
  const hits = urls.map((url) => ({ title: '', url, kind: '' }));
  expect(offersOf(hits, pathname, '/sub/').map(({ url }) => url)).toEqual(offered);
});
