import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { PROGRAM, runCommand } from './command.ts';
import { writeTree } from './make-vault.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'writing-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const vault = path.join(folder, 'vault');
writeTree(vault, { 'Home.md': '# Home\n\nOne.\n', 'notes/Other.md': '# Other\n\n[[Home]]\n' });

/** Starts a program and kills it, with everything that it has started, so many milliseconds after its first words. */
async function killAfter(args: readonly string[], milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = once(child, 'exit');
  child.stderr.resume();
  await Promise.race([Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]), ended]);
  child.stdout.resume();
  await Promise.race([wait(milliseconds), ended]);
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It was done before.
  }
  await ended;
}

describe('a program that is killed while it publishes', () => {
  it('leaves one whole site, twenty times', async () => {
    const out = path.join(folder, 'often');
    const program = path.join(import.meta.dirname, 'publish-for-ever.ts');
    for (let kill = 0; kill < 20; kill += 1) {
      await killAfter([program, out, vault], (kill * 37) % 200);
      const pages = readdirSync(out).filter((name) => name.startsWith('page-'));
      expect(pages).toHaveLength(40);
      expect(new Set(pages.map((page) => readFileSync(path.join(out, page, 'index.html'), 'utf8'))).size).toBe(1);
    }
  });
});

describe('a build', () => {
  const out = path.join(folder, 'site');
  const build = ['build', '--vault', vault, '--out', out, '--no-cache'];
  const home = (): string => readFileSync(path.join(out, 'home/index.html'), 'utf8');

  it('that is killed leaves the old site or the new one', async () => {
    expect(runCommand(build).status).toBe(0);
    for (let kill = 0; kill < Number(process.env['KILLS'] ?? 3); kill += 1) {
      const before = home();
      writeTree(vault, { 'Home.md': `# Home\n\nVersion ${kill.toString()}.\n` });
      await killAfter([PROGRAM, ...build], 500 + kill * 1_200);
      const isNew = home().includes(`Version ${kill.toString()}.`);
      if (!isNew) expect(home()).toBe(before);
      expect(readFileSync(path.join(out, 'notes/other/index.html'), 'utf8')).toContain('Other');
    }
    expect(runCommand(build).status).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('site.'))).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'that gets %s leaves the old site and nothing beside it',
    async (signal) => {
      const before = home();
      for (let page = 0; page < 200; page += 1) writeTree(vault, { [`more/${page.toString()}.md`]: `# ${signal}\n` });
      const child = spawn(process.execPath, [PROGRAM, ...build], { stdio: ['ignore', 'ignore', 'pipe'] });
      const ended = once(child, 'exit');
      for await (const words of child.stderr.setEncoding('utf8')) if (/writing pages/.test(String(words))) break;
      const isBegun = (): boolean => readdirSync(folder).some((name) => name.startsWith('site.building-'));
      while (!isBegun() && child.exitCode === null) await wait(5);
      child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(home()).toBe(before);
      expect(readdirSync(folder).filter((name) => name.startsWith('site.'))).toEqual([]);
      rmSync(path.join(vault, 'more'), { recursive: true });
    },
  );

  it('beside another into the same folder leaves one whole site', async () => {
    const children = [0, 1].map(() => spawn(process.execPath, [PROGRAM, ...build], { stdio: 'ignore' }));
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
    expect(codes).toEqual([0, 0]);
    expect(home()).toContain('Home');
    expect(readdirSync(folder).filter((name) => name.startsWith('site.'))).toEqual([]);
  });

  it('refuses to replace what is not a site of ours, and says why', () => {
    const foreign = path.join(folder, 'foreign');
    writeTree(foreign, { 'thesis.txt': 'years of work' });
    writeFileSync(path.join(folder, 'file'), 'x');
    symlinkSync('nowhere', path.join(folder, 'lost'));
    symlinkSync('foreign', path.join(folder, 'link'));
    symlinkSync('round', path.join(folder, 'round'));
    const refused = [
      foreign,
      path.join(folder, 'file'),
      path.join(folder, 'lost'),
      path.join(folder, 'link'),
      vault,
      path.join(vault, 'dist'),
      folder,
      '/',
      '/dev/null',
      path.join(folder, 'file/below'),
      path.join(folder, 'round'),
      path.join(folder, 'round/below'),
      '/proc/below/nothing',
    ];
    for (const place of refused) {
      const { status, output } = runCommand(['build', '--vault', vault, '--out', place, '--no-cache']);
      expect([place, status]).toEqual([place, 2]);
      expect(output).toMatch(/^detectionary: /m);
      expect(output).not.toMatch(/^ {4}at /m);
    }
    for (const place of ['/proc/below/nothing', path.join(folder, 'round')])
      expect(runCommand(['build', '--vault', vault, '--archive', `${place}/site.tar.gz`, '--no-cache']).status).toBe(2);
    for (const cache of [out, path.join(out, 'cache'), path.join(vault, 'cache')])
      expect(runCommand(['build', '--vault', vault, '--out', out, '--cache', cache]).status).toBe(2);
    expect(readFileSync(path.join(foreign, 'thesis.txt'), 'utf8')).toBe('years of work');
    expect(lstatSync(path.join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(existsSync(path.join(vault, 'Home.md'))).toBe(true);
  });

  it.each([
    ['no file of the site', 8],
    ['none of its search index', 80],
  ])('to a full disk that takes %s leaves the old site, and says so', (_, blocks) => {
    const before = home();
    // Files of more than so many blocks cannot be written.
    const limited = `ulimit -f ${blocks.toString()}; exec "${process.execPath}" "${PROGRAM}" "$@"`;
    writeTree(vault, { 'Home.md': `# Home\n\n${'Much. '.repeat(100)}${blocks.toString()}\n` });
    const { status, errors } = runShell(limited, build);
    expect(status).toBe(1);
    expect(errors).toMatch(/^detectionary: .* could not be written: .* stay/m);
    expect(home()).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('site.'))).toEqual([]);
  });
});

function runShell(
  script: string,
  args: readonly string[],
): { readonly status: number | null; readonly errors: string } {
  const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', ...args], {
    encoding: 'utf8',
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });
  return { status, errors: stderr };
}
