import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePage } from '../../../src/cli/code-page.ts';
import {
  catalogue,
  diagnose,
  printable,
  printableJson,
  printGithub,
  sarifLog,
  severities,
} from '../../../src/diagnostics/index.ts';
import type { Code, Diagnostic } from '../../../src/diagnostics/index.ts';
import { vaultPath } from '../../../src/source/index.ts';
import sarifSchema from './sarif-subset.json' with { type: 'json' };

/** What names and messages may hold that the formats give a meaning to. */
const PIECES = ['\n', '\r', '\r\n', '::', ':', '%', '%0A', '%25', '%3A', ',', '=', '"', "'", '\\', ' ', '\t', '#', '?'];
const MORE_PIECES = [
  '\0',
  '\u001b[2J',
  '\u007f',
  '\u2028',
  '\u202e',
  '\ud800',
  '😀',
  'é',
  '::error::',
  '##[group]',
  '..',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...MORE_PIECES), fc.string({ maxLength: 6 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((pieces) => pieces.join(''));
/** A name of a file is neither empty nor a way to another folder; between folders stand `/`, and a `\` is one. */
const fileName = hostile.map((name) => name.replaceAll(/[/\\]/g, '_').replace(/^\.{0,2}$/, 'dots'));
const number = fc.integer({ min: 1, max: 9_999 });

const diagnostic: fc.Arbitrary<Diagnostic> = fc
  .record({
    code: fc.constantFrom(...(Object.keys(catalogue) as Code[])), // keys of an object are plain strings to TypeScript
    severity: fc.constantFrom(...severities),
    names: fc.array(fileName, { minLength: 1, maxLength: 3 }),
    line: number,
    lines: fc.nat({ max: 2 }),
    column: number,
    message: hostile.map((text) => `found ${text}`),
    hint: fc.option(hostile, { nil: undefined }),
  })
  .map(({ names, line, lines, column, ...rest }) => {
    const place = { start: { line, column }, end: { line: line + lines, column: column + 1 } };
    return { ...rest, place: { path: vaultPath(names.join('/')), ...place }, related: [] };
  });

interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line of a log as the runner of GitHub Actions does; undefined when it is no command. */
function readWorkflowCommand(line: string): WorkflowCommand | undefined {
  const trimmed = line.trimStart();
  const end = trimmed.indexOf('::', 2);
  if (!trimmed.startsWith('::') || end < 0) return undefined;
  const head = trimmed.slice(2, end);
  const space = head.indexOf(' ');
  const pairs = head.slice(space + 1).split(',');
  const properties = pairs.map((pair) => {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/su.exec(pair) ?? [];
    return [name, unescaped(value.replaceAll('%3A', ':').replaceAll('%2C', ','))] as const;
  });
  const data = unescaped(trimmed.slice(end + 2));
  return { command: head.slice(0, space), properties: Object.fromEntries(properties), data };
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

const wordsOf = ({ message, hint }: Diagnostic): string => (hint === undefined ? message : `${message} (${hint})`);

describe('a workflow command of GitHub', () => {
  it('is one line that the runner reads as what was said, whatever was said', () => {
    fc.assert(
      fc.property(diagnostic, (diagnostic) => {
        const line = printGithub(diagnostic);
        expect(line.split(/[\r\n\u0085\u2028\u2029]/u)).toHaveLength(1);
        const { path, start, end } = diagnostic.place;
        const columns = { col: start.column.toString(), endColumn: end.column.toString() };
        expect(readWorkflowCommand(line)).toEqual({
          command: diagnostic.severity === 'info' ? 'notice' : diagnostic.severity,
          properties: {
            file: printable(path),
            line: start.line.toString(),
            endLine: end.line.toString(),
            // The runner refuses columns of a range over several lines.
            ...(start.line === end.line ? columns : {}),
            title: diagnostic.code,
          },
          data: printable(wordsOf(diagnostic)),
        });
      }),
      { numRuns: 500 },
    );
  });
});

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly markdown?: string };
}

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly message: { readonly text: string };
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
        ];
      }[];
    },
  ];
}

