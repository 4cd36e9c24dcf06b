import { diagnosticJson } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import {
  blocksJson,
  coverageCsv,
  coverageJson,
  gapsCsv,
  graphJson,
  layerKinds,
  navigatorLayer,
  reportCoverage,
  rulesJson,
  techniquesJson,
  testsJson,
} from '../graph/index.ts';
import type { CoverageReport, Graph } from '../graph/index.ts';
import { titleWords } from '../render/index.ts';
import type { IdRow } from '../render/index.ts';
import { idShardCount, idShardOf, idShardPath, idShardScript, idShardScriptPath, titleWordsPath } from './id-shards.ts';
import { longJson } from './long-json.ts';

/** A file for other programs or for the search page. */
export interface DataFile {
  /** Path in the output, without leading slash. */
  readonly path: string;
  readonly text: string;
}

/** What data files are made from. */
export interface DataSource {
  readonly graph: Graph;
  /** The rows of the id index. */
  readonly ids: readonly IdRow[];
  /** Whether the site is to work from a disk, where pages can load scripts and no data. */
  readonly isRelative: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Gives the whole address of a page, base and host; undefined when it is not known where the site will stand. */
  readonly addressOf: ((url: string) => string) | undefined;
}

/** Everything that the built site holds beside pages, assets and attachments; addresses carry no base. */
export function dataFiles({ graph, ids, isRelative, diagnostics, addressOf }: DataSource): readonly DataFile[] {
  const report = reportCoverage(graph);
  return [
    { path: 'api/graph.json', text: `${longJson(graphJson(graph))}\n` },
    jsonFile('api/blocks.json', blocksJson(graph)),
    jsonFile('api/diagnostics.json', { version: 1, diagnostics: diagnostics.map(diagnosticJson) }),
    ...coverageFiles(report),
    ...layerKinds.map((kind) => jsonFile(`layers/${kind}.json`, navigatorLayer(report, kind, { addressOf }))),
    ...idFiles(ids, isRelative),
    jsonFile(titleWordsPath, titleWords(ids)),
    ...graph.ofKind('rule').flatMap(({ url, yaml }) => (yaml === undefined ? [] : [ruleFile(url, yaml.text)])),
  ];
}

function coverageFiles(report: CoverageReport): readonly DataFile[] {
  return [
    jsonFile('api/coverage.json', coverageJson(report)),
    jsonFile('api/techniques.json', techniquesJson(report)),
    jsonFile('api/rules.json', rulesJson(report.graph)),
    jsonFile('api/tests.json', testsJson(report.graph)),
    { path: 'api/coverage.csv', text: coverageCsv(report) },
    { path: 'api/gaps.csv', text: gapsCsv(report) },
  ];
}

function jsonFile(path: string, content: object): DataFile {
  return { path, text: `${JSON.stringify(content)}\n` };
}

function ruleFile(url: string, text: string): DataFile {
  return { path: `${url.slice(1).replace(/\/$/, '')}.yml`, text: text.endsWith('\n') ? text : `${text}\n` };
}

function idFiles(rows: readonly IdRow[], areScripts: boolean): readonly DataFile[] {
  const count = idShardCount(rows.length);
  const shards: IdRow[][] = Array.from({ length: count }, () => []);
  for (const row of rows) shards[idShardOf(row[0], count)]?.push(row);
  return shards.map((shard, index) => {
    const path = idShardPath(index);
    return areScripts ? { path: idShardScriptPath(path), text: idShardScript(path, shard) } : jsonFile(path, shard);
  });
}
