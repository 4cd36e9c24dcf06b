import { mkdirSync, symlinkSync, truncateSync, writeFileSync, chmodSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Files, HostileCase } from '../hostile-case.ts';

const NAMES: Readonly<Record<string, string>> = {
  emoji: '🔥 Fire 👩‍💻.md',
  quotes: `"double" 'single' \`tick\`.md`,
  hash: 'C# and #tag.md',
  question: 'what?x=1&y=2.md',
  percent: '100% %2f%2e%2e%00.md',
  dots: '....md',
  'dots-above': '..%2f..%2fescape.md',
  'trailing-dot': 'dot..md',
  'trailing-space': 'space .md',
  'leading-space': ' space.md',
  'leading-dash': '--out=x.md',
  newline: 'two\nlines.md',
  tab: 'a\tb.md',
  escape: 'a\u001B[31mred.md',
  direction: 'a\u202Edm.exe.md',
  element: '<img src=x onerror=alert(1)>.md',
  'end-of-script': '<⁄script><script>alert(1)<⁄script>.md',
  'only-signs': '!!!.md',
  'only-emoji': '🔥.md',
  'no-name': '.hidden.md',
  long: `${'n'.repeat(252)}.md`,
  'long-script': `${'語'.repeat(84)}.md`,
  expanding: `${'\uFDFA'.repeat(80)}.md`,
  'case-fold': 'ﬀﬁﬂ İıẞß.md',
  brackets: '[[x]] [y](z).md',
  pipe: 'a|b^c.md',
  colon: 'a:b*c<d>.md',
  dollar: '$(touch x) `id` ;rm -rf ~.md',
  glob: '*{a,b}[!c]?.md',
  extension: 'NOTE.MD',
  separators: 'a\u2028b.md',
  'only-direction': '\u200F.md',
  'only-accent': '\u0301.md',
  'only-space': ' .md',
  'two-dots': '..md',
  'carriage-return': 'a\r.md',
  'no-number': '%zz%.md',
  'page-of-page': 'index.html.md',
  'folder-of-note': 'a.md/b.md',
  'folder-device': 'con/nul.md',
  'folder-of-dots': 'x./y .md',
  'folder-element': '"onmouseover="alert(1)/<svg onload=alert(1)>.md',
  scheme: 'javascript:alert(1).md',
  host: 'https:/evil.example.md',
  replacement: "$&$'{path}.md",
  digits: 'T１００３.md',
  'last-character': '\u{10FFFF}\uFFFC.md',
};

const RESERVED = [
  'index',
  '404',
  'con',
  'nul',
  'aux',
  'api',
  'pagefind',
  '_astro',
  'search',
  'search-ids',
  'coverage',
  'techniques',
  'rules',
  'tests',
  'tags',
  'tactics',
  'platforms',
  'data-sources',
  'log-sources',
  'layers',
  'files',
  'notes',
  'matrix',
  'CNAME',
  '_headers',
  '_redirects',
  'robots',
  'sitemap',
  'favicon',
  'favicon.ico',
  '.detectionary.json',
  'package.json',
  'node_modules',
  'feed.xml',
  '__proto__',
  'constructor',
  'index.html',
  'sitemap.xml',
  'site.webmanifest',
  'theme.js',
];

const named = (name: string): string => `# ${name}\n\nThe end.\n`;

