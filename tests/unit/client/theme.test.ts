import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nextTheme, readTheme, themeKey } from '../../../src/site/client/theme.ts';

describe('theme', () => {
  test.each([
    ['light', 'light'],
    ['dark', 'dark'],
    [null, 'system'],
    ['sepia', 'system'],
  ] as const)('a stored %s is %s', (stored, theme) => {
    expect(readTheme(stored)).toBe(theme);
  });

  test('the switch goes round', () => {
    expect([nextTheme('system'), nextTheme('light'), nextTheme('dark')]).toEqual(['light', 'dark', 'system']);
  });

  test('the script that runs before the first paint reads the same key', () => {
    expect(readFileSync('public/theme.js', 'utf8')).toContain(`localStorage.getItem('${themeKey}')`);
  });
});
