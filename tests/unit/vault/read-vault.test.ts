import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isVaultFolder, readConfigFile, readSources, readVault } from '../../../src/vault/index.ts';
import { temporaryVault } from './temporary-vault.ts';

const paths = (root: string, exclude: readonly string[] = []): readonly string[] =>
  readVault(root, exclude).notes.map((note) => note.path);
const problems = (root: string): readonly string[] =>
  readVault(root, []).diagnostics.map(({ code, place }) => `${code} ${place.path}`);

describe('readVault', () => {
  test('finds notes and attachments, sorted by code units', () => {
    const root = temporaryVault({
      'b.md': '',
      'B.MD': '',
      'a/z.md': '',
      'a.md': '',
      'ä.md': '',
      'a b/c.md': '',
      'picture.png': '',
      'a/data.csv': '',
      'detectionary.yaml': 'title: T',
    });
    const vault = readVault(root, []);
    expect(vault.notes.map((note) => note.path)).toEqual(['B.MD', 'a b/c.md', 'a.md', 'a/z.md', 'b.md', 'ä.md']);
    expect(vault.attachments).toEqual(['a/data.csv', 'picture.png']);
    expect(vault.configFile?.text).toBe('title: T');
    expect(vault.root).toBe(root);
    expect(vault.diagnostics).toEqual([]);
  });

  test('gives paths in NFC, and two files of one name two paths', () => {
    const root = temporaryVault({
      'cafe\u0301/e\u0301te\u0301.md': 'decomposed',
      'cafe\u0301/e\u0301.png': '',
      'two/\u00e9.md': 'composed',
      'two/e\u0301.md': 'decomposed',
      'three/\u00e9e\u0301.md': 'half composed',
      'three/e\u0301\u00e9.md': 'half composed too',
    });
    const { notes, attachments } = readVault(root, []);
    expect(notes.map(({ path: name, text }) => [name, text])).toEqual([
      ['caf\u00e9/\u00e9t\u00e9.md', 'decomposed'],
      ['three/\u00e9e\u0301.md', 'half composed'],
      ['three/\u00e9\u00e9.md', 'half composed too'],
      ['two/e\u0301.md', 'decomposed'],
      ['two/\u00e9.md', 'composed'],
    ]);
    expect(attachments).toEqual(['caf\u00e9/\u00e9.png']);
    expect(problems(root)).toEqual([]);
  });

  test('reads a note anew that takes the path of another', () => {
    const root = temporaryVault({ '\u00e9.md': 'composed', 'e\u0301.md': 'decomposed' });
    const vault = readVault(root, []);
    rmSync(path.join(root, '\u00e9.md'));
    const isChanged = (file: string): boolean => file === path.join(root, '\u00e9.md');
    expect(readVault(root, [], { vault, isChanged }).notes.map(({ text }) => text)).toEqual(['decomposed']);
  });

  test('leaves out what starts with a dot or is excluded, with all below', () => {
    const root = temporaryVault({
      '.git/x.md': '',
      'sub/.git/x.md': '',
      '.hidden.md': '',
      '.md': '',
      'Private/deep/x.md': '',
      'node_modules/x.md': '',
      'x.md/y.md': '',
    });
    expect(paths(root, ['Private'])).toEqual(['node_modules/x.md', 'x.md/y.md']);
  });

  test('follows links inside the vault and never loops', () => {
    const root = temporaryVault({ 'real/a.md': 'A', '.store/b.md': 'B' });
    symlinkSync('.', path.join(root, 'a-loop'));
    symlinkSync('real', path.join(root, 'a-link'));
    symlinkSync('.store', path.join(root, 'stored'));
    symlinkSync('real/a.md', path.join(root, 'alias.md'));
    expect(paths(root)).toEqual(['alias.md', 'real/a.md', 'stored/b.md']);
    expect(problems(root)).toEqual([]);
  });

  test('reads nothing that git keeps, nor what is excluded, by any link', () => {
    const root = temporaryVault({
      '.git/config': 'url = https://user:secret@example.org',
      'module/.git': 'gitdir: ../.git/modules/module',
      'module/note.md': '',
      'mirror.git/HEAD': 'ref: refs/heads/main',
      'mirror.git/config': 'url = https://user:secret@example.org',
      'mirror.git/objects/a.md': '',
      'mirror.git/refs/heads/main': '',
      'Git/objects/a.md': '',
      'Git/refs/a.md': '',
      'Private/a.md': '',
      'Private/deep/b.md': '',
    });
    symlinkSync('.git', path.join(root, 'repository'));
    symlinkSync('.git/config', path.join(root, 'config.txt'));
    symlinkSync('Private', path.join(root, 'opened'));
    symlinkSync('Private/deep/b.md', path.join(root, 'b.md'));
    const vault = readVault(root, ['Private']);
    expect(vault.notes.map((note) => note.path)).toEqual(['Git/objects/a.md', 'Git/refs/a.md', 'module/note.md']);
    expect(vault.attachments).toEqual([]);
    expect(problems(root).filter((problem) => problem.startsWith('vault/repository'))).toEqual([
      'vault/repository config.txt',
      'vault/repository mirror.git',
      'vault/repository module/.git',
      'vault/repository repository',
    ]);
  });

  test('does not follow links out of the vault', () => {
    const outside = temporaryVault({ 'secret.md': 'secret' });
    const root = temporaryVault({ 'a.md': '' });
    symlinkSync(outside, path.join(root, 'folder'));
    symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'secret.md'));
    symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'detectionary.yaml'));
    mkdirSync(path.join(root, '.obsidian'));
    symlinkSync(path.join(outside, 'secret.md'), path.join(root, '.obsidian/app.json'));
    expect(paths(root)).toEqual(['a.md']);
    expect(problems(root)).toEqual([
      'vault/outside detectionary.yaml',
      'vault/outside folder',
      'vault/outside secret.md',
    ]);
    expect(readConfigFile(root)).toBeUndefined();
  });

  test('reports what cannot be read and goes on', async () => {
    const root = temporaryVault({ 'a.md': '', 'binary.md': new Uint8Array(50), 'huge.md': '' });
    symlinkSync('nowhere.md', path.join(root, 'dangling.md'));
    symlinkSync('round.md', path.join(root, 'round.md'));
    truncateSync(path.join(root, 'huge.md'), 21 * 1024 * 1024);
    const server = createServer().listen(path.join(root, 'socket.md'));
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    expect(paths(root)).toEqual(['a.md']);
    expect(problems(root)).toEqual(
      ['binary.md', 'dangling.md', 'huge.md', 'round.md', 'socket.md'].map((name) => `vault/unreadable ${name}`),
    );
    expect(
      readVault(root, [])
        .diagnostics.map(({ message }) => message)
        .join('\n'),
    ).not.toContain(root);
  });

  test.skipIf(process.getuid?.() === 0)('reports files and folders without permission', () => {
    const root = temporaryVault({ 'a.md': '', 'closed.md': '', 'folder/b.md': '' });
    chmodSync(path.join(root, 'closed.md'), 0);
    chmodSync(path.join(root, 'folder'), 0);
    expect(paths(root)).toEqual(['a.md']);
    expect(problems(root)).toEqual(['vault/unreadable closed.md', 'vault/unreadable folder']);
    chmodSync(path.join(root, 'folder'), 0o755);
  });

  test('places the first byte that is not UTF-8', () => {
    const root = temporaryVault({ 'a.md': Buffer.from('one\r\n\xffsch\x94n', 'latin1') });
    const vault = readVault(root, []);
    expect(vault.notes[0]).toEqual({ path: 'a.md', text: 'one\n\u00A0schön', encoding: 'cp437' });
    expect(vault.diagnostics).toMatchObject([
      { code: 'vault/encoding', severity: 'warning', place: { path: 'a.md', start: { line: 2, column: 1 } } },
    ]);
  });

  test.each([
    ['{"userIgnoreFilters": ["Archive/", "", 3, "/x/"]}', ['Archive/', '/x/']],
    ['{"userIgnoreFilters": null}', []],
    ['{}', []],
    ['no JSON', []],
  ])('reads the filters of app.json: %s', (json, filters) => {
    expect(readVault(temporaryVault({ '.obsidian/app.json': json }), []).ignoreFilters).toEqual(filters);
  });

  test.each([
    ['a folder without settings', {}, 'joined'],
    ['a file of their name', { '.obsidian': '' }, 'joined'],
    ['other settings', { '.obsidian/appearance.json': '{}' }, 'shown'],
    ['settings that say nothing of it', { '.obsidian/app.json': '{"userIgnoreFilters": ["A/"]}' }, 'shown'],
    ['strict line breaks', { '.obsidian/app.json': '\uFEFF{"strictLineBreaks": true}' }, 'joined'],
    ['no strict line breaks', { '.obsidian/app.json': '{"strictLineBreaks": false}' }, 'shown'],
    ['another value', { '.obsidian/app.json': '{"strictLineBreaks": "true"}' }, 'shown'],
    ['no object', { '.obsidian/app.json': 'null' }, 'shown'],
    ['no JSON', { '.obsidian/app.json': '{"strictLineBreaks": true' }, 'shown'],
    ['a file that is too large', { '.obsidian/app.json': `{"strictLineBreaks": true}${' '.repeat(2 ** 20)}` }, 'shown'],
  ])('lines are shown as Obsidian shows them with %s', (_what, files, lineBreaks) => {
    const vault = readVault(temporaryVault({ 'a.md': '', ...files }), ['.obsidian']);
    expect(vault).toMatchObject({ lineBreaks, diagnostics: [] });
  });

  test('reads no settings of Obsidian that lie outside, and sees that there are some', () => {
    const outside = temporaryVault({ 'app.json': '{"strictLineBreaks": true, "userIgnoreFilters": ["A/"]}' });
    const root = temporaryVault({ 'a.md': '' });
    symlinkSync(path.join(root, 'nowhere'), path.join(root, '.obsidian'));
    expect(readVault(root, [])).toMatchObject({ lineBreaks: 'joined', ignoreFilters: [] });
    rmSync(path.join(root, '.obsidian'));
    symlinkSync(outside, path.join(root, '.obsidian'));
    expect(readVault(root, [])).toMatchObject({ lineBreaks: 'shown', ignoreFilters: [] });
  });

  test('a vault that is not there is a diagnostic', () => {
    const root = path.join(temporaryVault({}), 'missing');
    expect(isVaultFolder(root)).toBe(false);
    expect(problems(root)).toEqual(['vault/unreadable .']);
    expect(readConfigFile(root)).toBeUndefined();
  });
});