describe('a SARIF log', () => {
  const isSarif = new Ajv({ allErrors: true }).compile<SarifLog>(sarifSchema);

  it('is valid and says what was said, whatever was said', () => {
    fc.assert(
      fc.property(fc.array(diagnostic, { maxLength: 4 }), (diagnostics) => {
        const log: unknown = JSON.parse(printableJson(sarifLog(diagnostics), 2));
        if (!isSarif(log)) throw new Error(JSON.stringify(isSarif.errors));
        const [{ tool, results }] = log.runs;
        const rules = tool.driver.rules.map(({ id }) => id);
        expect(new Set(rules).size).toBe(rules.length);
        expect(results.map(({ ruleId }) => ruleId)).toEqual(diagnostics.map(({ code }) => code));
        for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]).toBe(ruleId);
        expect(results.map(({ message }) => message.text)).toEqual(diagnostics.map(wordsOf));
        const uris = results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri);
        expect(uris.map(fileOfUri)).toEqual(diagnostics.map(({ place }) => place.path.toWellFormed()));
      }),
      { numRuns: 300 },
    );
  });

  it('holds no more than GitHub takes, the most severe, and says how many are left off', () => {
    const place = { path: vaultPath('a.md'), start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const warning = diagnose('links/unsafe', place, { target: 'x' });
    const many = [...Array.from({ length: 25_001 }, () => warning), { ...warning, severity: 'error' as const }];
    const log: unknown = JSON.parse(JSON.stringify(sarifLog(many)));
    if (!isSarif(log)) throw new Error(JSON.stringify(isSarif.errors));
    const [{ results }] = log.runs;
    expect([results.length, results[0]]).toEqual([25_000, expect.objectContaining({ level: 'error' })]);
    expect(JSON.stringify(log)).toContain('2 less severe results are left off');
    expect(JSON.stringify(sarifLog([warning]))).not.toContain('left off');
  });

  it('describes each rule by its page, where there is one', () => {
    const place = { path: vaultPath('a.md'), start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const diagnostics = [diagnose('links/unsafe', place, { target: 'x' })];
    const page = '# links/unsafe\n\n**warning**\n\nOne `kind`. Two\nof them.\n\n## Repair\n';
    const rulesOf = (log: unknown): unknown => isSarif(log) && log.runs[0].tool.driver.rules;
    const common = { id: 'links/unsafe', defaultConfiguration: { level: 'warning' } };
    expect(rulesOf(sarifLog(diagnostics, () => page))).toEqual([
      {
        ...common,
        shortDescription: { text: 'One kind.' },
        fullDescription: { text: 'One kind. Two of them.' },
        help: { text: 'One kind. Two of them.', markdown: page },
      },
    ]);
    const text = { text: 'links/unsafe' };
    expect(rulesOf(sarifLog(diagnostics))).toEqual([
      { ...common, shortDescription: text, fullDescription: text, help: text },
    ]);
  });

  it.each(Object.keys(catalogue) as Code[])('says in one sentence what %s is', (code) => {
    const place = { path: vaultPath('a.md'), start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const found = { code, severity: 'info', place, message: 'x', hint: undefined, related: [] } as const;
    const [rule] = (sarifLog([found], codePage) as SarifLog).runs[0].tool.driver.rules;
    expect(rule?.shortDescription.text).toMatch(/^\S.{10,400}[.]$/);
    expect(rule?.help.markdown).toContain(`# ${code}`);
  });

  it('is refused by the schema where it is wrong', () => {
    const place = { path: vaultPath('a.md'), start: { line: 0, column: 1 }, end: { line: 1, column: 1 } };
    expect(isSarif(sarifLog([diagnose('links/unsafe', place, { target: 'x' })]))).toBe(false);
  });
});

/** The file that a reader finds at a relative address, below the folder that it stands in. */
function fileOfUri(uri: string): string {
  const root = 'file:///vault/';
  const { href, search, hash } = new URL(uri, root);
  expect([href.startsWith(root), search, hash]).toEqual([true, '', '']);
  return decodeURIComponent(href.slice(root.length));
}
