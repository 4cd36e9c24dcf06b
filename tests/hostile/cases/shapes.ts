import { note } from '../hostile-case.ts';
import type { HostileCase } from '../hostile-case.ts';

/** A tenth of what each shape was measured at: `HUGE=1` makes notes of five megabytes and tables of 50,000 rows. */
const SCALE = process.env['HUGE'] === '1' ? 1 : 0.1;

function times(count: number): number {
  return Math.ceil(count * SCALE);
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: times(count) }, (_, index) => line(index)).join('');
}

function block(search: string): string {
  return `\`\`\`query\n${search}\n\`\`\`\n\n`;
}

const LONG = 5_000_000;
const fill = (part: string, length = LONG): string => part.repeat(times(length / part.length));

/** Notes whose size or shape is the harm. What is beyond a limit is shown as it is written: the last paragraph is there. */
const NOTES: Readonly<Record<string, string>> = {
  'one-line': fill('lorem ipsum '),
  'one-word': fill('x'),
  'many-lines': fill('lorem ipsum dolor\n'),
  'many-paragraphs': fill('a\n\n', 1_000_000),
  table: `| a | b |\n|---|---|\n${lines(50_000, (index) => `| row ${index.toString()} | [[x]] |\n`)}`,
  list: fill('- item\n', 1_000_000),
  code: `\`\`\`yaml\n${fill('some: code\n')}\`\`\`\n`,
  'code-unclosed': `\`\`\`sh\n${fill('some code\n', 500_000)}`,
  headings: lines(100_000, (index) => `# h${index.toString()}\n`),
  'headings-alike': '# h\n'.repeat(times(20_000)),
  footnotes: `${lines(100_000, (index) => `a[^${index.toString()}] `)}\n\n${lines(100_000, (index) => `[^${index.toString()}]: b\n`)}`,
  'footnotes-nested': `${lines(2_000, (index) => `[^${index.toString()}]: a[^${(index + 1).toString()}]\n\n`)}x[^0]`,
  'links-to-one': '[[Note]] '.repeat(times(100_000)),
  'links-lines': '[[Note]]\n\n'.repeat(times(20_000)),
  'links-broken': lines(20_000, (index) => `[[broken ${index.toString()}]]\n`),
  'links-anchors': `${lines(2_000, (index) => `# h${index.toString()}\n\n`)}${lines(5_000, (index) => `[[#none ${index.toString()}]]\n`)}`,
  tags: lines(100_000, (index) => `#t${(index % 50).toString()} `),
  'quotes-deep': `${'> '.repeat(times(10_000))}a`,
  'lists-deep': lines(1_000, (index) => `${'  '.repeat(index)}- a\n`),
  'list-marks': '- '.repeat(times(50_000)),
  'callouts-deep': lines(500, (index) => `${'>'.repeat(index + 1)} [!note] t\n`),
  'emphasis-deep': `${'*_'.repeat(times(5_000))}a${'_*'.repeat(times(5_000))}`,
  'brackets-deep': `${'['.repeat(times(10_000))}a${']'.repeat(times(10_000))}`,
  'links-deep': `${'['.repeat(times(10_000))}a${'](b)'.repeat(times(10_000))}`,
  'images-deep': `${'!['.repeat(times(10_000))}a${'](b)'.repeat(times(10_000))}`,
  'html-deep': `${'<b>'.repeat(times(10_000))}a`,
  'html-wide': fill('<div>a</div>\n\n', 500_000),
  details: fill('<details><summary>x</summary>\n\ny\n\n</details>\n\n', 200_000),
  declarations: 'a <!A '.repeat(times(50_000)),
  'delimiter-spaces': `a\n-${fill(' ', 900_000)}x\n\n`,
  'citation-marks': `(Citation: x${fill(':', 300_000)}x)\n\n## References\n\n- x${fill('.', 300_000)}x: https://a.test/\n`,
  definitions: `${lines(20_000, (index) => `[r${index.toString()}]: /x\n`)}\n${lines(20_000, (index) => `[r${index.toString()}] `)}`,
  comment: `%%\n${fill('a\n\n', 200_000)}%%\n`,
  'wide-table': `|${'a|'.repeat(times(20_000))}\n|${'-|'.repeat(times(20_000))}\n`,
  'embeds-of-itself': '![[Note]]\n\n'.repeat(times(5_000)),
  images: lines(10_000, (index) => `![a](x${index.toString()}.png)\n`),
  ...Object.fromEntries(
    [
      '*',
      '[',
      '![',
      '<',
      '`',
      '|',
      '[[',
      '==',
      '%%',
      '$',
      '^[',
      '&',
      '#',
      '_',
      '](',
      '\\',
      '>',
      '- ',
      '#a ',
      '[a](',
      '![[a]]',
      '<b>',
      '<!--',
      '[^a]',
      '\u202E',
      '\u2028',
      '\u{1F600}',
    ].map((mark, index) => [`marks-${index.toString()}`, fill(mark, 1_000_000)]),
  ),
};

