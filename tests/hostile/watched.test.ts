import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CANARY } from './canary.ts';
import { frontmatter } from './cases/frontmatter.ts';
import { markup } from './cases/markup.ts';
import { names } from './cases/names.ts';
import { PROGRAM } from './command.ts';
import { makeVault, writeTree } from './make-vault.ts';
import { watchProcess } from './watch-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'watch-')));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const [vault, outside, site, cache, home] = ['vault', 'outside', 'site', 'cache', 'home'].map((name) =>
  path.join(folder, name),
) as [string, string, string, string, string];

/** What a process of Node's opens of the system that it runs on; none of it is anybody's data. */
const SYSTEM = [
  /^\/(?:usr\/)?lib(?:32|64|x32)?\//,
  /^\/usr\/bin\/ldd$/,
  /^\/etc\/(?:ld\.so\.cache|localtime|ssl\/openssl\.cnf)$/,
  /^\/usr\/share\/zoneinfo\//,
  /^\/dev\/(?:null|u?random|tty)$/,
  /^\/proc\/(?:self|\d+)\/(?:maps|cgroup|mountinfo|limits|stat|statm|status)$/,
  /^\/proc\/(?:meminfo|cpuinfo|stat|loadavg|version|version_signature|filesystems|mounts|sys\/.*)$/,
  /^\/sys\/(?:fs\/cgroup|devices\/system|kernel\/mm)(?:\/.*)?$/,
  /^(?:pipe|socket|anon_inode):/,
];

function isWithin(file: string, root: string): boolean {
  return file === root || file.startsWith(`${root}/`);
}

describe('the process that builds', () => {
  it('reads the vault and itself, writes the site and its cache, starts the indexer alone and reaches for nobody', () => {
    mkdirSync(outside);
    mkdirSync(home);
    writeTree(outside, { 'secret.md': CANARY, 'secret.png': CANARY });
    const wanted =
      /^(?:html-script|html-image|yaml-bomb|yaml-function|language-|links-on-disk|repositories|attachments)/;
    const cases = [...markup, ...frontmatter, ...names].filter(({ name }) => wanted.test(name));
    expect(cases.length).toBeGreaterThan(15);
    makeVault(vault, cases, { outside, files: { 'Home.md': '# Home\n\n```query\n/(a+)+$/\n```\n' } });
    const build = ['build', '--vault', vault, '--out', path.join(site, 'out'), '--cache', cache];
    // nothing of this machine's own settings, such as certificates that Node is to read
    const environment = { PATH: process.env['PATH'], HOME: home, NODE_COMPILE_CACHE: path.join(cache, 'code') };
    const { status, output, opened, started, reached } = watchProcess(
      [process.execPath, PROGRAM, ...build],
      environment,
    );
    expect([status, output]).toEqual([1, expect.stringContaining('errors')]);
    const roots = [vault, site, cache, ROOT];
    const isAllowed = (file: string): boolean =>
      roots.some((root) => isWithin(file, root)) || SYSTEM.some((pattern) => pattern.test(file));
    expect(opened.filter((file) => !isAllowed(file))).toEqual([]);
    expect(opened.filter((file) => file.startsWith(vault) && /\/\.(?:git|obsidian|env)(?:\/|$)/.test(file))).toEqual(
      [],
    );
    expect(opened).toContain(path.join(vault, 'Home.md'));
    expect(started[0]).toBe(process.execPath);
    const programs = started.slice(1).filter((file) => !file.includes('/node_modules/@esbuild/'));
    expect(programs).toEqual([expect.stringMatching(/\/node_modules\/@pagefind\/[^/]+\/bin\/pagefind/)]);
    expect(reached).toEqual([]);
  });

  it('would be seen doing otherwise', () => {
    writeTree(folder, { 'elsewhere.txt': 'x' });
    const elsewhere = path.join(folder, 'elsewhere.txt');
    const program = `
      require('node:fs').readFileSync(${JSON.stringify(elsewhere)});
      require('node:child_process').spawnSync('/bin/sh', ['-c', 'true']);
      require('node:net').connect(9, '127.0.0.1').on('error', () => process.exit(0));
    `;
    const { opened, started, reached } = watchProcess([process.execPath, '-e', program], process.env);
    expect(opened).toContain(elsewhere);
    expect(started).toContain('/bin/sh');
    expect(reached.join('\n')).toMatch(/connect\(.*127\.0\.0\.1/);
  });
});
