import { printable } from '../diagnostics/index.ts';
import { figuresByTactic, gapEntries, gapWords } from '../graph/index.ts';
import type { CoverageFigures, CoverageReport, GapEntry } from '../graph/index.ts';
import { plural } from './report.ts';

/** So many entries of each list are shown; the other forms have all. */
const MOST_ENTRIES = 10;

/** A report on coverage for people: the figures, the same by tactic, and the lists of what is missing. */
export function coverageTable(report: CoverageReport): string {
  const lists = [...gapEntries(report)].filter(([, entries]) => entries.length > 0);
  return [
    `${report.graph.title}: ${plural(report.figures.techniques, 'technique')} counted`,
    '',
    ...figureLines(report.figures),
    '',
    ...tacticLines(report),
    ...lists.flatMap(([list, entries]) => ['', ...listLines(gapWords[list].title, entries)]),
    '',
  ]
    .map(printable)
    .join('\n');
}

/** A share of 100, cut after two digits, so that it never looks larger than it is. */
export function percentWords(percent: number): string {
  const hundredths = Math.floor(Number((percent * 100).toFixed(6))); // without the last digits of a division
  return `${(hundredths / 100).toFixed(2)} %`;
}

function figureLines(figures: CoverageFigures): readonly string[] {
  const { techniques, tested } = figures;
  const share = (count: number): string => percentWords(techniques === 0 ? 0 : (100 * count) / techniques);
  const row = (words: string, count: number): readonly string[] => [words, String(count), share(count)];
  const rows = [
    row('rules and tests', figures.both),
    row('rules and no test', figures.rulesOnly),
    row('tests and no rule', figures.testsOnly),
    row('neither', figures.neither),
  ];
  const sure = `declared ${tested.declared}, cited ${tested.cited}, same technique ${tested['same-technique']}`;
  return [...columns(rows), `Of those with both, how surely a test tries a rule: ${sure}`];
}

function tacticLines({ techniques }: CoverageReport): readonly string[] {
  const rows = figuresByTactic(techniques).map(({ tactic, figures }) => {
    const { techniques: all, withRules, withTests, both, neither } = figures;
    return [tactic, ...[all, withRules, withTests, both, neither].map(String)];
  });
  return rows.length === 0
    ? []
    : columns([['By tactic', 'techniques', 'with rules', 'with tests', 'both', 'neither'], ...rows]);
}

function listLines(title: string, entries: readonly GapEntry[]): readonly string[] {
  const rest = entries.length - MOST_ENTRIES;
  return [
    `${title}: ${entries.length}`,
    ...entries.slice(0, MOST_ENTRIES).map((entry) => `  ${entryWords(entry)}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

function entryWords({ node, detail, line }: GapEntry): string {
  const place = line === undefined || !('path' in node) ? [] : [`${node.path}:${line}`];
  const id = node.kind === 'technique' ? (node.techniqueId ?? []) : [];
  const title = line === undefined ? [node.title] : [];
  const more = detail === undefined ? [] : [detail.replace(/\s+/g, ' ').trim()];
  return [[id, title, place].flat().join(' '), ...more].join(': ');
}

/** The first column to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row.map((cell, index) => (index === 0 ? cell.padEnd(width(0)) : cell.padStart(width(index)))).join('  '),
  );
}
