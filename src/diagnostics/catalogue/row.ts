/** How much a diagnostic matters: an error makes the exit code 1, a warning does so under `--strict`, an info never. */
export const severities = ['error', 'warning', 'info'] as const;
/** One of {@link severities}. */
export type Severity = (typeof severities)[number];

/** The facts of a diagnostic whose words are always the same. */
export type NoFacts = Readonly<Record<string, never>>;

/** One kind of diagnostic. `F` is the shape of its facts: plain data, from which the words are made. */
export interface Row<F> {
  readonly severity: Severity;
  /** What was found, in one sentence without a full stop. */
  readonly message: (facts: F) => string;
  /** What was expected, or the nearest match; undefined when there is nothing useful to say. */
  readonly hint?: (facts: F) => string | undefined;
}

/** The hint for facts that may hold the nearest match. */
export function didYouMean({ nearest }: { readonly nearest: string | undefined }): string | undefined {
  return nearest === undefined ? undefined : `did you mean “${nearest}”?`;
}

/** Keeps the type of a row's facts while checking its shape. */
export function row<F>(definition: Row<F>): Row<F> {
  return definition;
}