test('isVaultFolder asks for a folder', () => {
  const root = temporaryVault({ 'a.md': '' });
  expect(isVaultFolder(root)).toBe(true);
  expect(isVaultFolder(path.join(root, 'a.md'))).toBe(false);
  expect(isVaultFolder(path.join(root, 'a.md', 'b'))).toBe(false);
});

test('readConfigFile reads the file at the root', () => {
  const root = temporaryVault({ 'detectionary.yaml': '\uFEFFtitle: T\r\n' });
  expect(readConfigFile(root)).toEqual({ path: 'detectionary.yaml', text: 'title: T\n', encoding: 'utf-8' });
  writeFileSync(path.join(root, 'detectionary.yaml'), new Uint8Array(9));
  expect(readConfigFile(root)).toBeUndefined();
  expect(problems(root)).toEqual(['vault/unreadable detectionary.yaml']);
});

describe('a configuration that cannot be read', () => {
  test.each<[string, (root: string) => void]>([
    ['a link out of the vault', (root) => symlinkSync('/etc/hostname', path.join(root, 'detectionary.yaml'))],
    ['a link to nowhere', (root) => symlinkSync('nowhere', path.join(root, 'detectionary.yaml'))],
    ['a folder', (root) => mkdirSync(path.join(root, 'detectionary.yaml'))],
    ['no text', (root) => writeFileSync(path.join(root, 'detectionary.yaml'), Buffer.alloc(64))],
    ['another ending', (root) => writeFileSync(path.join(root, 'detectionary.yml'), 'publish: tag:public')],
    [
      'too large',
      (root) => (
        writeFileSync(path.join(root, 'detectionary.yaml'), ''),
        truncateSync(path.join(root, 'detectionary.yaml'), 1e9)
      ),
    ],
  ])('leaves it open what may be published: %s', (_, spoil) => {
    const root = temporaryVault({ 'a.md': '' });
    expect(readSources(root).settings.isPublishKnown).toBe(true);
    spoil(root);
    expect(readSources(root).settings).toMatchObject({ config: { title: 'Detectionary' }, isPublishKnown: false });
  });
});

