/** The values in order, each once; texts that differ in letter case alone are one, in its first spelling. */
export function eachOnce(values: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const value of values) {
    const key = value.toLowerCase();
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}
