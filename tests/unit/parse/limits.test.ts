import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { outline, readText } from './outline.ts';

function depthOf(tree: Nodes): number {
  let depth = 0;
  for (let level: readonly Nodes[] = [tree]; level.length > 0; depth += 1) {
    level = level.flatMap((node): readonly Nodes[] => ('children' in node ? node.children : []));
  }
  return depth;
}

function codes(text: string): readonly string[] {
  return [...new Set(readText(text).diagnostics.map(({ code }) => code))];
}

/** A text of about 30,000 characters. */
function long(part: string): string {
  return part.repeat(Math.ceil(30_000 / part.length));
}

// Without the limits a step of each looks back over all before it, again and again.
describe.each([
  ['a line of quotes', '>'.repeat(60_000)],
  ['lines of many quotes', `${'>'.repeat(400)}a\n`.repeat(150)],
  ['a line of lists', '- + '.repeat(15_000)],
  ['a line of footnotes', long('[^a]: ')],
  ['lists in lists', Array.from({ length: 300 }, (_, level) => `${'  '.repeat(level)}- a\n`).join('')],
  ['many lists', long('- a\n\nb\n\n')],
  ['many quotes', long('> a\n\n')],
  ['many nested lists', long('- a\n  - b\n')],
  ['quotes in items', long('- > a\n')],
  ['lines without their marks', `> a\n${long('b\n')}`],
  ['underlined headings', long('a\n=\n')],
  ['brackets that close nothing', long('a] ')],
  ['stars that close nothing', long('a* b_ ')],
  ['images in images', `${'!['.repeat(6_000)}a${'](b)'.repeat(6_000)}`],
  ['emphasis in emphasis', `${'*a **b '.repeat(4_000)}c${'** c*'.repeat(4_000)}`],
  ['highlights', long('a== ==b ')],
  ['comments that are never closed', long('a %% b `')],
  ['citations that are never closed', long('(Citation: ')],
  ['words that might be addresses', long('h ')],
  ['dollars', long('$a $$b ')],
  [
    'many deep lists',
    Array.from({ length: 20 }, (_, level) => `${'  '.repeat(level)}- x\n`)
      .join('')
      .repeat(1_000),
  ],
  ['rules that are lists', `${'* '.repeat(100)}a\n\n`.repeat(1_000)],
  ['a callout of spaces', `> [!${' '.repeat(50_000)}x`],
  ['a table of many columns', `|${'a|'.repeat(20_000)}\n|${'-|'.repeat(20_000)}\n`],
  ['spaces before a rule of a table', `a\n${' '.repeat(50_000)}-x`],
  ['declarations', 'a <!A '.repeat(50_000)],
  ['20,000 properties', `---\n${Array.from({ length: 20_000 }, (_, index) => `p${index}: v\n`).join('')}---\n`],
  ['five megabytes of properties', `---\na: |\n${'  text text\n'.repeat(420_000)}---\nx`],
])('%s', (_, text) => {
  it('is read in bounded time and depth', { timeout: 60_000 }, () => {
    const { tree } = readText(text);
    expect(depthOf(tree)).toBeLessThan(250);
    expect(codes(text)).not.toContain('parse/unreadable');
  });
});

/** The text of a note's tree in its order, every white space a single space. */
function textOfTree(node: Nodes): string {
  const own = 'value' in node ? node.value : 'children' in node ? node.children.map(textOfTree).join(' ') : '';
  return own.replace(/\s+/g, ' ').trim();
}

