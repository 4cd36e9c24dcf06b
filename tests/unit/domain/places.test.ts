import { describe, expect, it } from 'vitest';
import { isPlaceName, splitAtPlaces } from '../../../src/domain/index.ts';
import { splitCommand } from '../../../src/site/client/workbench/fill.ts';

const NAMES = [
  'output_file',
  'a-b',
  'x',
  '_',
  'Output File',
  'output.file',
  'Ausgabe für Ürgent',
  'C:\\a/b',
  '$x',
  'a, b',
  'x'.repeat(100),
];
const NO_NAMES = ['', ' ', ' a', 'a ', 'a{b', '"a": 1', "h['a']", 'a\nb', '\t'];

describe.each(NAMES)('%j', (name) => {
  it('is a name, and its place is found by what colours code and by what fills it', () => {
    expect(isPlaceName(name)).toBe(true);
    expect(splitAtPlaces(`a #{${name}}b`)).toEqual(['a ', `#{${name}}`, 'b']);
    expect(splitCommand(`a #{${name}}b`, new Set([name]))).toContainEqual({ kind: 'place', name });
  });
});

it.each(NO_NAMES)('%j is no name', (name) => {
  expect(isPlaceName(name)).toBe(false);
  expect(splitAtPlaces(`a #{${name}} b`)).toHaveLength(1);
});

it('finds places side by side, and one in what only looks like one', () => {
  expect(splitAtPlaces('#{a}#{b}')).toEqual(['', '#{a}', '', '#{b}', '']);
  expect(splitAtPlaces('#{a}}')).toEqual(['', '#{a}', '}']);
  expect(splitAtPlaces('#{a #{b}')).toEqual(['#{a ', '#{b}', '']);
});

it('reads long text in time that grows with it alone', () => {
  expect(splitAtPlaces(`#{${'a '.repeat(200_000)}`)).toHaveLength(1);
  expect(splitAtPlaces('#{a'.repeat(200_000))).toHaveLength(1);
});
