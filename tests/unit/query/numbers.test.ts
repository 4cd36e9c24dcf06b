import { expect, test } from 'vitest';
import { isoOfSlashes, readDate, readNumber } from '../../../src/query/numbers.ts';

test.each([
  ['3', 3],
  ['-2.50', -2.5],
  ['+1e3', 1000],
  ['.5', 0.5],
  ['5.', 5],
  ['', undefined],
  ['.', undefined],
  ['0x10', undefined],
  ['1,000', undefined],
  ['Infinity', undefined],
])('the number %s', (text, expected) => {
  expect(readNumber(text)).toBe(expected);
});

test.each([
  ['2024-01-31', '2024-01-31T00:00:00.000Z'],
  ['2024-01-31T12:30', '2024-01-31T12:30:00.000Z'],
  ['2024-01-31 12:30:05.25', '2024-01-31T12:30:05.250Z'],
  ['2024-01-31T00:30+02:00', '2024-01-30T22:30:00.000Z'],
  ['2024-01-31T00:30Z', '2024-01-31T00:30:00.000Z'],
  ['2024-02-30', undefined],
  ['2024-13-01', undefined],
  ['2024-01-31T24:00', undefined],
  ['2024-1-3', undefined],
  ['20240131', undefined],
  ['soon', undefined],
])('the date %s', (text, expected) => {
  const time = readDate(text);
  expect(time === undefined ? undefined : new Date(time).toISOString()).toBe(expected);
});

test.each([
  ['2024/01/31', '2024-01-31'],
  [' 2024/01/31 ', '2024-01-31'],
  ['2024/02/30', undefined],
  ['2024/1/3', undefined],
  ['31/01/2024', undefined],
  ['2024/01-31', undefined],
  ['2024/01/31 10:00', undefined],
  ['2024-01-31', undefined],
])('the date with slashes %s', (text, expected) => {
  expect(isoOfSlashes(text)).toBe(expected);
});
