import { describe, expect, it } from 'vitest';
import { foldTestName, parseAtomicAddress } from '../../../src/domain/index.ts';

const repository = 'https://github.com/redcanaryco/atomic-red-team';

describe('an address of an atomic', () => {
  it.each([
    [`${repository}/blob/f339e7da7d05f6057fdfcdd3742bfcf365fee2a9/atomics/T1562.001/T1562.001.md`, 'T1562.001'],
    [`${repository}/blob/master/atomics/T1082/T1082.yaml`, 'T1082'],
    [`${repository}/tree/master/atomics/T1082`, 'T1082'],
    [`${repository}/blob/a/branch/atomics/T1082/T1082.md#L12`, 'T1082'],
    [`${repository}/blob/master/atomics/T1056.001/src/Get-Keystrokes.ps1`, 'T1056.001'],
    [`${repository}/blob/master/atomics/T1071.001/T1071.001.md#t1071001---web-protocols`, 'T1071.001'],
    ['https://github.com/somebody/atomic-red-team/blob/main/atomics/T1547.001/T1547.001.md', 'T1547.001'],
    ['https://raw.githubusercontent.com/redcanaryco/atomic-red-team/master/atomics/T1003/T1003.md', 'T1003'],
    ['https://atomicredteam.io/defense-evasion/T1220/', 'T1220'],
    ['https://www.atomicredteam.io/atomic-red-team/atomics/T1003.001', 'T1003.001'],
    [' HTTPS://GitHub.com/RedCanaryCo/Atomic-Red-Team/blob/master/atomics/t1082/T1082.md ', 'T1082'],
  ])('%s leads to the page of %s', (address, technique) => {
    expect(parseAtomicAddress(address)).toEqual({ technique, test: undefined });
  });

  it.each([
    ['#atomic-test-5---windows---delete-volume-shadow-copies', 5, 'windowsdeletevolumeshadowcopies'],
    ['#atomic-test-3---esentutlexe-sam-copy', 3, 'esentutlexesamcopy'],
    ['#Atomic-Test-5---create-hidden-directory-via-index_allocation', 5, 'createhiddendirectoryviaindexallocation'],
    ['#atomic-test-12---d%C3%A9j%C3%A0-vu', 12, 'déjàvu'],
  ])('%s names one test', (fragment, number, name) => {
    expect(parseAtomicAddress(`${repository}/blob/x/atomics/T1490/T1490.md${fragment}`)?.test).toEqual({
      number,
      name,
    });
  });

  it.each([
    'https://grep.app/search?q=winpwn&filter[repo][0]=redcanaryco/atomic-red-team',
    repository,
    `${repository}/blob/master/atomics/Indexes/index.yaml`,
    'https://github.com/redcanaryco/AtomicTestHarnesses/blob/x/atomics/T1218/T1218.md',
    'https://example.org/redcanaryco/atomic-red-team/blob/master/atomics/T1003/T1003.md',
    'https://attack.mitre.org/techniques/T1003/001/',
    'hxxps://github.com/redcanaryco/atomic-red-team/blob/master/atomics/T1003/T1003.md',
    'T1003',
    '',
  ])('%s is none', (text) => {
    expect(parseAtomicAddress(text)).toBeUndefined();
  });

  it('bears a stray percent sign', () => {
    expect(parseAtomicAddress(`${repository}/blob/x/atomics/T1490/T1490.md#atomic-test-1---100%`)?.test?.name).toBe(
      '100',
    );
  });

  it('folds a name to what the id of its heading folds to', () => {
    expect(foldTestName('esentutl.exe SAM copy')).toBe(foldTestName('esentutlexe-sam-copy'));
    expect(foldTestName('macOS/Linux - Overwrite file with DD')).toBe(
      foldTestName('macoslinux---overwrite-file-with-dd'),
    );
  });
});
