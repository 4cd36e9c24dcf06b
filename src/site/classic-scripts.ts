import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { relativeMark } from './hosting/public-address.ts';

/** A script of a page: a module, which browsers do not load from a disk. */
const MODULE = /<script type="module" src="([^"]*\/)([^"/]+)\.js"/g;

/** A page whose modules are loaded as {@link writeClassicScripts} writes them. Both kinds wait for the page and keep their order. */
export function withClassicScripts(html: string): string {
  return html.replaceAll(MODULE, '<script defer src="$1$2.classic.js"');
}

/** The names of the modules that a page loads, without folder and ending. */
export function modulesOf(html: string): readonly string[] {
  return [...html.matchAll(MODULE)].map(([, , name = '']) => name);
}

/**
 * Writes some modules of a folder anew, each as one script that imports nothing, and removes all modules. The same modules
 * give the same bytes.
 */
export async function writeClassicScripts(folder: string, names: Iterable<string>): Promise<void> {
  // Loaded here: no other site needs it, and it costs every build a tenth of a second.
  const { rolldown } = await import('rolldown');
  const scripts: [file: string, code: string][] = [];
  for (const name of names) {
    const bundle = await rolldown({ input: path.join(folder, `${name}.js`), logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    await bundle.close();
    // Vite's loader of modules holds the base for style sheets of theirs, of which there are none.
    scripts.push([`${name}.classic.js`, output[0].code.replaceAll(relativeMark, './')]);
  }
  for (const file of readdirSync(folder)) if (file.endsWith('.js')) rmSync(path.join(folder, file));
  for (const [file, code] of scripts) writeFileSync(path.join(folder, file), code);
}
