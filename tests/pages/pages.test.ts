import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareDiagnostics } from '../../src/diagnostics/index.ts';
import type { RenderedNote } from '../../src/render/index.ts';
import { dangersIn, isNestedAsWritten } from '../unit/render/safety.ts';
import { renderIn } from '../unit/render/small-vault.ts';

/** Each case is a small vault of which `input.md` is rendered; UPDATE=1 writes what comes out as expected. */
const cases = globSync('*/input.md', { cwd: import.meta.dirname }).map((file) => path.dirname(file));

describe('pages of notes', () => {
  it.each(cases.toSorted())('%s', (name) => {
    const folder = path.join(import.meta.dirname, name);
    const rendered = renderIn(filesIn(folder), 'input.md');
    const expected = path.join(folder, 'output.html');
    const actual = report(rendered);
    if (process.env['UPDATE'] === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
    expect(dangersIn(rendered.html)).toEqual([]);
    expect(isNestedAsWritten(rendered.html)).toBe(true);
  });
});

function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = globSync('**/*.*', { cwd: folder }).filter((name) => name !== 'output.html');
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** The HTML, and above it in a comment the contents and what was reported. */
function report({ html, toc, diagnostics }: RenderedNote): string {
  const entries = toc.map(
    ({ depth, id, text, detail }) => `h${depth} #${id} ${text}${detail === undefined ? '' : ` (${detail})`}`,
  );
  const problems = diagnostics
    .toSorted(compareDiagnostics)
    .map(({ code, place, message }) => `${place.path}:${place.start.line}:${place.start.column} ${code} ${message}`);
  return `<!--\n${[...entries, ...problems].join('\n')}\n-->\n${html}\n`;
}
