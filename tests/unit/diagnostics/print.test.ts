import { describe, expect, it } from 'vitest';
import {
  diagnose,
  diagnosticJson,
  nearest,
  printGithub,
  printPretty,
  sarifLog,
} from '../../../src/diagnostics/index.ts';
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

describe('nearest', () => {
  it.each([
    ['tecnique', ['technique', 'test', 'rule'], 'technique'],
    ['TITLE', ['title'], 'title'],
    ['zzzz', ['technique', 'rule'], undefined],
    ['', ['rule'], undefined],
    ['x'.repeat(500), ['rule'], undefined],
  ])('of %s in %j is %s', (name, known, expected) => {
    expect(nearest(name, known)).toBe(expected);
  });
});
