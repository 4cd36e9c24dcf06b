import { expect, it } from 'vitest';
import { longJson } from '../../../src/site/long-json.ts';

const items = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `a"${String(at)}`,
    name: at % 700 === 3 ? '€ ü' : 'x',
    none: undefined,
  }));

it.each([0, 1, 499, 500, 501, 1203])('the JSON of lists of %i items is that of JSON.stringify', (count) => {
  const content = {
    version: 1,
    nodes: items(count),
    edges: items(count),
    'a "name"': { list: items(2) },
    last: [undefined],
  };
  expect(longJson(content)).toBe(JSON.stringify(content));
});

it('the JSON of nothing is that of JSON.stringify', () => {
  expect(longJson({})).toBe('{}');
});
