import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutput, readOutputFacts } from '../../../src/site/output.ts';
import { RefusedOutputError } from '../../../src/site/output-place.ts';

const world = { folder: '', vault: '', out: '' };
beforeEach(() => {
  world.folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'output-')));
  world.vault = path.join(world.folder, 'vault');
  world.out = path.join(world.folder, 'dist');
  mkdirSync(world.vault);
});
afterEach(() => rmSync(world.folder, { recursive: true }));

function buildInto(out: string, text: string): ReturnType<typeof openOutput> {
  const output = openOutput(out, world.vault);
  mkdirSync(output.staging);
  writeFileSync(path.join(output.staging, 'index.html'), text);
  return output;
}

function publishOnce(out: string, text: string): void {
  buildInto(out, text).publish({ base: '/sub/' }, ['index.html']);
}

function pageOf(out: string): string {
  return readFileSync(path.join(out, 'index.html'), 'utf8');
}

/** A name as a build gives it, of this machine or another and of a process that has ended. */
function nameLeft(aside: string, machine: string): string {
  const ended = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
  return `dist.${aside}-${machine}-${ended}-0123abcd`;
}
const thisMachine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

describe('publishing a site', () => {
  it('replaces a site of ours and leaves nothing beside it', () => {
    publishOnce(world.out, 'first');
    publishOnce(world.out, 'second');
    expect(pageOf(world.out)).toBe('second');
    expect(readOutputFacts(world.out)?.base).toBe('/sub/');
    expect(readdirSync(world.folder)).toEqual(['dist', 'vault']);
  });

  it('keeps the permissions of the folder that it replaces', () => {
    publishOnce(world.out, 'first');
    chmodSync(world.out, 0o710);
    publishOnce(world.out, 'second');
    expect(statSync(world.out).mode & 0o777).toBe(0o710);
  });

  it('leaves the last site as it was when a build is abandoned', () => {
    publishOnce(world.out, 'first');
    const output = buildInto(world.out, 'second');
    output.abandon();
    expect(pageOf(world.out)).toBe('first');
    expect(existsSync(output.staging)).toBe(false);
  });

  it('leaves the last site as it was when the new one lacks a file, or holds an empty one', () => {
    publishOnce(world.out, 'first');
    const output = buildInto(world.out, 'second');
    writeFileSync(path.join(output.staging, 'empty.html'), '');
    expect(() => output.publish({ base: '/' }, ['index.html', 'search/index.html'])).toThrow('search/index.html');
    expect(() => output.publish({ base: '/' }, ['empty.html'])).toThrow('empty.html');
    expect(pageOf(world.out)).toBe('first');
  });

  it('lets the last of two builds at once win, whole', () => {
    const [one, other] = [buildInto(world.out, 'one'), buildInto(world.out, 'other')];
    other.publish({ base: '/' }, ['index.html']);
    one.publish({ base: '/' }, ['index.html']);
    expect(pageOf(world.out)).toBe('one');
    expect(readdirSync(world.folder)).toEqual(['dist', 'vault']);
  });

  it('replaces the folder that a link leads to, and keeps the link', () => {
    const real = path.join(world.folder, 'www');
    publishOnce(real, 'first');
    symlinkSync('www', world.out);
    publishOnce(world.out, 'second');
    expect(pageOf(real)).toBe('second');
    expect(realpathSync(world.out)).toBe(real);
  });
});

describe('what builds that were killed have left', () => {
  it('is removed, but not what builds that still run are at', () => {
    const running = `dist.building-${thisMachine}-${process.pid}-0123abcd`;
    const left = [nameLeft('building', thisMachine), nameLeft('previous', thisMachine)];
    for (const name of [running, ...left]) mkdirSync(path.join(world.folder, name));
    publishOnce(world.out, 'new');
    expect(readdirSync(world.folder)).toEqual(['dist', running, 'vault']);
  });

  it('stays for a day when another machine made it', () => {
    const [fresh, old] = [nameLeft('building', '00000000'), nameLeft('building', '11111111')];
    for (const name of [fresh, old]) mkdirSync(path.join(world.folder, name));
    const yesterday = Date.now() / 1000 - 100_000;
    utimesSync(path.join(world.folder, old), yesterday, yesterday);
    publishOnce(world.out, 'new');
    expect(readdirSync(world.folder)).toEqual(['dist', fresh, 'vault']);
  });

  it('is put back when it is the site itself', () => {
    publishOnce(world.out, 'first');
    renameSync(world.out, path.join(world.folder, nameLeft('previous', thisMachine)));
    openOutput(world.out, world.vault).abandon();
    expect(pageOf(world.out)).toBe('first');
  });

  it('is not put back when it was half removed', () => {
    publishOnce(world.out, 'first');
    const left = path.join(world.folder, nameLeft('previous', thisMachine));
    renameSync(world.out, left);
    rmSync(path.join(left, '.detectionary.json'));
    openOutput(world.out, world.vault).abandon();
    expect(readdirSync(world.folder)).toEqual(['vault']);
  });
});

describe('a folder that no site may replace', () => {
  const write = (name: string): void => writeFileSync(path.join(world.folder, name), 'years of work');
  const refused: readonly (readonly [what: string, prepare: () => string])[] = [
    [
      'a folder whose mark does not say what was built',
      () => {
        mkdirSync(world.out);
        writeFileSync(path.join(world.out, '.detectionary.json'), '{"base":"/"}');
        writeFileSync(path.join(world.out, 'thesis.txt'), 'years of work');
        return world.out;
      },
    ],
    ['holds files of others', () => (mkdirSync(world.out), write('dist/thesis.txt'), world.out)],
    [
      'is a site of ours to which others added a file',
      () => (publishOnce(world.out, 'x'), write('dist/CNAME'), world.out),
    ],
    [
      'is a site of ours to which others added a link',
      () => (publishOnce(world.out, 'x'), symlinkSync('/etc', path.join(world.out, 'etc')), world.out),
    ],
    ['is a file', () => (write('dist'), world.out)],
    ['lies below a file', () => (write('dist'), path.join(world.out, 'site'))],
    ['is a link to nowhere', () => (symlinkSync('nowhere', world.out), world.out)],
    ['is a link to a file', () => (write('file'), symlinkSync('file', world.out), world.out)],
    ['is the vault', () => world.vault],
    ['lies in the vault', () => path.join(world.vault, 'public/dist')],
    ['is a link into the vault', () => (symlinkSync('vault', world.out), path.join(world.out, 'dist'))],
    ['holds the vault', () => world.folder],
    ['is the root of the disk', () => '/'],
    ['lies where the system makes no folders', () => '/proc/site'],
    ['has a name that leaves no room for one beside it', () => path.join(world.folder, 'x'.repeat(240))],
  ];

  it.each(refused)('%s', (_what, prepare) => {
    const out = prepare();
    const before = readdirSync(world.folder, { recursive: true });
    expect(() => openOutput(out, world.vault)).toThrow(RefusedOutputError);
    expect(readdirSync(world.folder, { recursive: true })).toEqual(before);
  });

  it('is not an empty one, nor one whose files were deleted', () => {
    mkdirSync(world.out);
    publishOnce(world.out, 'first');
    rmSync(path.join(world.out, 'index.html'));
    publishOnce(world.out, 'second');
    expect(pageOf(world.out)).toBe('second');
  });
});
