import { expect, test } from 'vitest';
import { fillFolder } from '../../../src/site/client/workbench/atomics-folder.ts';

test.each([
  ['cd "PathToAtomicsFolder\\T1"', 'C:\\a b', 'cd "C:\\a b\\T1"'],
  ['$PathToAtomicsFolder/a $PathtoAtomicsFolder/b', '/opt', '/opt/a /opt/b'],
  ['file://PathToAtomicsFolder\\x', '$& $1 $$', 'file://$& $1 $$\\x'],
  ['$PathToAtomicsFolder/a', '', '$PathToAtomicsFolder/a'],
  ['whoami /all', '/opt', 'whoami /all'],
])('%j with %j', (text, folder, filled) => {
  expect(fillFolder(text, folder)).toBe(filled);
});