describe('a note that is too long', () => {
  it.each([
    ['characters', 'word '.repeat(300_000)],
    ['characters', `${'a word '.repeat(20)}\n`.repeat(10_000)],
    ['lines', 'word\n\n'.repeat(15_000)],
    ['lines', `\`\`\`\n${'word\n'.repeat(100_000)}`],
    ['table cells', `| a | b |\n|---|---|\n${'| word | word |\n'.repeat(20_000)}`],
    ['table cells', `${'a|'.repeat(400)}\n${'-|'.repeat(400)}\n${'word|\n'.repeat(400)}`],
  ])('beyond its %s is shown as it is written', { timeout: 60_000 }, (what, text) => {
    const { tree, diagnostics, file } = readText(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['parse/too-long']);
    expect(diagnostics[0]?.message).toContain(` ${what},`);
    const rest = tree.children.at(-1);
    expect(rest).toMatchObject({ type: 'code', position: { end: { offset: file.text.length } } });
    expect(rest?.type === 'code' && file.text.endsWith(rest.value)).toBe(true);
    const count = (whole: string): number => whole.split('word').length;
    expect(count(textOfTree(tree))).toBe(count(text));
  });

  it('is not one that is just short enough', { timeout: 60_000 }, () => {
    expect(codes('word\n'.repeat(19_999))).toEqual([]);
    expect(codes(`\`\`\`\n${'word\n'.repeat(79_000)}`)).toEqual([]);
    expect(codes(`| a | b |\n|---|---|\n${'| c | d |\n'.repeat(7_000)}`)).toEqual([]);
  });

  it('holds no tag, link or search in what is not read', { timeout: 60_000 }, () => {
    const { tags, links, queries } = readText(`${'word\n'.repeat(20_001)}\n#tag [[link]]\n\n\`\`\`query\na\n\`\`\`\n`);
    expect([...tags, ...links, ...queries]).toEqual([]);
  });
});

it('says where marks are too many to be read', () => {
  expect(codes('['.repeat(1_001))).toEqual(['parse/too-many-marks']);
  expect(codes(`a ${'**b** '.repeat(450)}`)).toEqual([]);
  expect(codes(`a ${'`b` lorem '.repeat(900)} \` c`)).toEqual([]);
  expect(codes('a <!A lorem ipsum dolor '.repeat(500))).toEqual(['parse/too-many-marks']);
});

it('repeats of link definitions no more than a hundred thousand characters, and says so', () => {
  const definition = `[a]: /${'x'.repeat(10_000)} "title"\n\n`;
  expect(codes(`${definition}${'[a]\n\n'.repeat(9)}`)).toEqual([]);
  const { tree, links, diagnostics } = readText(`${definition}${'*[b][a]* ![a]\n\n'.repeat(1_000)}`);
  expect(diagnostics.map(({ code, place }) => [code, place.start])).toEqual([
    ['parse/too-long', { line: 11, column: 10 }],
  ]);
  expect(links).toHaveLength(9);
  expect(textOfTree(tree)).toMatch(/ \[b\]\[a\] !\[a\]$/);
});

it('shows marks that are too deep as text, and says so', () => {
  const text = `${'>'.repeat(60)} a`;
  expect(outline(text)).toContain('blockquote(paragraph(">>>>>>>>>> a"))');
  expect(codes(text)).toEqual(['parse/too-deep']);
});

it('makes a block whose inline nodes nest too deep plain text', () => {
  const text = `${'*a **b '.repeat(80)}c${'** c*'.repeat(80)}`;
  expect(codes(text)).toEqual(['parse/too-deep']);
  expect(readText(text).tree.children).toMatchObject([{ children: [{ type: 'text', value: text }] }]);
});

it.each([
  ['deep marks', `> ${'> '.repeat(80)}a`],
  ['a long run', `${'>'.repeat(120)}\n${'- '.repeat(120)}x`],
  ['many lists', '- a\n\nb\n\n'.repeat(1_500).trimEnd()],
])('keeps code as it is: %s', (_, code) => {
  const note = readText(`\`\`\`\n${code}\n\`\`\``);
  expect(note.tree.children).toMatchObject([{ type: 'code', value: code }]);
  expect(note.diagnostics).toEqual([]);
});

