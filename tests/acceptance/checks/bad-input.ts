import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { detectionary, lastWords } from '../commands.ts';
import type { Outcome, Setting } from '../commands.ts';
import type { Report } from '../report.ts';
import { parseLines, readSiteJson, toDiagnostic, toGraph } from '../site-json.ts';
import type { Diagnostic } from '../site-json.ts';
import { smallVaultNotes, writeNote, writeSmallVault } from '../small-vault.ts';

/** Where small vaults are written and built. */
export interface BadInput {
  readonly setting: Setting;
  /** An empty folder of the run's own. */
  readonly folder: string;
}

/** One way to spoil a vault, and what must be said of it. */
interface Fault {
  readonly name: string;
  readonly file: string;
  readonly spoil: (vault: string) => void;
  /** The line to be named; undefined where there is none. */
  readonly line?: number;
  /** What the message or its hint must hold. */
  readonly words?: RegExp;
  readonly severity?: string;
  /** Whether the spoilt file is still a page. */
  readonly isPage: boolean;
}

const faults: readonly Fault[] = [
  {
    // Neither a directory nor a forbidden file would do: the one is no note, the other is read by root.
    name: 'an unreadable file',
    file: 'Unreadable.md',
    spoil: (vault) => symlinkSync(join(vault, 'nowhere.md'), join(vault, 'Unreadable.md')),
    isPage: false,
  },
  {
    name: 'a broken note',
    file: 'Broken.md',
    spoil: (vault) => writeNote(vault, 'Broken.md', '---\ntags: [, notes]\n---\n\n# Broken\n'),
    line: 2,
    severity: 'warning',
    isPage: true,
  },
  {
    name: 'a wrong configuration key',
    file: 'detectionary.yaml',
    spoil: (vault) => writeNote(vault, 'detectionary.yaml', "exclude: ['.trash']\ntitel: Ours\n"),
    line: 2,
    words: /\btitle\b/,
    isPage: false,
  },
];

/** Asserts that each kind of bad input is named once, costs itself alone, and sets the exit code. */
export async function checkBadInput(report: Report, input: BadInput): Promise<void> {
  const clean = join(input.folder, 'clean');
  writeSmallVault(clean);
  const known = await diagnose(input.setting, clean);
  report.none(
    'a vault without a fault: has no error or warning',
    known.found.filter(({ severity }) => /error|warning/.test(severity)).map(say),
  );
  for (const fault of faults) {
    const spoilt = { ...input, fault, knownCount: known.found.length };
    await report.attempt(fault.name, () => checkFault(report, spoilt));
  }
  await report.attempt('a vault that is not there', () => checkMissingVault(report, input));
}

interface SpoiltInput extends BadInput {
  readonly fault: Fault;
  /** The diagnostics of the same vault without the fault. */
  readonly knownCount: number;
}

async function checkFault(report: Report, input: SpoiltInput): Promise<void> {
  const { setting, folder, fault, knownCount } = input;
  const vault = join(folder, fault.name.replaceAll(' ', '-'));
  const out = `${vault}.site`;
  mkdirSync(vault);
  writeSmallVault(vault);
  fault.spoil(vault);

  const { found, outcome } = await diagnose(setting, vault);
  const named = found.filter(({ path }) => path === fault.file);
  report.none(`${fault.name}: exactly one diagnostic names it`, [
    ...(named.length === 1 ? [] : [`${named.length} name it: ${named.map(say).join(', ')}`]),
    ...(found.length === knownCount + 1 ? [] : [`in all: ${found.map(say).join(', ')}`]),
  ]);
  report.none(`${fault.name}: the diagnostic is clear`, named.flatMap(unclearPoints(fault)));
  const expected = named.some(({ severity }) => severity === 'error') ? 1 : 0;
  report.same(`${fault.name}: check’s exit code`, outcome.code, expected);

  const build = await detectionary(setting, ['build', '--vault', vault, '--out', out]);
  report.same(`${fault.name}: build’s exit code`, build.code, expected);
  report.none(`${fault.name}: build says so`, saysSo(build, fault.file));
  report.none(`${fault.name}: the rest is built`, lostPages(out, fault));
}

const unclearPoints =
  (fault: Fault) =>
  (diagnostic: Diagnostic): readonly string[] => {
    const { message, hint, line, severity } = diagnostic;
    const words = `${message} ${hint}`;
    return [
      ...(message.trim() === '' ? ['no message'] : []),
      ...(fault.line === undefined || line === fault.line ? [] : [`names line ${String(line)}`]),
      ...(fault.words === undefined || fault.words.test(words) ? [] : [`does not help: ${words}`]),
      ...(fault.severity === undefined || severity === fault.severity ? [] : [`is ${severity}`]),
    ];
  };

async function checkMissingVault(report: Report, { setting, folder }: BadInput): Promise<void> {
  const vault = join(folder, 'not-there');
  const out = join(folder, 'not-there.site');
  for (const args of [['build', '--out', out], ['check']]) {
    const outcome = await detectionary(setting, [...args, '--vault', vault]);
    const name = `a vault that is not there: ${String(args[0])}`;
    report.same(`${name}’s exit code`, outcome.code, 2);
    report.none(`${name} says so`, saysSo(outcome, 'not-there'));
    const lines = outcome.stderr.split('\n').filter((line) => line.includes('not-there'));
    report.same(`${name} says so once`, lines.length, 1);
  }
  report.same('a vault that is not there: nothing is written', existsSync(out), false);
}

async function diagnose(
  setting: Setting,
  vault: string,
): Promise<{ readonly found: readonly Diagnostic[]; readonly outcome: Outcome }> {
  const outcome = await detectionary(setting, ['check', '--format', 'json', '--vault', vault]);
  return { found: parseLines(outcome.stdout).map(toDiagnostic), outcome };
}

function saysSo(outcome: Outcome, name: string): readonly string[] {
  const { stderr } = outcome;
  return [
    ...(stderr.includes(name) ? [] : [`does not name it: ${lastWords(outcome)}`]),
    ...(/^\s+at /m.test(stderr) ? ['shows a stack'] : []),
  ];
}

function lostPages(out: string, fault: Fault): readonly string[] {
  const { nodes } = toGraph(readSiteJson(out, 'api/graph.json'));
  const expected = [...smallVaultNotes, ...(fault.isPage ? [fault.file] : [])];
  return expected.filter((note) => {
    const url = nodes.find(({ kind, path }) => path === note && kind !== 'test')?.url;
    return url === undefined || !existsSync(join(out, url, 'index.html'));
  });
}

function say({ code, path, message }: Diagnostic): string {
  return `${code} in ${path}: ${message}`;
}
