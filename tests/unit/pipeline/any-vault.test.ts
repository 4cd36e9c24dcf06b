import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '../../../src/diagnostics/index.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { loadVault } from '../../../src/pipeline/index.ts';
import { buildPages, createRenderer } from '../../../src/render/index.ts';

const random = fc.string({ unit: 'binary', maxLength: 30 });
/** Some of these pieces and random texts, one after another. */
const mixedOf = (pieces: readonly string[], maxLength: number, joint = ''): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: random }), {
      maxLength,
    })
    .map((chosen) => chosen.join(joint));

const frontmatter = mixedOf(
  [
    ...['tags: [techniques]', 'tags: detection_rule', 'tags:\n  - atomic_test\n  - 1', 'tags: {a: b}', 'tags: [, x'],
    ...['title: T1059.003', 'title: [a]', 'title: ', 'aliases: [T1059, null, 2, {}]', 'aliases: !!binary aGk='],
    ...['__proto__: {a: 1}', 'constructor: {prototype: {}}', 'toString: 1', 'hasOwnProperty: no', '? [a, b]\n: c'],
    ...['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', 'a: *none', 'a: &a {b: *a}', '<<: *a', '<<: {x: y}', '---', '...'],
    ...[
      '%YAML 9.9',
      '!!js/function x',
      'date: 0000-00-00',
      'created: 99999-99-99',
      'n: .nan',
      'n: 1e999',
      '\ta: b',
      'a: "',
    ],
    ...[
      'id: 0',
      'tactic: [execution, 3]',
      'platforms: null',
      'a: |\n  x\n y',
      'a: b: c',
      '- list',
      'data_source: "Process: x"',
    ],
  ],
  6,
  '\n',
);

const sigma = mixedOf(
  [
    ...[
      'title: A rule',
      'title: {}',
      'id: 12345678-1234-1234-1234-123456789abc',
      'id: 7',
      'status: stable',
      'status: [x]',
    ],
    ...['level: high', 'level: null', 'logsource: {product: windows, category: process_creation}', 'logsource: []'],
    ...[
      'detection:\n  a: {x: y}\n  condition: a',
      'detection:\n  condition: ((((a',
      'detection: {condition: [1 of them, 2]}',
    ],
    ...[
      'detection:\n  condition: all of __proto__',
      'tags: [attack.t1059, attack.execution, 3]',
      'tags: attack.t1059',
      'tags:',
    ],
    ...[
      'related: [{id: x, type: y}, 3]',
      'related: {}',
      'references: 1',
      'date: 2024/13/45',
      'simulation: [{type: a}, null]',
    ],
    ...['falsepositives: {a: b}', '__proto__: 1', 'a: &a [*a]', 'x: *y', '\t', '---', 'detection: &d\n  x: *d'],
  ],
  8,
  '\n',
);

const markdown = mixedOf(
  [
    ...[
      '\n',
      '\n\n',
      ' ',
      '    ',
      '> ',
      '- ',
      '1. ',
      '# ',
      '## A\n',
      '|a|b|\n|-|-|\n',
      '|',
      '[[A]]',
      '[[B#A|c]]',
      '![[A]]',
    ],
    ...[
      '![[B#^x]]',
      '![[C]]',
      '[[../../etc/passwd]]',
      '[a](B.md#b)',
      '[a](javascript:x)',
      '![](data:x)',
      '[](%E0%A4%A)',
      '^x\n',
    ],
    ...[
      '<script>x</script>',
      '<img src=x onerror=y>',
      '<',
      '</p>',
      '<!--',
      '-->',
      '&#0;',
      '&#xD800;',
      '%%',
      '==',
      '$',
      '$$\n',
    ],
    ...[
      '\n```query\n',
      '\n```\n',
      '\n```yaml\n',
      '\n```',
      'tag:#a',
      '/(a+)+$/',
      '(',
      '-',
      '"',
      'file:',
      '[p:1]',
      'section:(a b)',
    ],
    ...[
      '#a',
      '#1059',
      '#__proto__',
      'constructor',
      '[^1]',
      '\n[^1]: ',
      '(Citation: x)',
      '\ud800',
      '\0',
      '\u2028',
      '😀',
      '\r',
      '\\',
    ],
    ...[
      '\n# Atomic Test #1 - A\n',
      '**auto_generated_guid:** x\n',
      '#### Inputs:\n',
      '| Name | Type |\n',
      'T1059',
      '\n> [!info]- \n> ',
    ],
  ],
  25,
);

