import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Script } from 'node:vm';
import { afterEach, expect, test } from 'vitest';
import { modulesOf, withClassicScripts, writeClassicScripts } from '../../../src/site/classic-scripts.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'scripts-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

test('a page loads classic scripts in the place of its modules', () => {
  const html = '<script src="../theme.js"></script><script type="module" src="../_astro/Page.a-B_1.js"></script>';
  expect(modulesOf(html)).toEqual(['Page.a-B_1']);
  expect(withClassicScripts(html)).toBe(
    '<script src="../theme.js"></script><script defer src="../_astro/Page.a-B_1.classic.js"></script>',
  );
});

test('each module becomes one script that does the same, and the modules go', async () => {
  const modules = {
    'part.js': 'export const double = (n) => n * 2; export const dead = 1;',
    'one.js': "import { double } from './part.js'; const own = 1; globalThis.said.push(double(21), own);",
    'two.js': "import { double } from './part.js'; const own = 2; globalThis.said.push(double(1), own);",
    'style.css': 'a {}',
  };
  const folder = folderWith(modules);
  await writeClassicScripts(folder, ['one', 'two']);
  expect(readdirSync(folder).sort()).toEqual(['one.classic.js', 'style.css', 'two.classic.js']);
  const world = { said: [] as number[] };
  for (const name of ['one', 'two'])
    new Script(readFileSync(path.join(folder, `${name}.classic.js`), 'utf8')).runInNewContext(world);
  expect(world.said).toEqual([42, 1, 2, 2]);
  const again = folderWith(modules);
  await writeClassicScripts(again, ['one', 'two']);
  expect(readFileSync(path.join(again, 'one.classic.js'))).toEqual(readFileSync(path.join(folder, 'one.classic.js')));
});
