import { describe, expect, it } from 'vitest';
import { compareTactics, findTactic, tacticIdOf, tactics } from '../../../src/domain/index.ts';
import type { Matrix } from '../../../src/domain/index.ts';

describe('tactics', () => {
  it.each([
    ['Credential Access', 'TA0006'],
    ['Credential_Access', 'TA0006'],
    ['credential-access', 'TA0006'],
    ['COMMAND AND CONTROL', 'TA0011'],
    ['Defense Evasion', 'TA0005'],
    ['stealth', 'TA0005'],
    ['defense-impairment', 'TA0112'],
    ['Inhibit Response Function', 'TA0107'],
    ['evasion', 'TA0103'],
    ['network-effects', 'TA0038'],
    ['Misdirection', undefined],
  ])('%s is %s', (name, id) => {
    expect(tacticIdOf(name, new Set())).toBe(id);
    expect(findTactic(name)).toEqual(id === undefined ? undefined : expect.anything());
  });

  it.each<[name: string, matrices: readonly Matrix[], id: string]>([
    ['Impact', ['enterprise'], 'TA0040'],
    ['Impact', ['ics'], 'TA0105'],
    ['Impact', ['mobile'], 'TA0034'],
    ['Impact', ['ics', 'enterprise'], 'TA0040'],
    ['Impact', ['ics', 'mobile'], 'TA0040'],
    ['Stealth', ['mobile'], 'TA0005'],
  ])('%s among techniques of %j is %s', (name, matrices, id) => {
    expect(tacticIdOf(name, new Set(matrices))).toBe(id);
  });

  it.each(['', 'Credential', 'TA0006', 'Misdirection'])('%j is none', (name) => {
    expect(findTactic(name)).toBeUndefined();
  });

  it('have a name and an address of their own each', () => {
    expect(new Set(tactics.map(({ slug }) => slug)).size).toBe(tactics.length);
  });

  it.each([
    [
      'the parts of Defense Evasion where it stood',
      ['Discovery', 'Defense Impairment', 'Persistence', 'Stealth'],
      ['Persistence', 'Stealth', 'Defense Impairment', 'Discovery'],
    ],
    [
      'Defense Evasion beside its parts',
      ['Stealth', 'Credential Access', 'Defense Evasion'],
      ['Defense Evasion', 'Stealth', 'Credential Access'],
    ],
    [
      'the matrix of ICS',
      ['Impact', 'Impair Process Control', 'Inhibit Response Function', 'Evasion', 'Discovery'],
      ['Evasion', 'Discovery', 'Inhibit Response Function', 'Impair Process Control', 'Impact'],
    ],
    [
      'unknown ones after the known, by name',
      ['Zeal', 'Impact', 'Misdirection', 'Reconnaissance'],
      ['Reconnaissance', 'Impact', 'Misdirection', 'Zeal'],
    ],
    ['any spelling', ['impact', 'Initial_Access'], ['Initial_Access', 'impact']],
  ])('are sorted: %s', (_, given, sorted) => {
    expect(given.toSorted(compareTactics)).toEqual(sorted);
  });
});
