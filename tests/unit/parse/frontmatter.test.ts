import { describe, expect, it } from 'vitest';
import type { PropertyValue } from '../../../src/parse/index.ts';
import { readText } from './outline.ts';

/** A value in short: its kind and text, its parts if it has any. */
function short(value: PropertyValue): unknown {
  if (value.kind === 'list') return value.items.map(short);
  if (value.kind === 'map') return Object.fromEntries(value.entries.map(({ name, value }) => [name, short(value)]));
  return `${value.kind} ${value.text}`;
}

function properties(yaml: string): readonly (readonly [string, unknown])[] {
  return readText(`---\n${yaml}\n---\n`).frontmatter.properties.map(({ name, value }) => [name, short(value)]);
}

function problems(text: string): readonly string[] {
  return readText(text).diagnostics.map(({ code, place: { start } }) => `${code} ${start.line}:${start.column}`);
}

it('holds no half of a character', () => {
  expect(properties('"a\\uD800": "b\\uDC00"')).toEqual([['a\uFFFD', 'text b\uFFFD']]);
});

describe('where it is', () => {
  it.each([
    ['---\na: 1\n---\nb', { state: 'valid', end: 12, count: 1 }],
    ['---\na: 1\n---', { state: 'valid', end: 12, count: 1 }],
    ['---\n---\nb', { state: 'valid', end: 7, count: 0 }],
    ['---\n\n---\nb', { state: 'valid', end: 8, count: 0 }],
    ['---\n# only a comment\n---\nb', { state: 'valid', end: 24, count: 0 }],
    ['---\na: |\n  ---\n  b\n---\n', { state: 'valid', end: 22, count: 1 }],
    ['---\na: 1\n---b: 2\n---\n', { state: 'valid', end: 20, count: 2 }],
    ['---\na: 1\n--- \nb: 2\n---\n', { state: 'recovered', end: 22, count: 1 }],
    ['---\na: 1\n', { state: 'none', end: undefined, count: 0 }],
    ['--- \na: 1\n---\n', { state: 'none', end: undefined, count: 0 }],
    ['\n---\na: 1\n---\n', { state: 'none', end: undefined, count: 0 }],
    ['----\na: 1\n----\n', { state: 'none', end: undefined, count: 0 }],
    ['a', { state: 'none', end: undefined, count: 0 }],
    ['', { state: 'none', end: undefined, count: 0 }],
    ['---js\na: 1\n---\n', { state: 'none', end: undefined, count: 0 }],
  ])('%j', (text, { state, end, count }) => {
    const { frontmatter } = readText(text);
    expect(frontmatter.state).toBe(state);
    expect(frontmatter.span).toEqual(end === undefined ? undefined : { start: 0, end });
    expect(frontmatter.properties).toHaveLength(count);
  });

  it('stands in the tree as a yaml node, whatever it holds, and the body keeps its places', () => {
    const text = '---\na: 1\n---b: 2\n---\n\n# T';
    const [yaml, heading] = readText(text).tree.children;
    expect(yaml).toMatchObject({ type: 'yaml', value: 'a: 1\n---b: 2', position: { end: { offset: 20 } } });
    expect(heading?.position?.start).toEqual({ line: 6, column: 1, offset: 22 });
  });
});

describe('values are what the author wrote', () => {
  it.each([
    ['a: 1.0', [['a', 'number 1.0']]],
    ['a: 2017-05-31', [['a', 'text 2017-05-31']]],
    ['a: "2018/09/09"', [['a', 'text 2018/09/09']]],
    ["a: 'it''s'", [['a', "text it's"]]],
    ['a: yes', [['a', 'text yes']]],
    [
      'a: true\nb: False',
      [
        ['a', 'boolean true'],
        ['b', 'boolean False'],
      ],
    ],
    [
      'a:\nb: ~\nc: null',
      [
        ['a', 'null '],
        ['b', 'null ~'],
        ['c', 'null null'],
      ],
    ],
    ['a: 00000429', [['a', 'number 00000429']]],
    ['a: [b, 1]', [['a', ['text b', 'number 1']]]],
    ['a:\n  - b\n  -\n', [['a', ['text b', 'null ']]]],
    ['a: {b: {c: d}}', [['a', { b: { c: 'text d' } }]]],
    ['a: |\n  b\n  c', [['a', 'text b\nc\n']]],
    [
      '__proto__: a\nconstructor: b',
      [
        ['__proto__', 'text a'],
        ['constructor', 'text b'],
      ],
    ],
    ['1: a', [['1', 'text a']]],
    [
      'a: &x [b]\nc: *x',
      [
        ['a', ['text b']],
        ['c', ['text b']],
      ],
    ],
    ['<<: a', [['<<', 'text a']]],
    ['a: !!js/function "b"', [['a', 'text b']]],
  ] as const)('%j', (yaml, expected) => {
    expect(properties(yaml)).toEqual(expected);
    expect(readText(`---\n${yaml}\n---\n`).frontmatter.state).toBe('valid');
  });

  it('keeps spans as offsets into the file', () => {
    const text = '---\nname: "a b"\nlist: [c, dd]\n---\n';
    const { properties } = readText(text).frontmatter;
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect(properties.map(({ nameSpan, value }) => [slice(nameSpan), slice(value.span)])).toEqual([
      ['name', '"a b"'],
      ['list', '[c, dd]'],
    ]);
    const list = properties[1]?.value;
    expect(list?.kind === 'list' && list.items.map(({ span }) => slice(span))).toEqual(['c', 'dd']);
  });
});

