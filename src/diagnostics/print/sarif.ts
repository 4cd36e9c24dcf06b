import { catalogue } from '../catalogue/index.ts';
import type { Severity } from '../catalogue/row.ts';
import type { Code, Diagnostic } from '../diagnostic.ts';

/** Gives the Markdown of a code's page in this project's docs; undefined when it is not at hand. */
export type PageOf = (code: Code) => string | undefined;

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** GitHub refuses a run with more results. */
const MOST_RESULTS = 25_000;
const ORDER = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/**
 * All diagnostics as one SARIF 2.1.0 log, for code-scanning tools; of more than {@link MOST_RESULTS} the less severe are left off, and
 * the log says so. Rules are described by their pages. Source: OASIS, SARIF 2.1.0;
 * https://docs.github.com/en/code-security/code-scanning for what GitHub wants of a rule.
 */
export function sarifLog(found: readonly Diagnostic[], pageOf: PageOf = () => undefined): object {
  const diagnostics = severest(found);
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const places = new Map(codes.map((code, index) => [code, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Detectionary', rules: codes.map((code) => rule(code, pageOf(code))) } },
        columnKind: 'unicodeCodePoints',
        ...leftOff(found.length - diagnostics.length),
        results: diagnostics.map((diagnostic) => result(diagnostic, places.get(diagnostic.code))),
      },
    ],
  };
}

function severest(found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.length <= MOST_RESULTS) return found;
  return ORDER.flatMap((wanted) => found.filter(({ severity }) => severity === wanted)).slice(0, MOST_RESULTS);
}

function leftOff(count: number): object {
  if (count === 0) return {};
  const text = `${count.toLocaleString('en')} less severe results are left off; \`check --format json\` prints all`;
  const toolExecutionNotifications = [{ level: 'warning', message: { text } }];
  return { invocations: [{ executionSuccessful: true, toolExecutionNotifications }] };
}

/** A rule: its page, that page's first paragraph and that paragraph's first sentence; the code alone where there is no page. */
function rule(code: Code, page: string | undefined): object {
  const lead = page === undefined ? code : leadOf(page);
  const [sentence = lead] = lead.match(/^.*?[.](?= |$)/) ?? [];
  return {
    id: code,
    shortDescription: { text: sentence },
    fullDescription: { text: lead },
    help: { text: lead, ...(page === undefined ? {} : { markdown: page }) },
    defaultConfiguration: { level: LEVELS[catalogue[code].severity] },
  };
}

/** The first paragraph after a page's heading and severity, as plain text. */
function leadOf(page: string): string {
  const [, , lead = ''] = page.split('\n\n');
  return lead.replaceAll('`', '').replaceAll('\n', ' ').trim();
}

function result({ code, severity, place, message, hint }: Diagnostic, ruleIndex: number | undefined): object {
  const { path, start, end } = place;
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  const artifactLocation = { uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/') };
  const text = hint === undefined ? message : `${message} (${hint})`;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text },
    locations: [{ physicalLocation: { artifactLocation, region } }],
  };
}
