import { describe, expect, test } from 'vitest';
import { identifierOf, toPagefindText } from '../../../src/site/client/search/identifiers.ts';

describe('identifierOf', () => {
  test.each([
    ['T1059.001', 't1059.001'],
    ['t1059_001', 't1059.001'],
    ['T1059/001', 't1059.001'],
    ['t1059-001', 't1059.001'],
    ['1059.001', 't1059.001'],
    ['attack.t1059.001', 't1059.001'],
    ['#T1059_001', 't1059.001'],
    ['t1059', 't1059'],
    [' TA0002 ', 'ta0002'],
    ['19AEFED0-FFD4-47DC-A7FC-F8B1425E84F9', '19aefed0-ffd4-47dc-a7fc-f8b1425e84f9'],
    ['cve-2021-36934', 'cve-2021-36934'],
    ['CVE_2021_1675', 'cve-2021-1675'],
    ['cve.2021.1675', 'cve-2021-1675'],
    ['4688', undefined],
    ['rundll32', undefined],
    ['T1059 powershell', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(identifierOf(text)).toBe(expected);
  });
});

describe('toPagefindText', () => {
  test.each([
    ['attack.t1059.001', 'T1059.001'],
    ['t1059_001 powershell', 'T1059.001 powershell'],
    ['1059', '1059'],
    ['C:\\Windows\\System32\\rundll32.exe', 'rundll32.exe'],
    ['%SystemRoot%\\System32\\cmd.exe', 'cmd.exe'],
    ['\\\\server\\share\\tool.exe', 'tool.exe'],
    ['HKLM\\Software', 'HKLM Software'],
    ['HKCU:\\Software\\Run', 'HKCU Software Run'],
    ['/etc/shadow', 'etc shadow'],
    ['EventID=4688', 'EventID 4688'],
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
