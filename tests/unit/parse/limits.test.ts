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
])('%s', (_, text) => {
  it('is read in bounded time and depth', { timeout: 20_000 }, () => {
    const { tree } = readText(text);
    expect(depthOf(tree)).toBeLessThan(250);
    expect(codes(text)).not.toContain('parse/unreadable');
  });
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

it('reports a comment that is never closed', () => {
  expect(codes('a\n\n%%\nb')).toEqual(['parse/unclosed-comment']);
  expect(codes('%%\nb\n%%\n\n%%c%%')).toEqual([]);
});
