import { expect, test } from 'vitest';
import { escapeHtml, rowsHtml, valueHtml } from '../../../src/site/value-html.ts';

test.each([
  [{ text: 'a < b & "c" > d' }, 'a &lt; b &amp; &quot;c&quot; &gt; d'],
  [{ text: 'cmd', code: true }, '<code>cmd</code>'],
  [{ text: '<b>', code: true }, '<code>&lt;b&gt;</code>'],
  [{ text: 'T1', href: '/techniques/T1/' }, '<a href="/techniques/T1/">T1</a>'],
  [{ text: 'T1', href: '/t/', code: true }, '<a href="/t/" class="code">T1</a>'],
  [{ text: '<i>', href: '/?a="&b' }, '<a href="/?a=&quot;&amp;b">&lt;i&gt;</a>'],
  [
    { text: 'a_b&c', href: 'https://x.example/', external: true },
    '<a href="https://x.example/" class="external" rel="noopener noreferrer">a_<wbr>b&amp;c</a>',
  ],
  [{ text: 'a_b', external: true }, 'a_b'],
  [{ text: 'High', level: 'high' }, '<span class="level high">High</span>'],
  [{ text: 'High', level: 'high', href: '/h/' }, '<span class="level high"><a href="/h/">High</a></span>'],
  [{ text: '"><script>', level: '"><script>' }, '<span class="level unknown">&quot;&gt;&lt;script&gt;</span>'],
])('%j as HTML', (value, html) => {
  expect(valueHtml(value)).toBe(html);
});

test('rows have their first cell for heading', () => {
  const columns = [{ label: 'Rule' }, { label: 'Tests', numeric: true }, { label: 'Level' }];
  const row = [{ text: 'One' }, { text: '1,204', sort: 1204 }, { text: 'low', level: 'low' }];
  expect(rowsHtml(columns, [row, [{ text: 'Two', sort: '"' }]])).toBe(
    '<tr><th scope="row">One</th><td class="n" data-sort="1204">1,204</td>' +
      '<td data-sort="3"><span class="level low">low</span></td></tr>\n' +
      '<tr><th scope="row" data-sort="&quot;">Two</th></tr>',
  );
});

test('several values in a cell have each their own link', () => {
  const values = [
    { text: 'T1', code: true, href: '/t/' },
    { text: '<T2>', code: true },
  ];
  expect(
    rowsHtml([{ label: 'Rule' }, { label: 'Techniques' }], [[{ text: 'One' }, { text: 'T1, <T2>', values }]]),
  ).toBe('<tr><th scope="row">One</th><td><a href="/t/" class="code">T1</a>, <code>&lt;T2&gt;</code></td></tr>');
});

test('nothing that means something in HTML is left in an escaped text', () => {
  expect(escapeHtml(`<a b="c">'&amp;`)).toBe(`&lt;a b=&quot;c&quot;&gt;'&amp;amp;`);
});