test.each([
  [{ 'Detectionary.yml': 'title: Ours' }, ['Detectionary.yml']],
  [{ 'detectionary.yml': 'publish: tag:public', 'detectionary.yaml': 'title: Ours' }, []],
  [{ 'notes/detectionary.yml': 'publish: tag:public' }, []],
])('of %j, %j is taken for a configuration with a wrong name', (files, misnamed) => {
  const { vault, settings } = readSources(temporaryVault(files));
  const found = vault.diagnostics.filter(({ code }) => code === 'config/misnamed');
  expect(found.map(({ place }) => place.path)).toEqual(misnamed);
  expect(settings.isPublishKnown).toBe(true);
});

describe('readVault after an earlier reading', () => {
  const nothing = (): boolean => false;

  test('reads only notes that may have changed, with what is said of them', () => {
    const root = temporaryVault({ 'a.md': 'A', 'b.md': 'B', 'c.md': Buffer.from('caf\xe9', 'latin1') });
    const vault = readVault(root, []);
    for (const name of ['a.md', 'b.md']) writeFileSync(path.join(root, name), 'new');
    const second = readVault(root, [], { vault, isChanged: (file) => file === path.join(root, 'b.md') });
    expect(second.notes.map(({ text }) => text)).toEqual(['A', 'new', 'café']);
    expect(second.diagnostics.map(({ code }) => code)).toEqual(['vault/encoding']);
    expect(second.diagnostics).toEqual(vault.diagnostics);
  });

  test('sees what is new and what is gone, and forgets what was said of it', () => {
    const root = temporaryVault({ 'a.md': 'A', 'c.md': Buffer.from('caf\xe9', 'latin1') });
    const vault = readVault(root, []);
    rmSync(path.join(root, 'c.md'));
    writeFileSync(path.join(root, 'b.md'), 'B');
    const second = readVault(root, [], { vault, isChanged: nothing });
    expect(second.notes.map(({ text }) => text)).toEqual(['A', 'B']);
    expect(second.diagnostics).toEqual([]);
    expect(readVault(root, ['a.md'], { vault, isChanged: nothing }).notes.map(({ text }) => text)).toEqual(['B']);
  });

  test('reads again every name of a file', () => {
    const root = temporaryVault({ 'real/a.md': 'A' });
    symlinkSync('real/a.md', path.join(root, 'alias.md'));
    const vault = readVault(root, []);
    writeFileSync(path.join(root, 'real/a.md'), 'new');
    const second = readVault(root, [], { vault, isChanged: (file) => file === path.join(root, 'real/a.md') });
    expect(second.notes.map(({ text }) => text)).toEqual(['new', 'new']);
  });
});
