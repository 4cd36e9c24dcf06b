import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHighlighter } from '../../../src/render/note/highlight.ts';
import { languages } from '../../../src/render/note/language-table.ts';

const highlighter = createHighlighter();

describe('a highlighter', () => {
  it.each([
    [
      'yml',
      'a: "b" # c',
      '<span class="token key">a</span>: <span class="token string">"b" </span><span class="token comment"># c</span>',
    ],
    [
      'sh',
      'rm -f #{file} # x',
      '<span class="token function">rm </span><span class="token variable">-f</span> <span class="token variable">#{file}</span> <span class="token comment"># x</span>',
    ],
    [
      'ps1',
      '& #{a-b} -c #{d_e}',
      '&amp; <span class="token variable">#{a-b}</span> -c <span class="token variable">#{d_e}</span>',
    ],
    [
      'sh',
      'rm #{Output File} # x',
      '<span class="token function">rm</span> <span class="token variable">#{Output File}</span> <span class="token comment"># x</span>',
    ],
    ['yml', '#{"a": 1}', '<span class="token comment">#{"a": 1}</span>'],
    [
      'sigma',
      "Image: 'C:\\Windows\\'\nb: - 'it''s' # c",
      '<span class="token key">Image</span>: <span class="token string">\'C:\\Windows\\\'</span>\n' +
        '<span class="token key">b</span>: - <span class="token string">\'it\'\'s\' </span><span class="token comment"># c</span>',
    ],
    ['yml', '- https://a.b/T1.md#x-2', '- https://a.b/T1.md#x-2'],
    ['yml', '- https://a.b/?c=1&d=2!3 # e', '- https://a.b/?c=1&amp;d=2!3 <span class="token comment"># e</span>'],
    ['yml', '- cve.2021-36934\n- -7', '- cve.2021-36934\n- <span class="token number">-7</span>'],
    ['yml', 'a: 1 of (b_*)', '<span class="token key">a</span>: 1 of (b_*)'],
    [
      'yml',
      'a: >-\n  b: c # d\n \n\n  e: f\ng: 1',
      '<span class="token key">a</span>: &gt;-<span class="token string">\n  b: c # d\n \n\n  e: f</span>\n' +
        '<span class="token key">g</span>: <span class="token number">1</span>',
    ],
    [
      'yml',
      'a: &b [1,*c]',
      '<span class="token key">a</span>: <span class="token keyword">&amp;b </span>[<span class="token number">1</span>,<span class="token keyword">*c</span>]',
    ],
    [
      'cmd',
      'if exist x del x',
      '<span class="token keyword">if exist</span> x <span class="token keyword">del</span> x',
    ],
    ['cmd', 'C:\\a-b\\c.exe d', '<span class="token keyword">C:\\a-b\\c.exe</span> d'],
    ['kql', '.show x', '<span class="token keyword">.show</span> x'],
    ['json', '[true, 1]', '[<span class="token number">true</span>, <span class="token number">1</span>]'],
    [
      'eql',
      'process where name in ("a") and not length(x) > 3 // c',
      '<span class="token function">process </span><span class="token keyword">where </span><span class="token key">name </span><span class="token keyword">in </span>(<span class="token string">"a"</span>) <span class="token keyword">and not </span><span class="token function">length</span>(<span class="token key">x</span>) &gt; <span class="token number">3 </span><span class="token comment">// c</span>',
    ],
    ['cobol', 'a < b', 'a &lt; b'],
    ['', 'a && b', 'a &amp;&amp; b'],
  ])('marks %s', (language, code, html) => {
    expect(highlighter.highlight(code, language).html).toBe(html);
  });

  it.each([
    ['yml', 'yaml', 'YAML'],
    ['CMD', 'batch', 'Command prompt'],
    ['c#', 'csharp', 'C#'],
    ['kql', 'kusto', 'KQL'],
    ['eql', 'eql', 'EQL'],
    ['jsonc', 'json', 'JSON'],
    ['esql', 'sql', 'SQL'],
    ['ES|QL', 'sql', 'SQL'],
    ['python3', 'python', 'Python'],
    ['shell-session', 'bash', 'Shell'],
    ['{bash}', 'bash', 'Shell'],
    ['{.ps1', 'powershell', 'PowerShell'],
    ['yaml{1,3-4}', 'yaml', 'YAML'],
    ['sh:run.sh', 'bash', 'Shell'],
    ['rust,ignore', 'rust', 'rust'],
    ['{1,3}', 'text', 'Text'],
    ['mermaid', 'mermaid', 'mermaid'],
    ['', 'text', 'Text'],
    ['"><script>', 'text', 'Text'],
    ['constructor', 'constructor', 'constructor'],
  ])('knows %j as %s', (word, language, label) => {
    expect(highlighter.highlight('x', word)).toMatchObject({ language, label });
    expect(highlighter.plain('x', word)).toEqual({ language, label, html: 'x' });
  });

  it('works out equal blocks once', () => {
    expect(highlighter.highlight('a: 1', 'yml')).toBe(highlighter.highlight('a: 1', 'yaml'));
    expect(highlighter.highlight('a: 1', 'yml')).not.toBe(createHighlighter().highlight('a: 1', 'yml'));
  });

  it.each([
    ['blocks', 'json', '[1]\n'.repeat(5001)],
    ['lines', 'yml', `a: ${'x'.repeat(2001)}`],
    ['block scalars', 'yml', `a: |\n${'  x: 1\n'.repeat(4000)}`],
  ])('shows %s that are too long without colours', (_, language, code) => {
    expect(highlighter.highlight(code, language).html).toBe(code);
  });

  it('colours long YAML in pieces, as far as a page can bear', () => {
    const text = "a:\n  - 'b'\n\nc: |\n  d: 1\n\n  e: 2\n";
    const { html } = highlighter.highlight(text, 'yml');
    expect(highlighter.highlight(text.repeat(2800), 'yml').html).toBe(html.repeat(2800));
    const longest = highlighter.highlight(text.repeat(10_000), 'yml').html;
    expect(textIn(longest)).toBe(text.repeat(10_000));
    expect(longest.endsWith(text.repeat(5000))).toBe(true);
  });

  it('keeps every character, whatever the language', () => {
    const names = languages.map(({ name }) => name);
    const piece = fc.constantFrom(
      ...[
        '#{a}',
        '#{a b.c}',
        '"',
        "'",
        ' ',
        '\n',
        '#',
        '$x',
        '<!--',
        '&',
        '>',
        '/*',
        'a: ',
        '- b',
        '{',
        '}',
        '`',
        '%a%',
        'if ',
        '\\',
        '1',
      ],
    );
    const code = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(code, fc.constantFrom(...names), (text, name) => {
        expect(textIn(highlighter.highlight(text, name).html)).toBe(text);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

function textIn(html: string): string {
  expect(html.replace(/<span class="token [a-z]+">|<\/span>/g, '')).not.toMatch(/[<>]/);
  return html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
