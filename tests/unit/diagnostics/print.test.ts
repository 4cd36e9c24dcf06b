import { describe, expect, it } from 'vitest';
import {
  diagnose,
  diagnosticJson,
  nearest,
  printable,
  printableJson,
  printGithub,
  printPretty,
  sarifLog,
  withSeverities,
} from '../../../src/diagnostics/index.ts';
import type { Diagnostic } from '../../../src/diagnostics/index.ts';
import { vaultPath } from '../../../src/source/index.ts';

const place = { path: vaultPath('Use Cases/a, b.md'), start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
const diagnostic = diagnose('links/broken', place, { target: 'T12O4', nearest: 'T1204' });

describe('printers of diagnostics', () => {
  it('shows people the place, the line, a caret and what was meant', () => {
    expect(printPretty(diagnostic, () => 'see T12O4 now')).toBe(
      [
        'Use Cases/a, b.md:3:5: warning: no note or file is named “T12O4” [links/broken]',
        '  | see T12O4 now',
        '  |     ^^^^',
        '  did you mean “T1204”?',
      ].join('\n'),
    );
  });

  it('cuts a long line around the caret', () => {
    const far = { ...place, start: { line: 1, column: 5001 }, end: { line: 1, column: 5002 } };
    const [, line = '', caret = ''] = printPretty(
      { ...diagnostic, place: far },
      () => `${'x'.repeat(5000)}Y${'z'.repeat(5000)}`,
    ).split('\n');
    expect(line.length).toBeLessThan(120);
    expect(line[caret.indexOf('^')]).toBe('Y');
  });

  it('reads of a line of megabytes what is near the caret, and quotes nothing far from its start', () => {
    const at = (column: number): Diagnostic['place'] => ({
      ...place,
      start: { line: 1, column },
      end: { line: 1, column },
    });
    const blob = `\t${'😀'.repeat(50)}Y${'\u001b'.repeat(100)}`;
    const [, line = '', caret = ''] = printPretty({ ...diagnostic, place: at(52) }, () => blob).split('\n');
    expect([...line][caret.indexOf('^')]).toBe('Y');
    const far = printPretty({ ...diagnostic, place: at(20_000) }, () => 'x'.repeat(30_000));
    expect(far).not.toContain('xxx');
    expect(far).toContain(':1:20000: warning:');
  });

  it('gives programs a flat object', () => {
    expect(diagnosticJson(diagnostic)).toEqual({
      code: 'links/broken',
      severity: 'warning',
      path: 'Use Cases/a, b.md',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 9,
      message: 'no note or file is named “T12O4”',
      hint: 'did you mean “T1204”?',
      url: 'docs/diagnostics/links/broken.md',
    });
  });

  it('escapes properties of a workflow command', () => {
    expect(printGithub(diagnostic)).toMatch(
      /^::warning file=Use Cases\/a%2C b\.md,line=3,.*title=links\/broken::no note/,
    );
  });

  it('writes a SARIF log whose results name known rules', () => {
    const log = JSON.parse(JSON.stringify(sarifLog([diagnostic]))) as {
      runs: [{ tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; level: string }[] }];
    };
    expect(log.runs[0].tool.driver.rules.map(({ id }) => id)).toEqual(['links/broken']);
    expect(log.runs[0].results[0]).toMatchObject({ ruleId: 'links/broken', level: 'warning' });
  });
});