it('reads what follows long code as before', () => {
  const text = `\`\`\`\n${'- a\n\nb\n\n'.repeat(1_500)}\`\`\`\n\n- c\n  - d\n\n> e`;
  expect(readText(text).tree.children.map(({ type }) => type)).toEqual(['code', 'list', 'blockquote']);
});

it('keeps thousands of items, and rules of any length', () => {
  expect(readText('- a\n'.repeat(3_000)).tree.children).toMatchObject([{ type: 'list' }]);
  expect(readText('- a\n\n  b\n'.repeat(3_000)).diagnostics).toEqual([]);
  expect(outline(`a\n\n${'- '.repeat(100).trim()}\n\n${'-'.repeat(300)}`)).toBe(
    'paragraph("a") thematicBreak thematicBreak',
  );
});

it('takes a thousand inline footnotes of one run of text', () => {
  const { children } = readText('^[a] *b* '.repeat(1_500)).tree;
  expect(children.filter(({ type }) => type === 'footnoteDefinition')).toHaveLength(1_000);
});

it('says where lists and quotes become too many', () => {
  const [diagnostic, ...others] = readText('> a\n\n'.repeat(1_500)).diagnostics;
  expect(others).toEqual([]);
  expect(diagnostic?.code).toBe('parse/too-many-containers');
  expect(diagnostic?.place.start.line).toBe(2_003);
});

it.each([
  ['a\n\n%%\nb', '3:1 the note'],
  ['a\n\n%% b\n\nc', '3:1 the note'],
  ['a\n%% b', '2:1 the note'],
  ['> a\n>\n> %%\n> b\n', '3:3 the note'],
  ['> [!note] a\n> %%\n> b\n\nc', '2:3 its list or quote'],
  ['- a\n\n  %%\n  b\n- c', '3:3 its list or quote'],
])('reports the comment in %j, which is never closed', (text, expected) => {
  const found = readText(text).diagnostics.map(
    ({ code, message, place: { start } }) =>
      `${code} ${start.line}:${start.column} ${/to the end of (.*) is not published/.exec(message)?.[1]}`,
  );
  expect(found).toEqual([`parse/unclosed-comment ${expected}`]);
});

it.each(['%%\nb\n%%\n\n%%c%%', 'a 50%% b', 'for %%i in a', '`%%`', '```\n%%\n```', '    %%\n', '%%%%\n\na'])(
  'has nothing to say of %j',
  (text) => {
    expect(codes(text)).toEqual([]);
  },
);

it('reads on after a paragraph of too many marks, each in its place', () => {
  const blob = `${'*a '.repeat(6_000)}\n${'[[b]] '.repeat(10)}`;
  const { tree, tags, links, file, diagnostics } = readText(`# Title\n\n${blob}\n\n#tag [[link]]\n`);
  expect(diagnostics.map(({ code, place }) => [code, place.start])).toEqual([
    ['parse/too-many-marks', { line: 3, column: 3 * 5_000 + 1 }],
  ]);
  expect([...tags, ...links].map(({ span }) => file.text.slice(span.start, span.end))).toEqual(['#tag', '[[link]]']);
  expect(textOfTree(tree).replaceAll(' ', '')).toContain(blob.replace(/\s/g, ''));
});

it('reads what stands behind long frontmatter in its place', () => {
  const text = `---\n${'a: |\n  b\n'.repeat(10_000)}---\n\n# Title\n\n[[link]] #tag\n`;
  const short = `---\na: b\n---\n\n# Title\n\n[[link]] #tag\n`;
  const [long, other] = [readText(text), readText(short)];
  expect(long.links.map(({ span }) => text.slice(span.start, span.end))).toEqual(['[[link]]']);
  expect(long.tags.map(({ span }) => text.slice(span.start, span.end))).toEqual(['#tag']);
  expect(long.tree.children.map(({ type }) => type)).toEqual(other.tree.children.map(({ type }) => type));
  expect(long.tree.children[1]?.position?.start.line).toBe(20_004);
});
