import type { Diagnostic } from './diagnostic.ts';

/** Diagnostics of one code that are told of one file: who has more mends them all alike. */
const MOST = 1_000;

/**
 * Diagnostics in their order, of each code the first 1,000 of a file. Where there are more, one of that code at the place of
 * the next says how many.
 */
export function limitKinds(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const kinds = Map.groupBy(diagnostics, ({ code, place }) => `${code} ${place.path}`);
  const beyond = new Map<Diagnostic, number>();
  for (const kind of kinds.values()) {
    for (const [index, diagnostic] of kind.slice(MOST).entries()) {
      beyond.set(diagnostic, index === 0 ? kind.length - MOST : 0);
    }
  }
  if (beyond.size === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const count = beyond.get(diagnostic);
    if (count === undefined) return [diagnostic];
    return count === 0 ? [] : [withCount(diagnostic, count)];
  });
}

function withCount(diagnostic: Diagnostic, count: number): Diagnostic {
  const message = `and ${count.toLocaleString('en')} more of this kind in this file`;
  return { ...diagnostic, message, hint: undefined, related: [] };
}
