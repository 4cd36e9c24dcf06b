import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline, readText } from './outline.ts';

/** Pieces that our syntax, Markdown and YAML are made of, so that random texts meet their edges. */
const PIECES = [
  ...[
    '---',
    '\n',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '    ',
    '\t',
    '> ',
    '>',
    '- ',
    '1. ',
    '# ',
    '```',
    '```query',
    '~~~',
    '`',
    '|',
    '|-|',
  ],
  ...[
    '[[',
    ']]',
    '![[',
    '[',
    ']',
    '(',
    ')',
    '](',
    '[^1]',
    '[^1]: ',
    '[!info]',
    '[ ] ',
    '[x] ',
    '==',
    '%%',
    '%',
    '$',
    '$$',
    '*',
    '**',
    '_',
  ],
  ...[
    '#',
    '#tag',
    '(Citation: ',
    '^id',
    ' ^id',
    '<',
    '>',
    '<pid>',
    '<br/>',
    '<!--',
    '-->',
    '</',
    'https://a.test',
    '\\',
    '\\|',
    '&amp;',
    '=',
  ],
  ...[
    'a',
    'b c',
    'tags: ',
    'a: ',
    '&x',
    '*x',
    '{',
    '}',
    ',',
    ': ',
    '"',
    "'",
    '\u{1F600}',
    '\uD800',
    '\u00A0',
    '\u2028',
    '\uE03E',
    '\0',
    '://',
  ],
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc
    .tuple(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }),
    )
    .map(([yaml, body]) => `---\n${yaml.join('')}\n---\n${body.join('')}`),
);

describe('any text', () => {
  it('is read without a failure, and every span lies in it', () => {
    fc.assert(
      fc.property(text, (text) => {
        const note = readText(text);
        expect(note.diagnostics.filter(({ code }) => code === 'parse/unreadable')).toEqual([]);
        const spans = [...note.headings, ...note.tags, ...note.links, ...note.queries].map(({ span }) => span);
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('gives inline tags and queries that stand in the source where they say', () => {
    fc.assert(
      fc.property(text, (text) => {
        const note = readText(text.replaceAll('\0', ' '));
        for (const { name, span } of note.tags.filter(({ origin }) => origin === 'inline')) {
          expect(text.slice(span.start, span.end).replace(/\/+$/, '')).toBe(`#${name}`);
        }
        for (const { source, lineOffsets } of note.queries) expect(lineOffsets).toHaveLength(source.split('\n').length);
      }),
      { numRuns: 1_000 },
    );
  });

  // The first paragraph of the second text could be the row of a table, and so tables are looked for in the rest too.
  it('has its tables wherever they stand', () => {
    const pieces = ['| a', 'a | b', '|-|-', ':-', '--', ...PIECES.filter((piece) => !piece.includes('^id'))];
    const body = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(''));
    fc.assert(
      fc.property(body, (body) => {
        const [yaml = '', first, ...rest] = outline(`---\n---\n|\n\n${body}`).split(
          /(?<=yaml\[\]) (paragraph\("\|"\)) ?/,
        );
        expect(first).toBe('paragraph("|")');
        expect(outline(`---\n---\n${body}`)).toBe([yaml, ...rest].join(' ').trim());
      }),
      { numRuns: 3_000 },
    );
  });
});
