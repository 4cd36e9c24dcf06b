import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configJsonSchema, defaultConfig, readConfig } from '../../../src/domain/index.ts';
import { vaultPath } from '../../../src/source/index.ts';

const read = (text: string) => readConfig({ path: vaultPath('detectionary.yaml'), text, encoding: 'utf-8' });
const problems = (text: string) =>
  read(text).diagnostics.map(
    ({ code, place: { start, end }, message, hint }) =>
      `${start.line}:${start.column}-${end.line}:${end.column} ${code} ${message}; ${hint}`,
  );

describe('readConfig', () => {
  test.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['comments alone', '# nothing yet\n'],
    ['empty values', 'title:\nkinds:\n  rule:\nexclude:\npublish: ~\n'],
  ])('%s gives the defaults', (_, text) => {
    expect(text === undefined ? readConfig(undefined) : read(text)).toMatchObject({
      config: defaultConfig,
      diagnostics: [],
    });
  });

  test('reads every setting', () => {
    const text =
      "title: T\nkinds: {technique: 'tag:t', rule: 'path:r', test: x}\nexclude: [A, B]\npublish: -tag:private\n" +
      'diagnostics: {links/broken: error, query/no-results: off}\nnoindex: true\n' +
      'editUrl: https://git.example/edit/{path}\nlineBreaks: shown\n';
    expect(read(text)).toMatchObject({
      config: {
        title: 'T',
        kinds: { technique: 'tag:t', rule: 'path:r', test: 'x' },
        exclude: ['A', 'B'],
        publish: '-tag:private',
        diagnostics: { 'links/broken': 'error', 'query/no-results': 'off' },
        noindex: true,
        editUrl: 'https://git.example/edit/{path}',
        lineBreaks: 'shown',
      },
      diagnostics: [],
    });
  });

  test.each([
    ['', ['technique', 'rule', 'test']],
    ['kinds:\n  test: a\n  rule: b\n  technique: c', ['test', 'rule', 'technique']],
    ['kinds:\n  test: a', ['test', 'technique', 'rule']],
    ['kinds:\n  test: 1\n  rule: b', ['test', 'rule', 'technique']],
  ])('keeps the order of kinds in %j', (text, order) => {
    expect(Object.keys(read(text).config.kinds)).toEqual(order);
  });

  test.each([
    ['titel: T', ['1:1-1:6 config/unknown-key there is no setting “titel”; did you mean “title”?']],
    ['Title: T', ['1:1-1:6 config/unknown-key there is no setting “Title”; did you mean “title”?']],
    [
      'kinds:\n  tecnique: x',
      ['2:3-2:11 config/unknown-key there is no setting “kinds.tecnique”; did you mean “kinds.technique”?'],
    ],
    ['rule: x', ['1:1-1:5 config/unknown-key there is no setting “rule”; did you mean “kinds.rule”?']],
    [
      'colour: red',
      [
        '1:1-1:7 config/unknown-key there is no setting “colour”; ' +
          'known settings: title, kinds, kinds.technique, kinds.rule, kinds.test, exclude, publish, editUrl, lineBreaks, diagnostics, noindex',
      ],
    ],
    [
      'diagnostics: {links/brokn: error}',
      [
        '1:15-1:26 config/unknown-key there is no setting “diagnostics.links/brokn”; did you mean “diagnostics.links/broken”?',
      ],
    ],
    [
      'diagnostics:\n  links/broken: fatal',
      [
        '2:17-2:22 config/invalid-value the value of “diagnostics.links/broken” does not fit; ' +
          'expected one of error, warning, info, off',
      ],
    ],
    ['diagnostics: off', [expect.stringContaining('1:14-1:17 config/invalid-value the value of “diagnostics”')]],
    ['diagnostics: {toString: off}', [expect.stringContaining('config/unknown-key')]],
    ['__proto__: 1\nempty:', [expect.stringContaining('“__proto__”'), expect.stringContaining('“empty”')]],
    [
      'title: 2024',
      [
        '1:8-1:12 config/invalid-value the value of “title” does not fit; expected text; put a number or a date in quotes',
      ],
    ],
    ['title: ""', ['1:8-1:10 config/invalid-value the value of “title” does not fit; expected text that is not empty']],
    ['lineBreak: joined', ['1:1-1:10 config/unknown-key there is no setting “lineBreak”; did you mean “lineBreaks”?']],
    [
      'lineBreaks: strict',
      ['1:13-1:19 config/invalid-value the value of “lineBreaks” does not fit; expected one of shown, joined'],
    ],
    ['noindex: yes', ['1:10-1:13 config/invalid-value the value of “noindex” does not fit; expected true or false']],
    [
      'editUrl: javascript:{path}',
      [
        '1:10-1:27 config/invalid-value the value of “editUrl” does not fit; ' +
          'expected an address that begins with https:// and holds {path}',
      ],
    ],
    [`title: ${'t'.repeat(501)}`, [expect.stringMatching(/“title” does not fit; expected text of at most 500 char/)]],
    [`# ${'c'.repeat(500_000)}`, [expect.stringContaining('it is longer than 500000 characters')]],
    ['editUrl: https://git.example/', [expect.stringContaining('1:10-1:30 config/invalid-value')]],
    ['exclude: x', [expect.stringContaining('1:10-1:11 config/invalid-value the value of “exclude” does not fit')]],
    ['exclude:\n  - a\n  - 3', [expect.stringContaining('3:5-3:6 config/invalid-value the value of “exclude.1”')]],
    ...['(a+)+b', '*a*a*a*a*b', '**/**/a/**/**/b/**', '{a,a}'.repeat(6), '{*a,b}*{c,*d}*{{e,*f},g}*'].map(
      (glob): [string, unknown[]] => [
        `exclude: [a, '${glob}']`,
        [expect.stringMatching(/^1:14-.*config\/invalid-value .*“exclude.1”.*a glob without parentheses/)],
      ],
    ),
    ["exclude: ['**/{*.tmp,*.bak,*.old,*.swp,*.log}', '*-*-*-*/*-*-*-*.md', 'C++/**', '**/[ab]?/**']", []],
    ['kinds: [x]', [expect.stringContaining('1:8-1:11 config/invalid-value the value of “kinds” does not fit')]],
    ['just words', [expect.stringContaining('1:1-1:11 config/invalid-value the value of “detectionary.yaml”')]],
    ['title: *none', [expect.stringContaining('1:8-1:13 config/invalid-value the value of “title” does not fit')]],
    ['title: T\nexclude: [a', [expect.stringContaining('config/invalid-yaml')]],
    ['title: T\ntitle: U', [expect.stringContaining('2:1-2:6 config/invalid-yaml')]],
    ['title: T\n---\ntitle: U', [expect.stringContaining('2:1-3:9 config/invalid-yaml')]],
    ['[[[', [expect.stringContaining('config/invalid-value'), expect.stringContaining('config/invalid-yaml')]],
  ])('reports %j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('a mistake costs itself only', () => {
    const { config } = read(
      'title: T\nkinds:\n  rule: 3\n  test: t\n  other: x\nexclude: [a, 4, b]\npublish: [x]\nmore: y\n',
    );
    expect(config).toEqual({
      title: 'T',
      kinds: { ...defaultConfig.kinds, test: 't' },
      exclude: ['a', 'b'],
      publish: '',
      diagnostics: {},
      noindex: false,
    });
  });

  test('an address is checked in the time that reading it takes', () => {
    const { config } = read(`editUrl: "https://${'{path}'.repeat(80_000)} "`);
    expect(config.editUrl).toBeUndefined();
  });

  test('deep nesting and many aliases end in bounded time', { timeout: 30_000 }, () => {
    expect(read(`title: ${'['.repeat(10_000)}`).config).toEqual(defaultConfig);
    const bomb = ['a: &a [x]', ...Array.from({ length: 40 }, (_, n) => `b${n}: &b${n} [*a, *a, *a]`)].join('\n');
    expect(read(bomb).config).toEqual(defaultConfig);
  });
});

