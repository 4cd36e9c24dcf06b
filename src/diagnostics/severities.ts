import type { Severity } from './catalogue/row.ts';
import type { Code, Diagnostic } from './diagnostic.ts';

/** What a configuration says of codes: how much each matters in its vault, or that it is left out. */
export type SeveritySettings = Readonly<Partial<Record<Code, Severity | 'off' | undefined>>>;

/** Diagnostics with the severities of a configuration, in their order, without those that it turns off. */
export function withSeverities(diagnostics: readonly Diagnostic[], settings: SeveritySettings): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const severity = settings[diagnostic.code] ?? diagnostic.severity;
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
}
