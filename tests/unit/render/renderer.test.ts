import { describe, expect, it } from 'vitest';
import { createRenderer, renderNote } from '../../../src/render/index.ts';
import { vaultPath } from '../../../src/source/index.ts';
import { dangersIn } from './safety.ts';
import { graphOf, htmlOf, renderIn } from './small-vault.ts';
import type { Files } from './small-vault.ts';

const embedsOf = (html: string): number => html.split('<div class="embed">').length - 1;
const codesOf = ({ diagnostics }: ReturnType<typeof renderNote>): readonly string[] =>
  diagnostics.map(({ code }) => code);

describe('a title that the page has anyway', () => {
  it.each([
    ['Note.md', '# Note\n\nx', '<p>x</p>'],
    ['Note.md', '---\na: b\n---\n%%c%%\n\n## NOTE!\n\nx', '<p>x</p>'],
    ['T1055.013 - Process D„mon.md', '---\ntags: [techniques]\n---\n## Process Dämon\n\nx', '<p>x</p>'],
    ['Über uns.md', '# über-uns\n\nx', '<p>x</p>'],
    [
      'Note.md',
      '## Other\n\nx',
      '<h2 id="other">Other<a class="anchor" href="#other" aria-hidden="true" tabindex="-1">#</a></h2>\n<p>x</p>',
    ],
    [
      'Note.md',
      'x\n\n# Note',
      '<p>x</p>\n<h2 id="note">Note<a class="anchor" href="#note" aria-hidden="true" tabindex="-1">#</a></h2>',
    ],
  ])('%s: %j', (path, text, html) => {
    expect(renderIn({ [path]: text }, path).html).toBe(html);
  });

  it('is what a link to its heading leads to', () => {
    const files = { 'Note.md': '[[Other#Other]] [[#Note]]', 'Other.md': '# Other' };
    expect(renderIn(files, 'Note.md').html).toContain('<a class="internal" href="/other/">Other > Other</a>');
  });
});

describe('the box of a task', () => {
  it.each([
    [' ', 'To do', false],
    ['x', 'Done', true],
    ['X', 'Done', true],
    ['-', 'Marked “-”', true],
    ['?', 'Marked “?”', true],
    ['"', 'Marked “&#x22;”', true],
  ])('of mark %j is called %s', (mark, name, isTicked) => {
    const { html } = renderIn({ 'Note.md': `- [${mark}] a` }, 'Note.md');
    expect(html).toContain(`<input type="checkbox" ${isTicked ? 'checked ' : ''}disabled aria-label="${name}"> a`);
  });
});

describe('the head of a block of code', () => {
  it.each([
    ['yaml', 'YAML'],
    ['yaml title="a b.yml"', 'a b.yml'],
    ["jsonc {1} title='a.json' x", 'a.json'],
    ['sh title=run.sh', 'run.sh'],
    ['sh title="<b>"', '&#x3C;b>'],
    ['sh subtitle="x"', 'Shell'],
    ['sh title=""', 'Shell'],
  ])('of ```%s says %s', (words, head) => {
    const { html } = renderIn({ 'Note.md': `\`\`\`${words}\na\n\`\`\`` }, 'Note.md');
    expect(html).toContain(`<figcaption><span>${head}</span>`);
  });
});

describe('ids', () => {
  it('of footnotes are none that a heading can have', () => {
    const { html } = renderIn({ 'Note.md': 'a[^1]\n\n[^1]: b\n\n## Fn 1\n\n## Fnref 1\n\n## note.fn-1' }, 'Note.md');
    const [, target = ''] = /<sup><a href="#([^"]+)"/.exec(html) ?? [];
    expect(html).toMatch(new RegExp(`<li id="${target.replace('.', '\\.')}">`));
    expect(html.match(/<h2 id="[^"]+"/g)).toHaveLength(4);
  });

  it('are not listed in the contents of headings without a text', () => {
    const { html, toc } = renderIn({ 'Note.md': '## !!!\n\n## <img src=x onerror=alert(1)>\n\n## A' }, 'Note.md');
    expect(toc.map(({ text }) => text)).toEqual(['!!!', 'A']);
    expect(html).not.toContain('id=""');
  });

  it('stand in the contents and in the names of copies without the numbers of their footnotes', () => {
    const note = '## Ports[^a] and ^[An aside.] doors\n\n```sh\nls\n```\n\n[^a]: Open ones.';
    const { html, toc } = renderIn({ 'Note.md': note }, 'Note.md');
    expect(toc.map(({ text }) => text.replace(/\s+/g, ' '))).toEqual(['Ports and doors']);
    expect(html).toContain('aria-label="Copy Shell, Ports and doors"');
  });
});