const configuration = mixedOf(
  [
    ...[
      'title: X',
      'title: ""',
      'title: [1]',
      "kinds: {rule: 'tag:techniques'}",
      "kinds: {test: '('}",
      'kinds: {__proto__: x}',
    ],
    ...[
      "publish: '-tag:techniques'",
      "publish: '(('",
      'publish: 7',
      "publish: '/(/'",
      "exclude: ['B*', '[']",
      'exclude: !!set {a}',
    ],
    ...[
      'editUrl: javascript:{path}',
      'editUrl: https://a.test/{path}',
      'noindex: true',
      'noindex: maybe',
      'unknown: 1',
    ],
    ...[
      'diagnostics: {links/broken: error, x: y}',
      'diagnostics: {links/broken: off}',
      '__proto__: {}',
      'a: &a [*a]',
      '---',
      '\t',
      '{',
    ],
  ],
  3,
  '\n',
);

const note = fc.oneof(
  fc.tuple(frontmatter, markdown).map(([yaml, body]) => `---\n${yaml}\n---\n${body}`),
  fc
    .tuple(sigma, markdown)
    .map(([yaml, body]) => `---\ntags: [detection_rule]\n---\n\`\`\`yaml\n${yaml}\n\`\`\`\n${body}`),
  markdown,
  random,
);

const vault = fc.record({ 'A.md': note, 'B.md': note, 'T1059 - C.md': note, 'detectionary.yaml': configuration });

/** A diagnostic in words when it is not known or does not lie in its file; undefined when all is well. */
function faultOf({ code, place }: Diagnostic, texts: ReadonlyMap<string, string>): string | undefined {
  const { path: name, start, end } = place;
  const lines = texts.get(name)?.split('\n');
  const fault = `${code} at ${name}:${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)}`;
  if (!Object.hasOwn(catalogue, code) || lines === undefined) return fault;
  const isInside = ({ line, column }: { line: number; column: number }): boolean =>
    line >= 1 && column >= 1 && line <= lines.length && column <= [...(lines[line - 1] ?? '')].length + 1;
  const isForward = start.line < end.line || (start.line === end.line && start.column <= end.column);
  return isInside(start) && isInside(end) && isForward ? undefined : fault;
}

it('any vault has pages, and what is wrong in it is known and lies in its files', { timeout: 120_000 }, () => {
  const root = mkdtempSync(path.join(tmpdir(), 'any-vault-'));
  try {
    fc.assert(
      fc.property(vault, (files) => {
        for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text);
        const { graph, diagnostics, vault: folder } = loadVault(root);
        const { renderNote } = createRenderer(graph, { base: '/', lineBreaks: 'shown' });
        const rendered: Diagnostic[] = [];
        const pages = buildPages(graph, { base: '/' }, (node) => {
          const page = renderNote(node);
          rendered.push(...page.diagnostics);
          return page;
        });
        expect(pages.length).toBeGreaterThan(0);
        // As they were decoded, where they were: a NUL may make a note one of UTF-16, or no text at all.
        const read = [...folder.notes, ...(folder.configFile === undefined ? [] : [folder.configFile])];
        const decoded = read.map((file) => [file.path, file.text] as const);
        const texts = new Map<string, string>([...Object.entries(files), ...decoded]);
        const faults = [...diagnostics, ...rendered].map((diagnostic) => faultOf(diagnostic, texts));
        expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
        expect(Object.keys(Object.prototype)).toEqual([]);
        // Nobody's fault but ours.
        expect(diagnostics.filter(({ code }) => code === 'parse/unreadable')).toEqual([]);
      }),
      { numRuns: Number(process.env['ANY_VAULT_RUNS'] ?? 100) },
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});
