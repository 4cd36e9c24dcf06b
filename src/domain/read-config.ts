import type { z } from 'zod';
import { compareDiagnostics, diagnose, nearest } from '../diagnostics/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { createLineIndex, placeOf } from '../source/index.ts';
import type { Place, SourceFile, Span } from '../source/index.ts';
import { configKeys, nearestConfigKey } from './config-keys.ts';
import { settingsOf, withoutSettings } from './config-settings.ts';
import type { SettingPath, Settings } from './config-settings.ts';
import { configSchema } from './config.ts';
import type { Config } from './config.ts';
import { defaultConfig, noteKinds } from './default-config.ts';
import { readYaml } from './yaml-document.ts';

/** A checked configuration and what is wrong with its file. */
export interface ReadConfig {
  readonly config: Config;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where a setting stands (`kinds.rule`): its value, else its key, else the start of the file. */
  readonly placeOf: (key: string) => Place;
  /** False when the file may keep notes out but what it says of that cannot be read. */
  readonly isPublishKnown: boolean;
}

/** A longer configuration is none; the parser takes a thousand bytes of memory for each of its characters. */
const MOST_CHARACTERS = 500_000;
const TOO_LONG = {
  documents: [],
  problems: [{ message: `it is longer than ${MOST_CHARACTERS} characters`, span: { start: 0, end: 0 } }],
};

/**
 * Checks the text of detectionary.yaml. A setting that is unknown or does not fit costs itself only: it is
 * reported (`config/unknown-key`, `config/invalid-value`, `config/invalid-yaml`) and left at its default, as
 * is one without a value. Without a file every setting is. In `kinds` the written ones come first, in the
 * order written.
 */
export function readConfigFile(file: SourceFile): ReadConfig {
  const index = createLineIndex(file.text);
  const place: PlaceOf = (span) => placeOf(file, span ?? { start: 0, end: 0 }, index);
  const { documents, problems } = file.text.length > MOST_CHARACTERS ? TOO_LONG : readYaml(file.text, 'core');
  const extra = documents.slice(1, 2).map(({ range }) => ({
    message: 'it ends before this second document',
    span: { start: range[0], end: range[1] },
  }));
  const diagnostics = [...problems, ...extra].map(({ message, span }) =>
    diagnose('config/invalid-yaml', place(span), { problem: message }),
  );
  const settings = settingsOf(documents[0]?.contents);
  const mistakes = mistakesIn(settings);
  diagnostics.push(...mistakes.map((mistake) => diagnosticOf(mistake, settings, place)));
  const paths = mistakes.map(({ path }) => path);
  const checked = configSchema.safeParse(withoutSettings(settings.values ?? {}, paths));
  const config = checked.success ? inWrittenOrder(checked.data, settings.values) : defaultConfig;
  return {
    config,
    diagnostics: diagnostics.sort(compareDiagnostics),
    placeOf: (key) => {
      const path = key.split('.');
      return place(settings.valueSpan(path) ?? settings.keySpan(path));
    },
    isPublishKnown:
      !mistakes.some((mistake) => isOfPublish(mistake) || mayHoldPublish(mistake, settings.values)) &&
      (isWholeRead(mistakes, diagnostics) || !/publish/i.test(file.text)),
  };
}

/** Whether a mistake is one of \`publish\`, also where that is written wrongly or in the wrong place. */
function isOfPublish({ path, expected }: Mistake): boolean {
  return path[0] === 'publish' || (expected === undefined && nearest(String(path.at(-1)), ['publish']) !== undefined);
}

/** Whether `publish` stands in what is no setting: in a map that is merged, or one around all settings. */
function mayHoldPublish({ path, expected }: Mistake, values: unknown): boolean {
  if (expected !== undefined) return false;
  const value = path.reduce<unknown>((within, key) => (isMap(within) ? within[String(key)] : undefined), values);
  return path.at(-1) === '<<' || /"publish"/i.test(JSON.stringify([value]));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether every setting of the file has been seen. */
function isWholeRead(mistakes: readonly Mistake[], diagnostics: readonly Diagnostic[]): boolean {
  return (
    !mistakes.some(({ path }) => path.length === 0) && !diagnostics.some(({ code }) => code === 'config/invalid-yaml')
  );
}

type PlaceOf = (span: Span | undefined) => Place;

interface Mistake {
  readonly path: SettingPath;
  /** What would fit; undefined when there is no such setting. */
  readonly expected: string | undefined;
}

function mistakesIn({ values }: Settings): readonly Mistake[] {
  const result = configSchema.safeParse(values ?? {});
  if (result.success) return [];
  return result.error.issues.flatMap((issue): Mistake[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], expected: undefined }))
      : [{ path: issue.path, expected: expectedBy(issue) }],
  );
}

function diagnosticOf({ path, expected }: Mistake, { keySpan, valueSpan }: Settings, place: PlaceOf): Diagnostic {
  const key = path.map(String).join('.');
  if (expected === undefined) {
    return diagnose('config/unknown-key', place(keySpan(path)), {
      key,
      nearest: nearestConfigKey(key),
      known: knownBeside(key),
    });
  }
  const at = valueSpan(path) ?? keySpan(path);
  return diagnose('config/invalid-value', place(at), { key: key === '' ? 'detectionary.yaml' : key, expected });
}

/** The settings to name where an unknown one is near to none: codes of diagnostics are too many. */
function knownBeside(key: string): readonly string[] {
  return configKeys().filter((known) => key.startsWith('diagnostics.') || !known.startsWith('diagnostics.'));
}

const EXPECTED: Readonly<Partial<Record<string, string>>> = {
  string: 'text; put a number or a date in quotes',
  boolean: 'true or false',
  array: 'a list of texts, such as [Templates, Archive]',
  object: 'settings, one on each line, such as “title: Our detections”',
};

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return 'text that is not empty';
  if (issue.code !== 'invalid_type') return issue.message;
  return EXPECTED[issue.expected] ?? `a value of the type ${issue.expected}`;
}

/** Settings with `kinds` in the order in which searches are tried. */
function inWrittenOrder(config: Config, values: unknown): Config {
  const written = typeof values === 'object' && values !== null && 'kinds' in values ? values.kinds : undefined;
  const names = typeof written === 'object' && written !== null ? Object.keys(written) : [];
  const rank = (kind: string): number => (names.includes(kind) ? names.indexOf(kind) : names.length);
  const order = [...noteKinds].sort((a, b) => rank(a) - rank(b));
  const kinds = Object.fromEntries(order.map((kind) => [kind, config.kinds[kind]]));
  return { ...config, kinds: kinds as Config['kinds'] }; // every kind is in the order, which the index type loses
}