test('the JSON Schema for editors is up to date', () => {
  const file = new URL('../../../docs/detectionary.schema.json', import.meta.url);
  if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(configJsonSchema(), undefined, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(configJsonSchema());
});

describe('what is known of publishing', () => {
  test.each([
    ['publish: -tag:private', true],
    ['title: 5', true],
    ['publish: [a]', false],
    ['publish: 5', false],
    ["publish: '-tag:x\ntitle: y", false],
    ["title: 'x", true],
    ['publsh: tag:x', false],
    ['Publish: tag:x', false],
    ['kinds:\n  publish: tag:x', false],
    ['titel: x', true],
    ['- publish: tag:x', false],
    ['- title', true],
    ['title: x\n---\npublish: tag:x', false],
    ['site: &s {publish: -tag:x}\n<<: *s', false],
    ['site: {publish: -tag:x}', false],
    ['site: {a: [{publish: -tag:x}]}\npublish: -tag:y', false],
    ['<<: *s', false],
    ['site: {a: b}\npublish: -tag:x', true],
    [`publish: -tag:x\n# ${'c'.repeat(500_000)}`, false],
  ])('%j: %s', (text, isKnown) => {
    expect(read(text).isPublishKnown).toBe(isKnown);
  });

  test('gives the place of a setting', () => {
    expect(read('kinds:\n  rule: tag:r').placeOf('kinds.rule').start).toEqual({ line: 2, column: 9 });
    expect(read('title: x').placeOf('publish').start).toEqual({ line: 1, column: 1 });
  });
});
