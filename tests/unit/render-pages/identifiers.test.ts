import { describe, expect, it } from 'vitest';
import { identifiersIn } from '../../../src/render/pages/identifiers.ts';

describe('identifiersIn', () => {
  it.each([
    { text: 'C:\\Windows\\System32\\rundll32.exe', expected: ['System32', 'rundll32.exe', 'rundll32'] },
    { text: "- '\\rundll32.exe'", expected: ['rundll32'] },
    { text: 'ScriptBlockText|contains:', expected: ['ScriptBlockText'] },
    { text: 'ScriptBlockText:', expected: [] },
    {
      text: 'Get-Item|ConvertTo-SecureString',
      expected: ['Get-Item', 'ConvertTo-SecureString', 'ConvertTo', 'SecureString'],
    },
    { text: 'PsExec.exe', expected: ['PsExec'] },
    { text: "'Invoke-PSInject'", expected: ['PSInject'] },
    { text: 'Invoke-DCS', expected: [] },
    { text: 'exploit/CVE-2021-36934/poc', expected: ['CVE-2021-36934'] },
    { text: 'proc_creation_win_susp_rundll32', expected: ['rundll32'] },
    { text: '"comsvcs.dll,MiniDump"', expected: ['comsvcs.dll', 'MiniDump'] },
    { text: 'plain words, punctuated. (And) "quoted"!', expected: [] },
    { text: 'https://example.org/some-Long/pageName99', expected: [] },
    { text: '(https://example.org/CVE-2021-36934)', expected: ['CVE-2021-36934'] },
    { text: '[page](https://example.org/pageName99)', expected: [] },
    { text: 'id:1f0b6ef2-0000-4000-8000-00000000000a', expected: ['1f0b6ef2-0000-4000-8000-00000000000a'] },
    { text: '1f0b6ef2-0000-4000-8000-00000000000a', expected: [] },
    { text: 'a1 b2', expected: [] },
    { text: 'twice\\rundll32 twice\\rundll32', expected: ['rundll32'] },
    { text: '', expected: [] },
  ])('finds in $text', ({ text, expected }) => {
    expect(identifiersIn(text, 20)).toEqual(expected);
  });

  it('puts hashes after what people read, and leaves out longer blobs', () => {
    const hash = 'ab12'.repeat(16);
    expect(identifiersIn(`SHA256=${hash} path\\tool64.exe x=${'ab12'.repeat(17)}`, 20)).toEqual([
      'SHA256',
      'tool64.exe',
      'tool64',
      hash,
    ]);
  });

  it('ends when it has found enough', () => {
    expect(identifiersIn('a\\tool1.exe a\\tool2.exe a\\tool3.exe', 3)).toEqual(['tool1.exe', 'tool1', 'tool2.exe']);
  });

  it.each(['.', '-', '_', '\\', 'a.', 'a1.', "'", 'é'])('ends in bounded time on a long run of %j', (piece) => {
    const start = performance.now();
    identifiersIn(`${piece.repeat(200_000)}1`, 20);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
