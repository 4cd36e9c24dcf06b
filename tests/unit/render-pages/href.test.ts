import { describe, expect, it } from 'vitest';
import { href } from '../../../src/render/index.ts';

describe('href', () => {
  it.each([
    { base: '/', url: '/', expected: '/' },
    { base: '/', url: '/techniques/T1003.001/', expected: '/techniques/T1003.001/' },
    { base: '/sub/', url: '/tests/T1572/#a-b', expected: '/sub/tests/T1572/#a-b' },
    { base: '/sub', url: '/coverage/', expected: '/sub/coverage/' },
    { base: '/', url: '/tags/größe/', expected: '/tags/gr%C3%B6%C3%9Fe/' },
    { base: '/', url: '/tags/\ud800/', expected: '/tags/%EF%BF%BD/' },
  ])('puts $url under $base', ({ base, url, expected }) => {
    expect(href({ base }, url)).toBe(expected);
  });
});
