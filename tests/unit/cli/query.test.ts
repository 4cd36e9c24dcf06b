import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '../../../src/cli/command.ts';
import { run } from '../../../src/cli/run.ts';
import { temporaryVault } from '../vault/temporary-vault.ts';

const files = {
  'Rules/Rare parent.md': '---\ntags: [detection_rule, T1204]\n---\nAn office program starts a shell.\n',
  'T1204.md': '#techniques #T1204\n\n```query\ntag: T1204\ntag: detection_rule\n```\n\n```query\n(tag: T1204\n```\n',
};

interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
}

/** Runs the program over a vault of the files above. */
async function detectionary(argv: readonly string[], stdin = ''): Promise<Outcome> {
  const written = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    stdin: Readable.from([stdin]),
    isScreen: false,
    untilStopped: () => Promise.resolve(),
  };
  const exitCode = await run([...argv, '--vault', temporaryVault(files)], terminal);
  return { ...written, exitCode };
}

describe('query', () => {
  it('prints paths in the order of results', async () => {
    const { out, err, exitCode } = await detectionary(['query', 'tag:T1204']);
    expect({ out, err, exitCode }).toEqual({ out: 'Rules/Rare parent.md\nT1204.md\n', err: '', exitCode: 0 });
  });

  it('answers a search that only excludes', async () => {
    const { out, err, exitCode } = await detectionary(['query', '-tag:techniques']);
    expect({ out, err, exitCode }).toEqual({ out: 'Rules/Rare parent.md\n', err: '', exitCode: 0 });
  });

  it('tells a search from a wish for help', async () => {
    const help = await detectionary(['query', '-h']);
    expect(help.out).toMatch(/^Usage: detectionary query/);
    const { out, err } = await detectionary(['query', '--', '-h']);
    // What the test adds, `--vault`, is a word here too.
    expect({ out, err }).toEqual({ out: '', err: 'detectionary: query does not know what to do with “--vault”\n' });
  });

  it('says why there is no result, and what the search may have meant', async () => {
    const { out, err, exitCode } = await detectionary(['query', 'tag:T1204 tags:x']);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 0 });
    expect(err).toContain('query:1:11: warning: “tags:” is no operator');
    expect(err).toContain('no results: no note contains “tags:x”');
  });

  it('shows a mistake with a caret and ends with 2', async () => {
    const { out, err, exitCode } = await detectionary(['query', 'a\n "b']);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toContain('query:2:2: error: this quote is never closed [query/unclosed-quote]\n  |  "b\n  |  ^\n');
  });

  it('answers as one JSON object', async () => {
    const found = await detectionary(['query', 'shell', '--format', 'json']);
    expect(JSON.parse(found.out)).toEqual({ query: 'shell', results: ['Rules/Rare parent.md'] });
    const refused = await detectionary(['query', '()', '--format', 'json']);
    expect(JSON.parse(refused.out)).toMatchObject({
      query: '()',
      error: { code: 'query/empty-group', line: 1, column: 1 },
    });
  });

  it('explains', async () => {
    const { out } = await detectionary(['query', 'shell', '--format', 'explain']);
    expect(out).toBe('notes whose content or name contains “shell”: 1 note\n');
  });
});

describe('query --stdin', () => {
  const answers = async (lines: readonly string[]): Promise<readonly unknown[]> => {
    const { out } = await detectionary(['query', '--stdin'], `${lines.join('\n')}\n`);
    return out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  };

  it('answers thousands of lines in order', async () => {
    const lines = Array.from({ length: 3000 }, (_, at) => JSON.stringify({ query: at % 2 === 0 ? 'shell' : `"${at}` }));
    const found = await answers(lines);
    expect(found).toHaveLength(3000);
    expect(found[2998]).toEqual({ query: 'shell', results: ['Rules/Rare parent.md'] });
    expect(found[2999]).toMatchObject({ query: '"2999', error: { code: 'query/unclosed-quote', line: 1, column: 1 } });
  });

  it.each(['tag:T1204', '{"text": "x"}', '{"query": 1}', '["x"]', 'null'])('refuses the line %s', async (line) => {
    const { out, exitCode } = await detectionary(['query', '--stdin'], `${line}\n{"query": "office"}\n`);
    const [first, second] = out.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      query: line,
      error: { code: 'query/not-json', line: 1, column: 1 },
    });
    expect(JSON.parse(second ?? '')).toEqual({ query: 'office', results: ['Rules/Rare parent.md'] });
    expect(exitCode).toBe(2);
  });

  it('takes a mistake in a search for an answer', async () => {
    expect((await detectionary(['query', '--stdin'], '{"query": "("}\n')).exitCode).toBe(0);
  });
});

describe('blocks', () => {
  it('lists every block with its results or its mistake', async () => {
    const { out, exitCode } = await detectionary(['blocks', '--format', 'json']);
    const [first, second, ...others] = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(exitCode).toBe(0);
    expect(first).toEqual({
      path: 'T1204.md',
      line: 3,
      language: 'query',
      source: 'tag: T1204\ntag: detection_rule',
      results: ['Rules/Rare parent.md'],
    });
    expect(second).toMatchObject({
      path: 'T1204.md',
      line: 8,
      error: { code: 'query/unclosed-paren', line: 9, column: 1 },
    });
    expect(others).toEqual([]);
  });
});

describe('check', () => {
  it('reports the mistakes of a search at their place in the note', async () => {
    const { out, exitCode } = await detectionary(['check', '--format', 'json']);
    const found = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(exitCode).toBe(1);
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'query/unclosed-paren', path: 'T1204.md', line: 9, column: 1 }),
    );
  });
});
