import type { Diagnostic } from '../diagnostic.ts';

/** All diagnostics as one SARIF 2.1.0 log, for code-scanning tools. Source: OASIS, SARIF 2.1.0. */
export function sarifLog(diagnostics: readonly Diagnostic[]): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const rules = codes.map((id) => ({ id, shortDescription: { text: id } }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Detectionary', rules } },
        columnKind: 'unicodeCodePoints',
        results: diagnostics.map(result),
      },
    ],
  };
}

function result({ code, severity, place, message, hint }: Diagnostic): object {
  const { path, start, end } = place;
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  const artifactLocation = { uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/') };
  const text = hint === undefined ? message : `${message} (${hint})`;
  return {
    ruleId: code,
    level: severity === 'info' ? 'note' : severity,
    message: { text },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  };
}