describe('sections that are empty', () => {
  const technique = (body: string): string => `---\ntags: [techniques]\n---\n## Data Obfuscation\n\n${body}`;
  const path = 'T1001 - Data Obfuscation.md';

  it.each([
    ['before another', '### A\n\na\n\n### B\n\n%%later%%\n\n### C\n\nc', ['a', 'c']],
    ['at the end', '### A\n\na\n\n### B', ['a']],
    ['one in another', '## A\n\n### B\n\n## C\n\nc', ['c']],
    ['none: what is in a section within is in it too', '## A\n\n### B\n\nb', ['a', 'b']],
  ])('are left out of a technique, %s', (_, body, ids) => {
    const { html, toc } = renderIn({ [path]: technique(body) }, path);
    expect(toc.map(({ id }) => id)).toEqual(ids);
    expect([...html.matchAll(/<h\d id="([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
  });

  it('can still be linked to', () => {
    const { html } = renderIn({ [path]: technique('[[#B]]\n\n### B\n\n### C\n\nc') }, path);
    expect(html).toContain('href="#b"');
    expect(html).toContain('<span id="b"></span>');
  });

  it.each([
    ['![[T1001 - Data Obfuscation]]', ['a', 'c']],
    ['![[T1001 - Data Obfuscation#C]]', ['c']],
    ['![[T1001 - Data Obfuscation#B]]', ['b']],
  ])('are left out where a technique is embedded: %s', (embed, headings) => {
    const files = { [path]: technique('### a\n\na\n\n### b\n\n### c\n\nc\n\n#### d'), 'A.md': embed };
    const { html } = renderIn(files, 'A.md');
    expect([...html.matchAll(/<h\d>([^<]*)/g)].map(([, text]) => text)).toEqual(headings);
    expect(html).not.toContain('id="e1-');
  });

  it("stay in any other note, where they are the author's own", () => {
    expect(htmlOf('x\n\n## A\n\n## B')).toContain('<h2 id="a">');
  });
});

describe('embeds', () => {
  it('end where a note would hold itself, reported once by each page of the circle', () => {
    const files = { 'A.md': '![[B]]', 'B.md': 'b ![[A]]', 'C.md': '![[A]]' };
    const [a, b, c] = ['A.md', 'B.md', 'C.md'].map((path) => renderIn(files, path));
    expect([a, b, c].map((one) => one?.diagnostics.map(({ code, place }) => `${code} ${place.path}`))).toEqual([
      ['links/embed-cycle A.md'],
      ['links/embed-cycle B.md'],
      [],
    ]);
    expect(embedsOf(c?.html ?? '')).toBe(2);
  });

  it('end where a part of a note would hold itself, reported by each page of the circle', () => {
    const files = { 'A.md': '## H\n\n![[B#H]]', 'B.md': '## H\n\n![[A#H]]', 'C.md': '![[A#H]]' };
    const reported = ['A.md', 'B.md', 'C.md'].map((path) => codesOf(renderIn(files, path)));
    expect(reported).toEqual([['links/embed-cycle'], ['links/embed-cycle'], []]);
  });

  it('may show another part of the same note', () => {
    const rendered = renderIn({ 'A.md': 'a ![[A#Part]]\n\n## Part\n\np' }, 'A.md');
    expect(embedsOf(rendered.html)).toBe(1);
    expect(codesOf(rendered)).toEqual([]);
  });

  it('nest five deep', () => {
    const files: Files = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`n${index}.md`, `![[n${index + 1}]]`]),
    );
    const rendered = renderIn(files, 'n0.md');
    expect(embedsOf(rendered.html)).toBe(5);
    expect(codesOf(rendered)).toEqual(['links/embed-limit']);
    expect(rendered.html).toContain('<a class="internal" href="/n6/">n6</a>');
  });

  it('come to an end when each holds many', () => {
    const files: Files = Object.fromEntries(
      [0, 1, 2, 3].map((index) => [`n${index}.md`, `![[n${index + 1}]]\n\n`.repeat(10)]),
    );
    const rendered = renderIn({ ...files, 'n4.md': 'x'.repeat(10) }, 'n0.md');
    expect(embedsOf(rendered.html)).toBe(200);
    expect(codesOf(rendered)).toEqual(['links/embed-limit']);
  });

  it.each([
    ['a <b>b</b>\n\nc <a title="x" href="javascript:alert(1)">d</a>\n', { line: 3, column: 22 }],
    ['<div>\n<a href="data:x">y</a>\n<a href="vbscript:x">y</a>\n</div>\n', { line: 2, column: 10 }],
    ['x\n\n<a href="java&#115;cript:alert(1)">d</a>\n', { line: 3, column: 1 }],
  ])('report what is unsafe in HTML where it stands: %j', (text, start) => {
    const [first] = renderIn({ 'A.md': text }, 'A.md').diagnostics;
    expect([first?.code, first?.place.start]).toEqual(['links/unsafe', start]);
  });

  it('report what is unsafe in the note itself alone', () => {
    const files = { 'A.md': '![[B]]', 'B.md': '[x](javascript:y)' };
    expect(codesOf(renderIn(files, 'A.md'))).toEqual([]);
    expect(codesOf(renderIn(files, 'B.md'))).toEqual(['links/unsafe']);
  });

  it.each([
    ['<a href="Gone.md">x</a>', 'links/broken'],
    ['<a href="B.md#gone">x</a>', 'links/broken-anchor'],
    ['<a href="#gone">x</a>', 'links/broken-anchor'],
    ['<a href="B.md">x</a> <a href="https://example.org/">y</a> <a id="z">z</a>', undefined],
  ])('reports of %s where it leads: %s', (html, code) => {
    const files = { 'A.md': `Text ${html}`, 'B.md': '![[A]]' };
    expect(codesOf(renderIn(files, 'A.md'))).toEqual(code === undefined ? [] : [code]);
    expect(codesOf(renderIn(files, 'B.md'))).toEqual([]);
  });
});

