import { gapEntries } from '../coverage/index.ts';
import type { CoverageReport, TechniqueCoverage } from '../coverage/index.ts';
import { printCsv } from './csv.ts';
import type { CsvValue } from './csv.ts';

const TECHNIQUE_COLUMNS = [
  ...['id', 'name', 'tactics', 'platforms', 'state', 'tested', 'rules', 'tests'],
  ...['sub-technique rules', 'sub-technique tests', 'path', 'url'],
];
const GAP_COLUMNS = ['list', 'id', 'title', 'detail', 'path', 'line', 'url'];

/** Every technique that is counted in a line, with its counts. */
export function coverageCsv({ techniques }: CoverageReport): string {
  return printCsv(TECHNIQUE_COLUMNS, techniques.map(techniqueRow));
}

/** Everything that is missing, an entry in a line; `list` names the list by its key in coverage.json. */
export function gapsCsv(report: CoverageReport): string {
  const rows = [...gapEntries(report)].flatMap(([list, entries]) =>
    entries.map(({ node, detail, line }): readonly CsvValue[] => {
      const path = 'path' in node ? node.path : undefined;
      return [list, node.id, node.title, detail, path, line, node.url];
    }),
  );
  return printCsv(GAP_COLUMNS, rows);
}

function techniqueRow(coverage: TechniqueCoverage): readonly CsvValue[] {
  const { technique, state, tested, rules, tests, subTechniqueRules, subTechniqueTests } = coverage;
  const { techniqueId, title, tactics, platforms, path, url } = technique;
  return [
    ...[techniqueId, title, tactics.join('; '), platforms.join('; '), state, tested],
    ...[rules, tests, subTechniqueRules, subTechniqueTests].map(({ length }) => length),
    ...[path, url],
  ];
}
