import { isScalar, isSeq } from 'yaml';
import type { Span } from '../source/index.ts';
import { pairsOf, spanOf } from './yaml-document.ts';

/** Where a setting is found: keys and list indexes from the top. */
export type SettingPath = readonly PropertyKey[];

/** Settings as plain data, with the places of their keys and values. An empty value is `undefined`. */
export interface Settings {
  readonly values: unknown;
  readonly keySpan: (path: SettingPath) => Span | undefined;
  readonly valueSpan: (path: SettingPath) => Span | undefined;
}

/** Deeper values are no settings; they stay as something that fits nowhere. */
const DEEPEST = 5;

/** Turns a YAML node into settings. Aliases and what lies too deep become NaN, which fits no setting. */
export function settingsOf(node: unknown): Settings {
  const keys = new Map<string, Span>();
  const values = new Map<string, Span>();
  const remember = (spans: Map<string, Span>, path: SettingPath, of: unknown): void => {
    const span = spanOf(of);
    if (span !== undefined) spans.set(nameOf(path), span);
  };
  const read = (value: unknown, path: SettingPath): unknown => {
    remember(values, path, value);
    if (isScalar(value)) return value.value ?? undefined;
    if (path.length > DEEPEST) return NaN;
    const pairs = pairsOf(value);
    if (pairs !== undefined) {
      return Object.fromEntries(
        pairs.map(({ key, pair }) => {
          remember(keys, [...path, key], pair.key);
          return [key, read(pair.value, [...path, key])];
        }),
      );
    }
    if (isSeq(value)) return value.items.map((item, at) => read(item, [...path, at]));
    return value === null || value === undefined ? undefined : NaN;
  };
  return {
    values: read(node, []),
    keySpan: (path) => keys.get(nameOf(path)),
    valueSpan: (path) => values.get(nameOf(path)),
  };
}

/** The settings without those at the paths given. */
export function withoutSettings(values: unknown, unwanted: readonly SettingPath[]): unknown {
  const names = new Set(unwanted.map(nameOf));
  const prune = (value: unknown, path: SettingPath): unknown => {
    const isWanted = (key: PropertyKey): boolean => !names.has(nameOf([...path, key]));
    if (Array.isArray(value)) return value.filter((_, at) => isWanted(at));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => isWanted(key))
        .map(([key, inner]) => [key, prune(inner, [...path, key])]),
    );
  };
  return names.has(nameOf([])) ? {} : prune(values, []);
}

function nameOf(path: SettingPath): string {
  return JSON.stringify(path);
}
