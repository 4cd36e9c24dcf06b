import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { outline, readText } from './outline.ts';

type Rows = readonly (readonly [markdown: string, tree: string])[];

const tables: Readonly<Record<string, Rows>> = {
  callouts: [
    ['> [!info] Title', 'callout:info:none("Title" | )'],
    ['> [!INFO]\n> a', 'callout:info:none(paragraph("a"))'],
    ['>[!info]- Title\n>a', 'callout:info:closed("Title" | paragraph("a"))'],
    [
      '> [!info]+ A **b** [[c]]\n> d *e*',
      'callout:info:open("A " strong("b") " " wikiLink[c] | paragraph("d " emphasis("e")))',
    ],
    ['>[! quote] Hint', 'callout:quote:none("Hint" | )'],
    ['> [!info|right] a', 'callout:info:none("a" | )'],
    ['> [!a] b\n>\n> c', 'callout:a:none("b" | paragraph("c"))'],
    ['> [!a] b\n> > [!c] d\n> > e', 'callout:a:none("b" | callout:c:none("d" | paragraph("e")))'],
    ['> a\n> [!b]', 'blockquote(paragraph("a\\n[!b]"))'],
    ['> [!a] b  \n> c', 'callout:a:none("b" | paragraph("c"))'],
    ['> **a** [!b]', 'blockquote(paragraph(strong("a") " [!b]"))'],
    ['>[!a]- b\n>```query\n>tag: c\n> ```', 'callout:a:closed("b" | code[tag: c])'],
  ],
  tasks: [
    ['- [ ] a', 'list(listItem< >(paragraph("a")))'],
    ['- [x] a', 'list(listItem<x>(paragraph("a")))'],
    ['- [X] a', 'list(listItem<X>(paragraph("a")))'],
    ['- [/] a', 'list(listItem</>(paragraph("a")))'],
    ['1. [-] **a**', 'list(listItem<->(paragraph(strong("a"))))'],
    ['> - [?] a', 'blockquote(list(listItem<?>(paragraph("a"))))'],
    ['- [a](b)', 'list(listItem(paragraph(link[b]("a"))))'],
    ['- [ab] c', 'list(listItem(paragraph("[ab] c")))'],
    ['[x] a', 'paragraph("[x] a")'],
    ['- [ ]\n  a', 'list(listItem< >(paragraph("a")))'],
    ['- [x]', 'list(listItem(paragraph("[x]")))'],
    ['- \\[x] a', 'list(listItem(paragraph("[x] a")))'],
    ['- a\n\n  [x] b', 'list(listItem(paragraph("a") paragraph("[x] b")))'],
    ['*\n[x] a', 'list(listItem()) paragraph("[x] a")'],
  ],
  'block ids': [
    ['a ^Some-Id', 'paragraph^some-id("a")'],
    ['# a ^b', 'heading^b("a")'],
    ['a **b** ^c', 'paragraph^c("a " strong("b"))'],
    ['- a ^b\n  - c ^d', 'list(listItem^b(paragraph("a") list(listItem^d(paragraph("c")))))'],
    ['| a |\n|---|\n\n^b', 'table^b(tableRow(tableCell("a")))'],
    ['```\na\n```\n\n^b\n\nc', 'code^b[a] paragraph("c")'],
    ['> a\n\n^b', 'blockquote^b(paragraph("a"))'],
    ['> a ^b', 'blockquote(paragraph^b("a"))'],
    ['^a', 'paragraph("^a")'],
    ['a^b', 'paragraph("a^b")'],
    ['a ^b c', 'paragraph("a ^b c")'],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%j', (markdown, tree) => {
    expect(outline(markdown)).toBe(tree);
  });
});

it('lists block ids in lower case', () => {
  expect([...readText('a ^One\n\n- b ^two').blockIds]).toEqual(['one', 'two']);
});

it('gives headings of which nothing is left an id all the same', () => {
  const { headings } = readText('# ![](a.png)\n\n## !!!\n\n## Section\n');
  expect(headings.map(({ id }) => id)).toEqual(['section', '-1', 'section-1']);
});

it('gives headings ids that are unique in the note', () => {
  const { headings, tree } = readText('# A **b**\n\n## a b\n\n> # [[C|d]] `e` #f\n');
  expect(headings.map(({ depth, text, id }) => [depth, text, id])).toEqual([
    [1, 'A b', 'a-b'],
    [2, 'a b', 'a-b-1'],
    [1, 'd e #f', 'd-e-f'],
  ]);
  expect(tree.children[1]?.data?.headingId).toBe('a-b-1');
});

it('keeps the positions of a callout’s parts', () => {
  const text = '> [!a] Title\n> body #tag';
  const [callout] = readText(text).tree.children;
  if (callout?.type !== 'callout') throw new Error('no callout');
  const slice = (node: Nodes | undefined): string =>
    text.slice(node?.position?.start.offset, node?.position?.end.offset);
  expect(slice(callout.title[0])).toBe('Title');
  expect(slice(callout.children[0])).toBe('body #tag');
});
