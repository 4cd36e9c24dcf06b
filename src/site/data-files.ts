import { diagnosticJson } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { blocksJson, coverageJson, graphJson } from '../graph/index.ts';
import type { Graph } from '../graph/index.ts';
import { idIndex } from '../render/index.ts';

/** A file for other programs or for the search page. */
export interface DataFile {
  /** Path in the output, without leading slash. */
  readonly path: string;
  readonly text: string;
}

/** Everything that the built site holds beside pages, assets and attachments; addresses carry no base. */
export function dataFiles(graph: Graph, diagnostics: readonly Diagnostic[]): readonly DataFile[] {
  return [
    jsonFile('api/graph.json', graphJson(graph)),
    jsonFile('api/blocks.json', blocksJson(graph)),
    jsonFile('api/diagnostics.json', { version: 1, diagnostics: diagnostics.map(diagnosticJson) }),
    jsonFile('api/coverage.json', coverageJson(graph)),
    jsonFile('search-ids.json', idIndex(graph)),
    ...graph.ofKind('rule').flatMap(({ url, yaml }) => (yaml === undefined ? [] : [ruleFile(url, yaml.text)])),
  ];
}

function jsonFile(path: string, content: object): DataFile {
  return { path, text: `${JSON.stringify(content)}\n` };
}

function ruleFile(url: string, text: string): DataFile {
  return { path: `${url.slice(1).replace(/\/$/, '')}.yml`, text: text.endsWith('\n') ? text : `${text}\n` };
}