describe('shapes that could cost too much', () => {
  const deep = (piece: string, times: number): string => piece.repeat(times);
  it.each([
    ['quotes', `${deep('>', 3000)} x`],
    ['lists', Array.from({ length: 60 }, (_, index) => `${'  '.repeat(index)}- x`).join('\n')],
    ['elements', deep('<div>', 3000)],
    ['formatting', deep('a <b>', 3000)],
    [
      'open formatting in paragraphs',
      `<p>${Array.from({ length: 30 }, (_, id) => `<b id=${id}>`).join('')}${deep('<p>x', 5000)}`,
    ],
    ['placeholders', deep('<title> ', 3000)],
    ['tables', deep('<table><tr><td>', 300)],
    ['much HTML', deep('<i>x</i><hr>\n\n', 1500)],
  ])('%s', (_, markdown) => {
    const from = process.cpuUsage();
    const html = htmlOf(markdown);
    const { user } = process.cpuUsage(from);
    expect(user / 1_000).toBeLessThan(5_000); // a thousandth of that would do; machines differ
    expect(html.length).toBeLessThan(markdown.length * 10);
  });

  it('stay safe where they are cut off', () => {
    expect(dangersIn(htmlOf(`${deep('> ', 150)}<script>x</script> [y](javascript:z)`))).toEqual([]);
    expect(dangersIn(htmlOf(`${deep('<div>', 50)}<script>x</script>`))).toEqual([]);
  });
});

describe('a renderer', () => {
  it('gives the same page each time and leaves the tree as it was', () => {
    const graph = graphOf({ 'A.md': '# T\n\na <b>b</b> [^1]\n\n[^1]: f\n\n- [ ] t ^id\n\n```yml\na: 1\n```' });
    const node = graph.noteAt(vaultPath('A.md'));
    expect(node).toBeDefined();
    if (node === undefined) return;
    const before = structuredClone(node.note.tree);
    const renderer = createRenderer(graph, { base: '/' });
    const first = renderer.renderNote(node);
    expect(renderer.renderNote(node)).toEqual(first);
    expect(renderNote(node, graph, { base: '/' })).toEqual(first);
    expect(node.note.tree).toEqual(before);
  });
});
