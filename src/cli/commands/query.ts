import { createInterface } from 'node:readline';
import { diagnose, printable, printableJson } from '../../diagnostics/index.ts';
import { answerQuery, explainQuery } from '../../query/index.ts';
import type { Answer, Corpus } from '../../query/index.ts';
import { fileStart, vaultPath } from '../../source/index.ts';
import { UsageError, optionText } from '../command.ts';
import type { Command, ExitCode, Printer, Terminal } from '../command.ts';
import { answerFromVault } from '../kept-answer.ts';
import { vaultOptions, withVault } from '../open-vault.ts';
import { printProblem } from '../query-problem.ts';

/** Answers searches as the vault would. */
export const query: Command = {
  name: 'query',
  summary: 'answers a search as the vault would',
  words: ['TEXT?'],
  takesText: true,
  options: {
    ...vaultOptions,
    format: {
      type: 'string',
      summary: 'paths, one JSON object, or what the search means',
      choices: ['paths', 'json', 'explain'],
      default: 'paths',
    },
    stdin: { type: 'boolean', summary: 'answer JSON lines {"query": "…"} from standard input' },
  },
  run: async (args, terminal) => {
    const [text] = args.words;
    if (args.options['stdin'] === true) return withVault(args, ({ corpus }) => answerLines(corpus, terminal));
    if (text === undefined) throw new UsageError('query needs TEXT or --stdin');
    const format = optionText(args, 'format');
    return answerFromVault(
      { name: 'query', args, answer: ({ corpus }, printer) => answerOne(text, corpus, { terminal: printer, format }) },
      terminal,
    );
  },
};

interface Printing {
  readonly terminal: Printer;
  readonly format: string | undefined;
}

function answerOne(text: string, corpus: Corpus, { terminal, format }: Printing): ExitCode {
  const answer = answerQuery(text, corpus);
  if (format === 'json') terminal.out(`${printableJson(answerJson(text, answer))}\n`);
  for (const problem of answer.kind === 'rows' ? answer.warnings : answer.problems)
    terminal.err(printProblem(text, problem));
  if (answer.kind === 'malformed') return 2;
  if (format === 'explain') terminal.out(`${explainQuery(text, corpus)}\n`);
  if (format === 'paths') for (const row of answer.rows) terminal.out(`${printable(row.note.file.path)}\n`);
  if (answer.emptyReason !== undefined && format !== 'explain')
    terminal.err(`no results: ${printable(answer.emptyReason)}\n`);
  return 0;
}

/** One answer a line, in order; a line that is no JSON is answered with an error and costs the exit code. */
async function answerLines(corpus: Corpus, terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  for await (const line of createInterface({ input: terminal.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const text = queryOfLine(line);
    if (text === undefined) exitCode = 2;
    const reply = text === undefined ? { query: line, error: notJson() } : answerJson(text, answerQuery(text, corpus));
    terminal.out(`${printableJson(reply)}\n`);
  }
  return exitCode;
}

/** The error of a line that is no JSON object with a search; its place is the line's start. */
function notJson(): object {
  const { code, message, place } = diagnose('query/not-json', fileStart(vaultPath('')), {});
  return { code, ...place.start, message };
}

function queryOfLine(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const has = typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string';
    return has ? String(value.query) : undefined;
  } catch {
    return undefined;
  }
}

function answerJson(query: string, answer: Answer): object {
  if (answer.kind === 'rows') return { query, results: answer.rows.map((row) => row.note.file.path) };
  const [first] = answer.problems;
  if (first === undefined) throw new Error('a malformed query has a problem');
  const { code, position, message } = first;
  return { query, error: { code, line: position.line, column: position.column, message } };
}
