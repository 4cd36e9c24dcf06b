import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unpackPackages } from './debian-packages.ts';
import { writePlainCopy } from './plain-copy.ts';
import type { Command } from './tree-usage.ts';

/** Another site generator, made ready to build the same notes. */
export interface Peer {
  readonly name: string;
  /** Its key among the peers. */
  readonly key: string;
  /** Run one after the other, they build the whole site with a search index into a folder that is not there yet, from nothing kept. */
  readonly commands: (out: string) => readonly Command[];
}

const here = import.meta.dirname;
const bin = resolve(here, '../../node_modules/.bin');

/** Each installs itself into an empty folder, and nowhere else, from a vault. Throws when what it needs is not to be had. */
export const peers: Readonly<Record<string, (vault: string, folder: string) => Peer>> = {
  hugo: prepareHugo,
  starlight: prepareStarlight,
};

/** Hugo and what it hangs on, as Debian 12 has them. */
const HUGO = ['hugo=0.111.3-1', 'libsass1', 'libwebp7'];

/** Hugo as Debian packages it, then Pagefind over its pages. */
function prepareHugo(vault: string, folder: string): Peer {
  const { program, env } = unpackPackages(HUGO, `${folder}-program`);
  const hugo = program('hugo');
  const ask = (...args: readonly string[]): string =>
    execFileSync(hugo, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  const version = ask('version').split(/[ -]/)[1] ?? '';
  cpSync(join(here, 'hugo'), folder, { recursive: true });
  writePlainCopy(vault, join(folder, 'content'));
  mkdirSync(join(folder, 'static'));
  writeFileSync(join(folder, 'static/style.css'), ask('gen', 'chromastyles', '--style=github'));
  return {
    name: `Hugo ${version} + Pagefind`,
    key: 'hugo',
    commands: (out) => [
      {
        program: hugo,
        args: ['--quiet', '--destination', out],
        cwd: folder,
        env: { ...env, HUGO_CACHEDIR: `${out}-cache`, HUGO_RESOURCEDIR: `${out}-resources` },
      },
      { program: join(bin, 'pagefind'), args: ['--site', out, '--quiet'], cwd: folder },
    ],
  };
}

/** Starlight at the versions of its package.json, installed from npm into the folder; it calls Pagefind itself. */
function prepareStarlight(vault: string, folder: string): Peer {
  for (const file of ['package.json', 'astro.config.mjs']) cpSync(join(here, 'starlight', file), join(folder, file));
  mkdirSync(join(folder, 'src'));
  cpSync(join(here, 'starlight/content.config.mjs'), join(folder, 'src/content.config.mjs'));
  writePlainCopy(vault, join(folder, 'src/content/docs'));
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  return {
    name: 'Starlight',
    key: 'starlight',
    commands: (out) => {
      for (const kept of ['.astro', 'node_modules/.astro', 'node_modules/.vite'])
        rmSync(join(folder, kept), { recursive: true, force: true });
      return [
        {
          program: join(folder, 'node_modules/.bin/astro'),
          args: ['build', '--silent', '--outDir', out],
          cwd: folder,
          env: { ASTRO_TELEMETRY_DISABLED: '1', PATH: `${bin}:${process.env['PATH'] ?? ''}` },
        },
      ];
    },
  };
}