/** Harm in names of files, and what is no file. */
export const names: readonly HostileCase[] = [
  ...Object.entries(NAMES).map(([name, file]): HostileCase => ({
    name: `name-${name}`,
    files: { [file]: `The end.\n\n[[${file.replace(/\.md$/, '')}]] ![[${file}]] [x](<${file.replace(/\n/g, '')}>)\n` },
    ...(file.startsWith('.') && !file.startsWith('..')
      ? {}
      : { pages: file.startsWith('.') ? {} : { [file]: ['The end.'] } }),
  })),
  {
    name: 'name-twins',
    files: Object.fromEntries(
      [
        'Same.md',
        'same.md',
        'SAME.md',
        'sa-me.md',
        'sa me.md',
        'sa--me!.md',
        'é.md',
        'e\u0301.md',
        'sa me/index.md',
        'sa-me/x.md',
        'same/x.md',
      ].map((file) => [file, named(file)]),
    ),
    pages: Object.fromEntries(
      [
        'Same.md',
        'same.md',
        'SAME.md',
        'sa-me.md',
        'sa me.md',
        'sa--me!.md',
        'é.md',
        'e\u0301.md',
        'sa me/index.md',
      ].map((file) => [file, ['The end.']]),
    ),
    codes: ['graph/duplicate-address'],
  },
  {
    name: 'name-rooms-by-tag',
    files: {
      'api.md': `---\ntags: [techniques]\n---\n${named('api')}`,
      'index.md': `---\ntags: [detection_rule]\n---\n${named('index')}`,
      'T1003.md': `---\ntags: [techniques]\n---\n${named('T1003')}`,
      'T1003 again.md': `---\ntags: [techniques]\n---\n# T1003\n\nThe end.\n`,
      't1003_.md': `---\ntags: [techniques]\n---\n# T1003\n\nThe end.\n`,
    },
    pages: {
      'api.md': ['The end.'],
      'index.md': ['The end.'],
      'T1003.md': ['The end.'],
      'T1003 again.md': ['The end.'],
    },
  },
  {
    name: 'rule-ids',
    files: Object.fromEntries(
      [
        '../../x',
        '.',
        '..',
        '%2e%2e',
        'a/b',
        '/etc/passwd',
        '<script>',
        '11111111-2222-4333-8444-555555555555',
        '11111111-2222-4333-8444-555555555555',
        '[a, b]',
        '{a: b}',
        '&a x',
        'null',
        '1e400',
        '',
      ].map((id, at) => [
        `rule ${at}.md`,
        `---\ntags: [detection_rule]\n---\n# Rule ${at}\n\n\`\`\`yaml\ntitle: Rule ${at}\nid: ${id}\nlogsource: {product: ../../x, category: .., service: .}\ndetection:\n  a: {b: c}\n  condition: a\n\`\`\`\n\nThe end.\n`,
      ]),
    ),
    pages: Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`rule ${at}.md`, ['The end.']])),
    codes: ['sigma/invalid-id', 'graph/duplicate-id'],
  },
  {
    name: 'tag-names',
    files: {
      'Note.md': `---\ntags: ["../..", "a//b", "/", ".", "..", "a/../../b", "${'a/'.repeat(10_000)}b", "${'t'.repeat(10_000)}", "${'語'.repeat(3_000)}", "index.html", "a|b", "con", "a/index", "%2e%2e", "${'\uFDFA'.repeat(80)}"]\n---\n# Tags\n\nThe end.\n\n#${'x/'.repeat(10_000)}y #${'z'.repeat(10_000)} #a//b #/ #../.. #-/- #日本/語\n`,
    },
    pages: { 'Note.md': ['The end.'] },
  },
  {
    name: 'value-names',
    files: {
      'Note.md': `---\ntags: [detection_rule]\n---\n# Long\n\n\`\`\`yaml\ntitle: ${'t'.repeat(5_000)}\nlogsource: {product: ${'p'.repeat(5_000)}, category: ${'語'.repeat(2_000)}, service: ${'\uFDFA'.repeat(500)}}\nlevel: ${'l'.repeat(5_000)}\ndetection:\n  a: {b: c}\n  condition: a\n\`\`\`\n\nThe end.\n`,
      'Technique.md': `---\ntags: [techniques]\n---\n# T1007\n\n## Tactics\n- ${'t'.repeat(5_000)}\n\n**Platforms**: ${'p'.repeat(5_000)}\n\n**Data Sources**: ${'s'.repeat(5_000)}: ${'c'.repeat(5_000)}\n\nThe end.\n`,
      [`T1009 ${'n'.repeat(200)}.md`]: `---\ntags: [atomic_test]\n---\n# ${'r'.repeat(5_000)}\n\nThe end.\n`,
    },
    pages: { 'Note.md': ['The end.'], 'Technique.md': ['The end.'] },
  },
  {
    name: 'deep-folders',
    files: {
      [`${'d'.repeat(200)}/${'e'.repeat(200)}/${'f'.repeat(200)}/${Array.from({ length: 60 }, (_, at) => `folder-number-${at}`).join('/')}/Note.md`]:
        named('Deep'),
    },
    pages: {
      [`${'d'.repeat(200)}/${'e'.repeat(200)}/${'f'.repeat(200)}/${Array.from({ length: 60 }, (_, at) => `folder-number-${at}`).join('/')}/Note.md`]:
        ['The end.'],
    },
  },
  {
    name: 'links-on-disk',
    files: {
      'Note.md':
        '# Links\n\n![[Out]] ![[image.png]] [[Pipe]] ![[folder.md]] [a](/etc/passwd) [b](../../../../etc/passwd) ![[/etc/passwd]] [c](file.txt)\n\nThe end.\n',
      'folder.md/inner.md': 'The end.\n',
    },
    make: (folder, outside) => {
      symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'Out.md'));
      symlinkSync(path.join(outside, 'secret.png'), path.join(folder, 'image.png'));
      symlinkSync(outside, path.join(folder, 'outside'));
      symlinkSync('.', path.join(folder, 'loop'));
      symlinkSync('two', path.join(folder, 'one'));
      symlinkSync('one', path.join(folder, 'two'));
      symlinkSync('nowhere.md', path.join(folder, 'Nowhere.md'));
      symlinkSync('/dev/zero', path.join(folder, 'Zero.md'));
      symlinkSync('/proc/self/environ', path.join(folder, 'Environment.md'));
      symlinkSync('/etc', path.join(folder, 'etc'));
      symlinkSync('Note.md', path.join(folder, 'Alias.md'));
      execFileSync('mkfifo', [path.join(folder, 'Pipe.md'), path.join(folder, 'pipe.png')]);
    },
    pages: { 'Note.md': ['The end.'], 'folder.md/inner.md': ['The end.'], 'Alias.md': ['The end.'] },
    codes: ['vault/outside', 'vault/unreadable'],
  },
  {
    name: 'repositories',
    files: {
      'Note.md': '![[config]] [x](.git/config) [y](.obsidian/app.json)\n\nThe end.\n',
      'inner/.git/config': 'git-canary-4711',
      'inner/.git/HEAD.md': 'git-canary-4711',
      '.obsidian/plugins/x/main.js': 'obsidian-canary-4711',
      '.obsidian/workspace.md': 'obsidian-canary-4711',
      '.env': 'dot-canary-4711',
    },
    make: (folder) => {
      mkdirSync(path.join(folder, 'work'), { recursive: true });
      writeFileSync(path.join(folder, 'work/.git'), 'gitdir: /elsewhere/git-canary-4711\n');
      symlinkSync('inner/.git/config', path.join(folder, 'Config.md'));
    },
    pages: { 'Note.md': ['The end.'] },
    codes: ['vault/repository'],
  },
  {
    name: 'bare-repository',
    files: {
      'Note.md': '![[config]] [x](mirror.git/config) [[page]]\n\nThe end.\n',
      'mirror.git/config': 'git-canary-4711',
      'mirror.git/HEAD': 'git-canary-4711',
      'mirror.git/objects/page.md': 'git-canary-4711',
      'mirror.git/refs/heads/main': 'git-canary-4711',
    },
    pages: { 'Note.md': ['The end.'] },
    codes: ['vault/repository'],
  },
  {
    name: 'attachments-that-claim-gigabytes',
    // What is too large is linked alone: as a picture it would be looked for in vain when the page is opened.
    files: { 'Note.md': '[[a.svg]] ![[b.svg]] [[c.html]] [[d.xml]] ![[e.mp4]]\n\nThe end.\n' },
    make: (folder) => {
      const sizes = { 'a.svg': 3e9, 'b.svg': 6e8, 'c.html': 6e8, 'd.xml': 6e8, 'e.mp4': 3e9 };
      for (const [name, size] of Object.entries(sizes)) {
        writeFileSync(path.join(folder, name), '');
        truncateSync(path.join(folder, name), size); // takes no room on the disk
      }
    },
    pages: { 'Note.md': ['The end.'] },
  },
  {
    name: 'unreadable',
    files: { 'Locked.md': 'x', 'Note.md': '[[Locked]]\n\nThe end.\n', 'locked/x.md': 'x' },
    make: (folder) => {
      chmodSync(path.join(folder, 'Locked.md'), 0);
    },
    pages: { 'Note.md': ['The end.'] },
  },
  {
    name: 'bytes',
    files: {
      'Binary.md': Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256),
      'Nul.md': `a\0b\n\n${'lorem '.repeat(20)}\n\nThe end.\n`,
      'Nuls.md': new Uint8Array(100_000),
      'Utf16le.md': Buffer.from('\uFEFF# Wide\n\nThe end.\n', 'utf16le'),
      'Utf16be.md': Buffer.from('\uFEFF# Wide\n\nThe end.\n', 'utf16le').swap16(),
      'Utf16 odd.md': Buffer.concat([Buffer.from('\uFEFF# Wide\n\nThe end.\n', 'utf16le'), Buffer.from([0xd8])]),
      'Mark.md': '\uFEFF---\ntitle: Marked\n---\n\nThe end.\n',
      'Latin.md': Buffer.from('# Caf\xe9\n\nThe end.\n', 'latin1'),
      'Bad.md': Buffer.concat([
        Buffer.from('# Bad \n\nThe end. '),
        Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80]),
      ]),
      'Carriage.md': '---\r\ntitle: x\r\n---\r\n# A\r\rThe end.\r\n',
      'Empty.md': '',
      'Space.md': ' \n\t\n',
      'Only.md': '---\n---\n',
      'Cut.md': '---',
    },
    pages: {
      'Nul.md': ['The end.'],
      'Utf16le.md': ['The end.'],
      'Utf16be.md': ['The end.'],
      'Mark.md': ['The end.'],
      'Latin.md': ['Café'],
      'Bad.md': ['The end.'],
      'Carriage.md': ['The end.'],
      'Empty.md': [],
      'Space.md': [],
      'Only.md': [],
      'Cut.md': [],
    },
    codes: ['vault/unreadable', 'vault/encoding'],
  },
  {
    name: 'attachments',
    files: {
      'Note.md':
        '![[run.svg]] ![[run.html]] [[run.html]] [s](run.svg) [x](run.xhtml) [m](run.mht) ![[odd # ? % name.png]] ![a](<odd # ? % name.png>) ![[run.js]] ![[run.pdf]] ![[missing.png]] ![[huge.png|99999x99999]] <img src="run.svg"> <a href="run.html">h</a> ![[.htaccess]] ![[_headers]] ![[noext]] ![[dots..png]]\n\nThe end.\n',
      'run.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>',
      'run.html': '<script>alert(1)</script>',
      'run.xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>',
      'run.mht': 'x',
      'run.js': 'alert(1)',
      'run.pdf': '%PDF-1.4 /JS (app.alert(1))',
      'odd # ? % name.png': 'x',
      'huge.png': 'x',
      noext: '<script>alert(1)</script>',
      'dots..png': 'x',
      _headers: '/*\n  Content-Security-Policy: script-src *\n',
      'index.html': '<script>alert(1)</script>',
      'api/graph.json': '{"owned":true}',
    },
    pages: { 'Note.md': ['The end.'] },
    codes: ['links/broken'],
  },
];

/** Notes at the vault's root whose names are those of the site's own addresses. */
export const reservedNotes: Files = {
  ...files(RESERVED.map((name) => `${name}.md`)),
  ...files(['api', 'files', 'pagefind', 'rules', '_astro'].map((name) => `${name}/graph.json.md`)),
};

function files(paths: readonly string[]): Files {
  return Object.fromEntries(paths.map((file) => [file, named(file)]));
}
