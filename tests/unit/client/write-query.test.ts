import { afterEach, expect, test, vi } from 'vitest';
import { writeQuery } from '../../../src/site/client/write-query.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['?a=1', true, 'push /coverage/?a=1#both'],
  ['?a=1', false, 'replace /coverage/?a=1#both'],
  ['', true, 'push /coverage/#both'],
  ['?a=2', true, undefined],
  ['?a=2', false, undefined],
])('%j, a step: %s', (query, isStep, expected) => {
  const written: string[] = [];
  vi.stubGlobal('location', { pathname: '/coverage/', search: '?a=2', hash: '#both' });
  vi.stubGlobal('history', {
    state: 'kept',
    pushState: (state: unknown, _title: string, address: string) => written.push(`push ${address}`, String(state)),
    replaceState: (state: unknown, _title: string, address: string) =>
      written.push(`replace ${address}`, String(state)),
  });
  writeQuery(query, isStep);
  expect(written).toEqual(expected === undefined ? [] : [expected, 'kept']);
});

test.each([true, false])('where the browser forbids it nothing is thrown, a step: %s', (isStep) => {
  const forbid = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  vi.stubGlobal('location', { pathname: '/x/index.html', search: '', hash: '' });
  vi.stubGlobal('history', { state: null, pushState: forbid, replaceState: forbid });
  expect(() => writeQuery('?a=1', isStep)).not.toThrow();
});
