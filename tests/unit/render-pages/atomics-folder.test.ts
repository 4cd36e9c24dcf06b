import { expect, test } from 'vitest';
import type { AtomicTest } from '../../../src/domain/index.ts';
import { atomicsFolderIn } from '../../../src/render/pages/atomics-folder.ts';

const plain: AtomicTest = {
  number: 1,
  name: 'Test',
  guid: undefined,
  description: 'Runs what lies in PathToAtomicsFolder.',
  platforms: [],
  inputs: [],
  executor: 'sh',
  elevationRequired: false,
  command: 'whoami',
  cleanupCommand: undefined,
  steps: undefined,
  dependencyExecutor: undefined,
  dependencies: [],
};
const path = '"$PathtoAtomicsFolder/T1082/a.sh"';
const input = { name: 'script', description: '', type: 'path', defaultValue: path };
const dependency = { description: '', checkCommand: undefined, getCommand: undefined };

test.each<[string, Partial<AtomicTest>]>([
  ['a command', { command: path }],
  ['a clean-up', { cleanupCommand: path }],
  ['a default', { inputs: [input] }],
  ['a check', { dependencies: [{ ...dependency, checkCommand: path }] }],
  ['what gets a prerequisite', { dependencies: [{ ...dependency, getCommand: path }] }],
])('the folder is named in %s', (_name, facts) => {
  expect(atomicsFolderIn([plain, { ...plain, ...facts }])).toBe('PathToAtomicsFolder');
});

test('in prose alone there is nothing to fill', () => {
  expect(atomicsFolderIn([plain])).toBeUndefined();
});