describe('mistakes', () => {
  it.each([
    ['---\ntitle: a\ntags: [, b]\n---\n', ['frontmatter/invalid-yaml 3:8']],
    ['---\na: 1\nb: 2\na: 3\n---\n', ['frontmatter/invalid-yaml 4:1']],
    ['---\na: b: c\n---\n', ['frontmatter/invalid-yaml 2:4']],
    ['---\njust text\n---\n', ['frontmatter/invalid-yaml 2:1']],
    ['---\n- a\n---\n', ['frontmatter/invalid-yaml 2:1']],
    ['---\na: *b\n---\n', ['frontmatter/invalid-yaml 2:4']],
    ['---\na: &b [*b]\n---\n', ['frontmatter/invalid-yaml 2:8']],
    ['---\na: 1\n', ['frontmatter/unclosed 1:1']],
    ['---js\na: 1\n---\n', ['frontmatter/language 1:1']],
    ['---coffee\na: 1\n---\n', ['frontmatter/language 1:1']],
    ['---\na: b\n---\n', []],
    ['--- \na: 1\n---\n', ['frontmatter/overlooked 1:1']],
    ['---\t\n# a comment\n\n"a b": 1\n--- \n', ['frontmatter/overlooked 1:1']],
    ['\n---\na: 1\n---\n', ['frontmatter/overlooked 2:1']],
    [' \n\n---\ntags:\n  - b\n...\n', ['frontmatter/overlooked 3:1']],
    [' ---\na: 1\n---\n', ['frontmatter/overlooked 1:1']],
    ['--- \n\n# Title\n\n---\n', []],
    ['\n---\nA text.\n\n---\n', []],
    ['\n---\nhttps://example.org\n\n---\n', []],
    ['\n---\n- a: b\n\n---\n', []],
    ['\n---\na: 1\n', []],
    ['x\n\n---\na: 1\n---\n', []],
    ['    ---\n    a: 1\n    ---\n', []],
    ['---\na: 1\n--- \n\ntext\n\n---\n', ['frontmatter/invalid-yaml 3:1']],
    ['---\na: 1\n---\t\n# T\n---\n', ['frontmatter/invalid-yaml 3:1']],
    ['---\na: 1\n...\n\ntext\n\n---\n', ['frontmatter/invalid-yaml 3:1']],
    ['---\na: 1\n... \n# T\n---\n', ['frontmatter/invalid-yaml 3:1']],
    ['---\na: 1\n--- text\n---\n', ['frontmatter/invalid-yaml 3:1']],
    ['---\na: 1\n...\n\n---\n', []],
    ['---\n# x\n--- \na: 1\n---\n', []],
    ['---\na: |\n  ...\n  b\n---\n', []],
  ] as const)('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each([
    ['--- ', 'the line that should end it has a space behind its ---'],
    ['...', 'the line that should end it is ... and not ---'],
    ['--- x', 'the line that should end it goes on behind its ---'],
  ])('says of the end %j what is wrong with it', (end, problem) => {
    const { diagnostics } = readText(`---\na: 1\n${end}\ntext: x\n---\n`);
    expect(diagnostics.map(({ message }) => message)).toEqual([`the frontmatter is not valid YAML: ${problem}`]);
  });

  it('recovers what can be read of invalid YAML', () => {
    const note = readText('---\ntitle: a\ntags: [, b]\n---\n');
    expect(note.frontmatter.state).toBe('recovered');
    expect(note.frontmatter.properties.map(({ name }) => name)).toEqual(['title', 'tags']);
    expect(note.tags).toMatchObject([{ name: 'b', origin: 'recovered' }]);
  });

  it('never runs another language', () => {
    const note = readText('---js\n{ a: globalThis.evaluated = true }\n---\n');
    expect(note.frontmatter.properties).toEqual([]);
    expect(Object.hasOwn(globalThis, 'evaluated')).toBe(false);
  });

  it('stops a bomb of aliases', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let level = 1; level < 40; level += 1) lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    const note = readText(`---\n${lines.join('\n')}\n---\n`);
    expect(note.frontmatter.state).toBe('recovered');
    expect(note.diagnostics.map(({ code }) => code)).toEqual(['frontmatter/invalid-yaml']);
    expect(JSON.stringify(note.frontmatter.properties).length).toBeLessThan(1_000_000);
  });

  it('stops aliases that repeat a long text', () => {
    const note = readText(`---\na: &a ${'x '.repeat(25_000)}\ntags: [${'*a, '.repeat(20)}]\n---\n`);
    expect(note.diagnostics.map(({ code }) => code)).toContain('frontmatter/invalid-yaml');
    expect(note.tags).toHaveLength(10 * 25_000); // 49,999 characters each, of 500,000 in all
  });

  it.each([60, 5_000])('bounds values nested %i deep', (depth) => {
    const note = readText(`---\na: ${'['.repeat(depth)}${']'.repeat(depth)}\n---\n`);
    expect(note.frontmatter.state).toBe('recovered');
    expect(note.diagnostics.map(({ code }) => code)).toContain('frontmatter/invalid-yaml');
  });
});