describe('text of others on a terminal or in a log', () => {
  const evil = '\u001b[2J\u009b31m\r\n::stop-commands::x\u202e\u2028\ud800\u007f ##[add-mask]e ##vso[task.setvariable]';
  const named = { ...place, path: vaultPath(`::add-mask::${evil}.md`) };
  const hostile = diagnose('links/broken', named, { target: evil, nearest: evil });

  it('shows a picture of each character that would act', () => {
    expect(printable(evil)).toBe(
      '\u241b[2J\ufffd31m\u240d\u240a::stop-commands::x\ufffd\ufffd\ufffd\u2421 #\u266f[add-mask]e #\u266fvso[task.setvariable]',
    );
    expect(printable('Größe 👩‍👩‍👧 “x” – ✓')).toBe('Größe 👩‍👩‍👧 “x” – ✓');
  });

  it('stays one line that begins with no command', () => {
    const [head = '', line, caret, hint, ...more] = printPretty(hostile, () => `${evil}\tend`).split('\n');
    expect(head).toMatch(/^\.\/::add-mask::/);
    expect([head, line, caret, hint].join('')).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202e]|##\[/u);
    expect(more).toEqual([]);
  });

  it('stays inside its workflow command', () => {
    expect(printGithub(hostile)).toMatch(/^::warning file=%3A%3Aadd-mask%3A%3A[^\p{Cc}\p{Cs}\u2028\u202e]*$/u);
    expect(printGithub(diagnose('links/broken', place, { target: '%0A::error::', nearest: undefined }))).toContain(
      '“%250A::error::”',
    );
  });

  it('is the same value in JSON, without such a character', () => {
    const json = printableJson({ [evil]: [evil] });
    expect(json).toMatch(/^[^\p{Cc}\p{Cs}\u2028\u202e]*$/u);
    expect(JSON.parse(json)).toEqual({ [evil]: [evil] });
    expect(JSON.parse(printableJson(sarifLog([hostile]), 2))).toEqual(JSON.parse(JSON.stringify(sarifLog([hostile]))));
  });

  it('has an address in SARIF whatever its name', () => {
    const log = JSON.stringify(sarifLog([hostile]));
    const uri = /"uri":"([^"]*)"/.exec(log)?.[1] ?? '';
    expect(uri).toMatch(/^[\w.!~*'()%/-]+$/);
    expect(decodeURIComponent(uri)).toBe(named.path.toWellFormed());
  });

  it('holds no half of a character', () => {
    const { message, hint } = diagnose('links/broken', place, { target: 'a\uD800', nearest: 'b\uDC00' });
    expect([message, hint]).toEqual(['no note or file is named “a\uFFFD”', 'did you mean “b\uFFFD”?']);
  });

  it('is cut where it is long', () => {
    const target = `data:image/png;base64,${'A'.repeat(1_000_000)}`;
    expect(diagnose('links/unsafe', place, { target }).message.length).toBeLessThan(400);
  });
});

describe('severities of a configuration', () => {
  const unsafe = diagnose('links/unsafe', place, { target: 'x' });

  it('change what a diagnostic is, or leave it out', () => {
    const changed = withSeverities([diagnostic, unsafe], { 'links/broken': 'error', 'links/unsafe': 'off' });
    expect(changed).toEqual([{ ...diagnostic, severity: 'error' }]);
    expect(withSeverities([diagnostic], {})).toEqual([diagnostic]);
  });

  it('have their own word in every form', () => {
    const [info] = withSeverities([diagnostic], { 'links/broken': 'info' });
    if (info === undefined) throw new Error('it was left out');
    expect(printGithub(info)).toMatch(/^::notice file=/);
    expect(JSON.stringify(sarifLog([info]))).toContain('"level":"note"');
    expect(printPretty(info, () => undefined)).toContain(': info: ');
    expect(diagnosticJson(info).severity).toBe('info');
  });
});

describe('nearest', () => {
  it.each([
    ['tecnique', ['technique', 'test', 'rule'], 'technique'],
    ['TITLE', ['title'], 'title'],
    ['zzzz', ['technique', 'rule'], undefined],
    ['', ['rule'], undefined],
    ['taks', ['line', 'task'], 'task'],
    ['tga', ['tag'], 'tag'],
    ['gat', ['tag'], undefined],
    ['aab', ['aba', 'aaa'], 'aba'],
    ['x', ['', 'k'], undefined],
    ['x', ['X'], 'X'],
    ['a', ['ab'], 'ab'],
    ['x'.repeat(500), ['rule'], undefined],
  ])('of %s in %j is %s', (name, known, expected) => {
    expect(nearest(name, known)).toBe(expected);
  });
});