const SEARCHES: Readonly<Record<string, string>> = {
  long: 'word '.repeat(times(200_000)),
  spaces: `a${' '.repeat(times(1_000_000))}b`,
  'long-word': 'w'.repeat(times(1_000_000)),
  'long-or': lines(100_000, (index) => `w${index.toString()} OR `),
  colons: 'xx:'.repeat(times(300_000)),
  brackets: '['.repeat(times(1_000_000)),
  'closing-brackets': ')'.repeat(times(1_000_000)),
  quotes: '" '.repeat(times(300_001)),
  parentheses: `${'('.repeat(times(10_000))}a${')'.repeat(times(10_000))}`,
  negations: `${'-'.repeat(times(10_000))}a`,
  scopes: `${'line:('.repeat(times(400))}a${')'.repeat(times(400))}`,
  empty: '',
  blank: '   ',
  broken: 'tag: OR (',
  html: '<img src=x onerror=alert(1)> "</section>"',
};

/** Regular expressions that backtrack for ever on what stands below them. */
const SLOW = [
  '(a+)+$',
  '^(a|aa)+$',
  '(.*a){20}x',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(a?){30}a{30}$',
  '(?=(a+))*b',
  '(\\w+\\s?)+$',
];

/** Harm in the size of notes and searches. */
export const shapes: readonly HostileCase[] = [
  ...Object.entries(NOTES).map(([name, text]) =>
    note(`shape-${name}`, `# Shape ${name}\n\n${text}\n\nThe end.\n`, {
      shows: name === 'comment' ? [] : ['The end.'],
    }),
  ),
  ...Object.entries(SEARCHES).map(([name, search]) =>
    note(`search-${name}`, `${block(search)}The end.\n`, { shows: ['The end.'] }),
  ),
  note(
    'search-host',
    lines(3_000, (index) => block(`"phrase ${index.toString()} two" OR line:(a b)`)) +
      fill('a c d\n', 2_000_000) +
      '\n\nThe end.\n',
    {
      shows: ['The end.'],
    },
  ),
  note(
    'references-that-explode',
    `[a]: /${fill('x', 500_000)}\n\n${'[a] text\n\n'.repeat(times(15_000))}![a] The end.\n`,
    { shows: ['The end.'], codes: ['parse/too-long'] },
  ),
  note('title-on-many-pages', `# ${fill('title ', 800_000)}\n\n${block('path:title-on')} The end.\n`.repeat(20), {
    shows: ['The end.'],
  }),
  note('tags-many', `${lines(100_000, (index) => `#many/${index.toString()}\n\n`)}The end.\n`, {
    shows: ['The end.'],
    codes: ['graph/too-many-names'],
  }),
  note(
    'rule-aliases',
    `---\ntags: [detection_rule]\n---\n\`\`\`yaml\ntitle: x\na: &a {${lines(10_000, (index) => `f${index.toString()}|bad: x, `)}}\ndetection: {b: [${'*a, '.repeat(times(50_000))}]}\n\`\`\`\n\nThe end.\n`,
    { shows: ['The end.'], codes: ['sigma/invalid-yaml'] },
  ),
  {
    name: 'images-that-backtrack',
    files: {
      'Note.md': '![[a.svg]] ![[b.svg]] ![[c.svg]]\n\nThe end.\n',
      'a.svg': `<svg>attributeName=${fill(' ', 1_000_000)}</svg>`,
      'b.svg': `<svg>${fill('<!DOCTYPE ')}</svg>`,
      'c.svg': `<svg>${fill('attributeName=x')}</svg>`,
    },
    pages: { 'Note.md': ['The end.'] },
  },
  note('search-many', block('tag:ok').repeat(times(1_000)) + 'The end.\n', { shows: ['The end.'] }),
  note(
    'search-slow',
    `${lines(300, (index) => block(`/${SLOW[index % SLOW.length] ?? ''}${index.toString()}/`))}${'a'.repeat(60)}!\n\nThe end.\n`,
    { shows: ['The end.'], codes: ['query/too-slow'] },
  ),
  {
    name: 'embeds-in-a-circle',
    files: {
      'A.md': '# A\n\n![[B]]\n\nThe end.\n',
      'B.md': '# B\n\n![[C]]\n\nThe end.\n',
      'C.md': '# C\n\n![[A]] ![[B]] ![[C]]\n\nThe end.\n',
    },
    pages: { 'A.md': ['The end.'], 'B.md': ['The end.'], 'C.md': ['The end.'] },
    codes: ['links/embed-cycle'],
  },
  {
    name: 'embeds-that-explode',
    files: Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `Level ${index.toString()}.md`,
        `${`![[Level ${(index + 1).toString()}]]\n\n`.repeat(times(10))}${'text '.repeat(times(1_000))}\n\nThe end.\n`,
      ]),
    ),
    pages: { 'Level 0.md': ['The end.'], 'Level 19.md': ['The end.'] },
    codes: ['links/embed-limit'],
  },
  {
    name: 'embeds-of-much',
    files: {
      'Big.md': `# Big\n\n${fill('lorem *ipsum* dolor\n\n', 400_000)}`,
      'Note.md': `${'![[Big]]\n\n'.repeat(times(300))}The end.\n`,
    },
    pages: { 'Note.md': ['The end.'] },
    codes: ['links/embed-limit'],
  },
];
