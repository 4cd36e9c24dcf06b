import { describe, expect, it } from 'vitest';
import {
  leadingTechniqueId,
  parentTechniqueId,
  parseTechniqueId,
  readAttackIds,
  techniqueIdOfAddress,
} from '../../../src/domain/index.ts';
import type { TechniqueId } from '../../../src/domain/index.ts';

describe('a technique’s id', () => {
  it.each([
    ...['T1059.001', 'T1059_001', 't1059/001', 't1059-001', ' T1059.001 ', 'attack.t1059.001', 'attack.T1059_001'],
    ...['attack/T1059/001', 'mitre/t1059_001', 'Attack.t1059.001'],
  ])('is one however it is written: %j', (text) => {
    expect(parseTechniqueId(text)).toBe('T1059.001');
  });

  it.each(['', 'T105', 'T10590', 'T1059.01', 'T1059.0001', 'T1059 001', 'TA0001', 'xT1059', 'T1059.001.', 'T1059,001'])(
    '%j is none',
    (text) => {
      expect(parseTechniqueId(text)).toBeUndefined();
    },
  );

  it.each([
    ['https://attack.mitre.org/techniques/T1059/001/', 'T1059.001'],
    ['http://attack.mitre.org/techniques/T1059/001', 'T1059.001'],
    ['https://attack.mitre.org/techniques/T1059.001', 'T1059.001'],
    ['https://attack.mitre.org/techniques/t1059?x#y', 'T1059'],
    ['https://attack.mitre.org/versions/v14/techniques/T1059/001/', 'T1059.001'],
    ['https://attack.mitre.org/versions/v14.1/techniques/T1059', 'T1059'],
    ['https://attack.mitre.org/techniques/T1059/001/x', undefined],
    ['https://attack.mitre.org/tactics/TA0001/', undefined],
    ['https://example.org/techniques/T1059', undefined],
    ['https://attack.mitre.org.example.org/techniques/T1059', undefined],
  ])('of the address %s is %s', (url, id) => {
    expect(techniqueIdOfAddress(url)).toBe(id);
  });

  it.each([
    ['T1059.001 - PowerShell', 'T1059.001'],
    ['t1059_001 PowerShell', 'T1059.001'],
    ['T1059-001 - PowerShell', 'T1059.001'],
    ['T1059 - Interpreter', 'T1059'],
    ['T1059', 'T1059'],
    ['T1059-PowerShell', 'T1059'],
    ['T10590 x', undefined],
    ['About T1059', undefined],
  ])('before a name, %j, is %s', (name, id) => {
    expect(leadingTechniqueId(name)).toBe(id);
  });

  it('tells the technique above it', () => {
    expect(parentTechniqueId('T1059.001' as TechniqueId)).toBe('T1059');
    expect(parentTechniqueId('T1059' as TechniqueId)).toBeUndefined();
  });
});

describe('the table of ATT&CK’s ids', () => {
  const ids = readAttackIds();

  it.each([
    ['T1059', { kind: 'active', matrix: 'enterprise' }],
    ['T1059.001', { kind: 'active', matrix: 'enterprise' }],
    ['T1055.015', { kind: 'active', matrix: 'enterprise' }],
    ['T0800', { kind: 'active', matrix: 'ics' }],
    ['T1404', { kind: 'active', matrix: 'mobile' }],
    ['T1064', { kind: 'deprecated' }],
    ['T1053.004', { kind: 'deprecated' }],
    ['T1193', { kind: 'revoked', successor: 'T1566.001' }],
    ['T1574.002', { kind: 'revoked', successor: 'T1574.001' }],
    ['T1073', { kind: 'revoked', successor: 'T1574.001' }],
    ['T1454', { kind: 'revoked', successor: undefined }],
    ['T1055.006', { kind: 'unknown' }],
    ['T1059.099', { kind: 'unknown', nearest: 'T1059.009' }],
    ['T1685', { kind: 'newer' }],
    ['T1685.001', { kind: 'newer' }],
  ])('%s is %j', (id, fate) => {
    expect(ids.fateOf(id as TechniqueId)).toMatchObject(fate);
  });

  it.each([
    ['T1086', ['T1059.001']],
    ['T1431', ['T1476']],
    ['T1059.001', []],
    ['T1064', []],
    ['T1454', []],
  ])('after %s came %j', (id, successors) => {
    expect(ids.successorsOf(id as TechniqueId)).toEqual(successors);
    expect(ids.replaced.includes(id as TechniqueId)).toBe(successors.length > 0);
  });
});
