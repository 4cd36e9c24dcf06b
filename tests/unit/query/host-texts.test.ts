import { describe, expect, it } from 'vitest';
import { createHostTexts } from '../../../src/query/host-texts.ts';

describe('a text without some of its lines', () => {
  const text = 'One\nTwo\nThree';
  const lines = { start: 4, end: 7 };

  it('has blanks in their place, and everything else where it was', () => {
    const hosts = createHostTexts();
    expect(hosts.without(text, lines)).toBe('One\n   \nThree');
    expect(hosts.lowerWithout(text, text.toLowerCase(), lines)).toBe('one\n   \nthree');
    expect(hosts.without(text, { start: 0, end: 7 })).toBe('   \n   \nThree');
    expect(hosts.lowerWithout(text, text.toLowerCase(), { start: 0, end: 7 })).toBe('   \n   \nthree');
  });

  it('is right where lower case is longer', () => {
    const longer = 'İ\nTwo\nThree';
    expect(createHostTexts().lowerWithout(longer, longer.toLowerCase(), { start: 2, end: 5 })).toBe(
      'i\u0307\n   \nthree',
    );
  });
});
