import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modulesOf, withClassicScripts, writeClassicScripts } from './classic-scripts.ts';
import { relativePage } from './hosting/relative-page.ts';

/**
 * Makes the pages that Astro has written into a folder work wherever the folder is, and from a disk too: their addresses become
 * relative and their modules classic scripts. The page for missing addresses goes, since it stands in for pages at any depth.
 */
export async function makeRelative(folder: string): Promise<void> {
  rmSync(path.join(folder, '404.html'));
  const modules = new Set<string>();
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  for (const name of pages) {
    const file = path.join(folder, name);
    const html = readFileSync(file, 'utf8');
    for (const module of modulesOf(html)) modules.add(module);
    writeFileSync(file, withClassicScripts(relativePage(html, name.replaceAll(path.sep, '/'))));
  }
  await writeClassicScripts(path.join(folder, '_astro'), [...modules].sort());
}
