import { expect, test } from 'vitest';
import { asksForSearch, type KeyPress } from '../../../src/site/client/shortcuts.ts';

const press: KeyPress = { key: 'a', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isTyping: false };

test.each<[string, Partial<KeyPress>, boolean]>([
  ['/', { key: '/' }, true],
  ['/ on a layout where it needs Shift', { key: '/', shiftKey: true }, true],
  ['/ while typing', { key: '/', isTyping: true }, false],
  ['Ctrl+/', { key: '/', ctrlKey: true }, false],
  ['Ctrl+K', { key: 'k', ctrlKey: true }, true],
  ['Ctrl+K while typing', { key: 'k', ctrlKey: true, isTyping: true }, true],
  ['Cmd+K', { key: 'k', metaKey: true }, true],
  ['Ctrl+K with Caps Lock', { key: 'K', ctrlKey: true }, true],
  ['Ctrl+Shift+K', { key: 'K', ctrlKey: true, shiftKey: true }, false],
  ['Ctrl+Alt+K', { key: 'k', ctrlKey: true, altKey: true }, false],
  ['k', { key: 'k' }, false],
])('%s', (_, change, expected) => {
  expect(asksForSearch({ ...press, ...change })).toBe(expected);
});
