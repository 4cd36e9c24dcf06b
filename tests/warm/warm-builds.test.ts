import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build as buildWithAstro } from 'astro';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/site/index.ts';
import { bytesOf, createBuildWorld, differences, layOutPlainly, stampsOf } from './built-site.ts';
import type { BuildWorld } from './built-site.ts';
import { applyEdit, vaultEdit } from './vault-edits.ts';

const open: { world?: BuildWorld } = {};
const world = (): BuildWorld => {
  if (open.world === undefined) throw new Error('the world is made before the tests');
  return open.world;
};

const RULE = 'Detection Rules/web_scanner_user_agent';

/** Gives a rule another title, in its properties and in its YAML. */
function retitle(title: string): void {
  const text = readFileSync(path.join(world().vault, `${RULE}.md`), 'utf8');
  applyEdit(world().vault, { kind: 'add', name: RULE, text: text.replace(/^title: .*$/gm, `title: ${title}`) });
}

/** The files that were written since, by their paths. */
function writtenSince(before: ReadonlyMap<string, string>): readonly string[] {
  return [...stampsOf(world().out)].filter(([name, stamp]) => before.get(name) !== stamp).map(([name]) => name);
}

/** One file tells of the build, and the part of an index that holds a changed page is a whole. */
const isOfPages = (name: string): boolean => name !== '.detectionary.json' && !name.startsWith('pagefind/');

describe('a build with a cache', () => {
  beforeAll(() => void (open.world = createBuildWorld(layOutPlainly)));
  afterAll(() => open.world?.dispose());

  it('writes nothing when nothing has changed', async () => {
    await world().warm();
    const before = stampsOf(world().out);
    expect(await world().warm()).toContain('nothing has changed since the last build');
    expect(writtenSince(before)).toEqual([]);
  });

  it('is not fooled by a site that somebody has changed', async () => {
    await world().warm();
    const page = path.join(world().out, 'techniques/index.html');
    const before = readFileSync(page, 'utf8');
    writeFileSync(page, before.replace('{', '{ '));
    await world().warm();
    expect(readFileSync(page, 'utf8')).toBe(before);
    rmSync(page);
    await world().warm();
    expect(readFileSync(page, 'utf8')).toBe(before);
  });

  it('writes the pages anew whose content an edit has changed, and no other', async () => {
    await world().warm();
    const [before, stamps] = [bytesOf(world().out), stampsOf(world().out)];
    retitle('Another title');
    await world().warm();
    const changed = differences(before, bytesOf(world().out));
    expect(writtenSince(stamps).filter(isOfPages).sort()).toEqual(changed.filter(isOfPages));
    expect(changed.filter((name) => name.endsWith('.html')).length).toBeGreaterThan(2);
    expect(changed.length).toBeLessThan(before.size / 4);
  });

  it('puts the site before the last in order rather than make all folders anew', async () => {
    const folder = path.join(world().out, 'rules');
    await world().warm();
    const inodes: number[] = [];
    for (const title of ['One title', 'Two titles', 'Three titles', 'Two titles']) {
      retitle(title);
      await world().warm();
      inodes.push(statSync(folder).ino);
    }
    expect(differences(bytesOf(world().out), await world().cold())).toEqual([]);
    expect(inodes[2]).toBe(inodes[0]);
    expect(inodes[3]).toBe(inodes[1]);
    expect(inodes[1]).not.toBe(inodes[0]);
    expect(readdirSync(path.dirname(world().out)).filter((name) => name.includes('.building-'))).toEqual([]);
  });

  it.each([
    ['shows', '{}', 'shown'],
    ['joins', '{"strictLineBreaks": true}', 'joined'],
    ['shows', '{"strictLineBreaks": false}', 'shown'],
  ])('%s the lines of a paragraph when the settings of Obsidian are %s', async (_what, settings, expected) => {
    applyEdit(world().vault, { kind: 'add', name: 'Lines', text: 'one line\nand another\n' });
    await world().warm();
    applyEdit(world().vault, { kind: 'set Obsidian', settings });
    await world().warm();
    const page = readFileSync(path.join(world().out, 'lines/index.html'), 'utf8');
    expect(page.includes('one line<br>')).toBe(expected === 'shown');
    expect(differences(bytesOf(world().out), await world().cold())).toEqual([]);
  });

  it('gives what a build from nothing gives, after fifty random changes', async () => {
    const edits = fc.array(vaultEdit, { minLength: 3, maxLength: 3 });
    const property = fc.asyncProperty(edits, async (some) => {
      const done = some.map((edit) => applyEdit(world().vault, edit));
      await world().warm();
      expect(differences(bytesOf(world().out), await world().cold()), done.join('\n')).toEqual([]);
    });
    // A smaller change of a vault that has changed already is another change: nothing to shrink to.
    await fc.assert(property, { numRuns: 17, endOnFailure: true });
  });

  it('gives it under another base too', async () => {
    await world().warm('/sub/');
    expect(differences(bytesOf(world().out), await world().cold('/sub/'))).toEqual([]);
  });

  it('throws away what is damaged in the cache', async () => {
    await world().warm();
    const packs = readdirSync(world().cache, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pack'),
    );
    expect(packs.length).toBeGreaterThan(2);
    for (const name of packs) {
      const bytes = readFileSync(path.join(world().cache, name));
      for (let at = 100; at < bytes.length; at += 5_000) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(path.join(world().cache, name), bytes);
    }
    applyEdit(world().vault, { kind: 'add', name: 'Another', text: 'text\n' });
    await world().warm();
    expect(differences(bytesOf(world().out), await world().cold())).toEqual([]);
  });
});

describe('a build with a cache and the compiled layouts', () => {
  beforeAll(() => void (open.world = createBuildWorld()));
  afterAll(() => open.world?.dispose());

  it('lays out the pages that an edit has changed, and gives what a build from nothing gives', async () => {
    await world().warm();
    const [before, stamps] = [bytesOf(world().out), stampsOf(world().out)];
    retitle('Another title');
    await world().warm();
    const bytes = bytesOf(world().out);
    const changed = differences(before, bytes).filter(isOfPages);
    expect(changed.length).toBeGreaterThan(2);
    expect(writtenSince(stamps).filter(isOfPages).sort()).toEqual(changed);
    expect(differences(bytes, await world().cold())).toEqual([]);
  });
});

it('a build lays out what Astro itself would lay out', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'laid-out-'));
  const [ours, astros] = [path.join(folder, 'ours'), path.join(folder, 'astros')];
  await buildSite({ vault: 'content', out: ours, base: undefined, site: undefined });
  await buildWithAstro({ root: process.cwd(), logLevel: 'error', outDir: astros });
  expect(differences(bytesOf(ours), bytesOf(astros))).toEqual(['.detectionary.json']);
  rmSync(folder, { recursive: true });
});
