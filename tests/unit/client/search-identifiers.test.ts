import { describe, expect, test } from 'vitest';
import { identifierOf } from '../../../src/site/client/search/identifiers.ts';
import { indexKeysOf, toPagefindText } from '../../../src/site/client/search/search-words.ts';

describe('identifierOf', () => {
  test.each([
    ['T1059.001', 't1059.001'],
    ['t1059_001', 't1059.001'],
    ['T1059/001', 't1059.001'],
    ['t1059-001', 't1059.001'],
    ['1059.001', 't1059.001'],
    ['attack.t1059.001', 't1059.001'],
    ['https://attack.mitre.org/techniques/T1059/001/', 't1059.001'],
    ['attack.mitre.org/techniques/T1059/001', 't1059.001'],
    ['<https://attack.mitre.org/versions/v14/techniques/T1059/>', 't1059'],
    ['https://attack.mitre.org/tactics/TA0002/', 'ta0002'],
    ['https://example.org/techniques/T1059/', undefined],
    ['#T1059_001', 't1059.001'],
    ['t1059', 't1059'],
    [' TA0002 ', 'ta0002'],
    ['19AEFED0-FFD4-47DC-A7FC-F8B1425E84F9', '19aefed0-ffd4-47dc-a7fc-f8b1425e84f9'],
    ['cve-2021-36934', 'cve-2021-36934'],
    ['CVE_2021_1675', 'cve-2021-1675'],
    ['cve.2021.1675', 'cve-2021-1675'],
    ['T1059 001', 't1059.001'],
    ['T1059.1', 't1059.001'],
    ['"T1059.001"', 't1059.001'],
    ['T1059.001,', 't1059.001'],
    ['(t1059)', 't1059'],
    ['tag:t1059_001', 't1059.001'],
    ['tag: #t1059_001', 't1059.001'],
    ['{19aefed0-ffd4-47dc-a7fc-f8b1425e84f9}', '19aefed0-ffd4-47dc-a7fc-f8b1425e84f9'],
    ['19aefed0ffd447dca7fcf8b1425e84f9', '19aefed0-ffd4-47dc-a7fc-f8b1425e84f9'],
    ['cve202136934', 'cve-2021-36934'],
    ['2021-36934', 'cve-2021-36934'],
    ['2021-03-05', undefined],
    ['T1059 12', undefined],
    ['19aefed0', undefined],
    ['4688', undefined],
    ['rundll32', undefined],
    ['T1059 powershell', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(identifierOf(text)).toBe(expected);
  });
});

describe('indexKeysOf', () => {
  test.each([
    ['T1059.001', ['t1059.001']],
    ['Rule.yml', ['rule.yml', 'rule']],
    ['1059', ['1059', 't1059']],
    ['see  T1059.001, and cve-2021-36934', ['see t1059.001, and cve-2021-36934', 't1059.001', 'cve-2021-36934']],
    ['t1001 t1002 t1003 t1004 t1005', ['t1001 t1002 t1003 t1004 t1005', 't1001', 't1002', 't1003', 't1004']],
    ['#detection_rule', ['#detection_rule', 'detection_rule']],
    ['tag: #detection_rule', ['tag: #detection_rule', 'detection_rule']],
    ['[[Shells.md]]', ['[[shells.md]]', 'shells.md', 'shells']],
    ['"LSASS  Memory"', ['"lsass memory"', 'lsass memory']],
    ['###', ['###']],
    [
      'rule_id=19AEFED0-FFD4-47DC-A7FC-F8B1425E84F9',
      ['rule_id=19aefed0-ffd4-47dc-a7fc-f8b1425e84f9', '19aefed0-ffd4-47dc-a7fc-f8b1425e84f9'],
    ],
    ['T1059.001,T1003', ['t1059.001,t1003', 't1059.001', 't1003']],
    [
      'https://example.org/atomics/T1059.001/',
      ['https://example.org/atomics/t1059.001/', 'https://example.org/atomics/t1059.001', 't1059.001'],
    ],
    ['ab', []],
  ])('%j', (text, expected) => {
    expect(indexKeysOf(text)).toEqual(expected);
  });
});

describe('toPagefindText', () => {
  test.each([
    ['T1059 001', 'T1059.001'],
    ['"T1059.001"', 'T1059.001'],
    ['see T1059.001, here', 'see T1059.001 here'],
    ['CVE_2021_36934', 'CVE-2021-36934'],
    ['2021-36934 hive', 'CVE-2021-36934 hive'],
    ['$env:TEMP', 'env:TEMP'],
    ['<script>', 'script'],
    ['|endswith', 'endswith'],
    ['$', '$'],
    ['"net user"', '"net user"'],
    ['attack.t1059.001', 'T1059.001'],
    ['tag:t1059_001', 'T1059.001'],
    ['tag: #t1059_001 -enc', 'tag: T1059.001 -enc'],
    ['https://attack.mitre.org/techniques/T1059/001/', 'T1059.001'],
    ['t1059_001 powershell', 'T1059.001 powershell'],
    ['1059', '1059'],
    ['C:\\Windows\\System32\\rundll32.exe', 'rundll32.exe'],
    ['%SystemRoot%\\System32\\cmd.exe', 'cmd.exe'],
    ['\\\\server\\share\\tool.exe', 'tool.exe'],
    ['HKLM\\Software', 'HKLM Software'],
    ['HKCU:\\Software\\Run', 'HKCU Software Run'],
    ['/etc/shadow', 'etc shadow'],
    ['EventID=4688', 'EventID 4688'],
    ['Image|endswith', 'Image endswith'],
    ['"Image|endswith"', 'Image endswith'],
    ['"rundll32.exe"', '"rundll32.exe"'],
    ['"C:\\Windows\\rundll32.exe"', 'rundll32.exe'],
    ['"C:\\Program Files\\Windows Mail\\wab.exe"', 'wab.exe'],
    ['"C:\\Program Files\\a b.exe" -k "cmd.exe /c dir"', 'a b.exe -k cmd.exe /c dir'],
    ['"net user', 'net user'],
    ['"', '"'],
    ['""', '""'],
    ['CommandLine|contains|all:', 'CommandLine contains all'],
    ['https://example.org/a', 'https://example.org/a'],
    ['-enc', '-enc'],
    ['=', '='],
    ['C:\\', 'C:\\'],
    ['  two   words ', 'two words'],
  ])('%j', (text, expected) => {
    expect(toPagefindText(text)).toBe(expected);
  });

  test('a hostile path ends in bounded time', () => {
    const path = `C:${'\\a'.repeat(50_000)}\\`;
    const start = performance.now();
    toPagefindText(path);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
