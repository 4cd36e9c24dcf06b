import { row } from './row.ts';

/** The file detectionary.yaml. */
export const configRows = {
  'config/invalid-yaml': row<{ readonly problem: string }>({
    severity: 'error',
    message: ({ problem }) => `the configuration is not valid YAML: ${problem}`,
  }),
  'config/misnamed': row<{ readonly name: string }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is not read: the configuration is called detectionary.yaml`,
    hint: () => 'rename it; where it speaks of “publish”, nothing is published until then',
  }),
  'config/unknown-key': row<{
    readonly key: string;
    readonly nearest: string | undefined;
    readonly known: readonly string[];
  }>({
    severity: 'error',
    message: ({ key }) => `there is no setting “${key}”`,
    hint: ({ nearest, known }) =>
      nearest === undefined ? `known settings: ${known.join(', ')}` : `did you mean “${nearest}”?`,
  }),
  'config/invalid-value': row<{ readonly key: string; readonly expected: string }>({
    severity: 'error',
    message: ({ key }) => `the value of “${key}” does not fit`,
    hint: ({ expected }) => `expected ${expected}`,
  }),
  'config/invalid-search': row<{ readonly key: string; readonly problem: string }>({
    severity: 'error',
    message: ({ key, problem }) => `the search of “${key}” is malformed: ${problem}`,
  }),
} as const;
