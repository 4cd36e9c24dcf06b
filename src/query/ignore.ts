import type { VaultPath } from '../source/index.ts';
import { createRegexRunner, regexProblem } from './regex.ts';
import type { Pattern } from './regex.ts';

const PER_PATH = 100;

/**
 * Obsidian's *Excluded files* (A1.2): whether a path is excluded by one of the filters of
 * `userIgnoreFilters`, each a path prefix regardless of case, or a regular expression between
 * slashes. A filter that is no valid expression excludes nothing.
 */
export function obsidianIgnore(filters: readonly string[]): (path: VaultPath) => boolean {
  const prefixes: string[] = [];
  const patterns: Pattern[] = [];
  for (const filter of filters) {
    const source = /^\/(.+)\/$/s.exec(filter)?.[1];
    if (source === undefined) {
      if (filter !== '') prefixes.push(filter.toLowerCase());
    } else if (regexProblem(source) === undefined) patterns.push({ source, flags: 'im' });
  }
  const runner = createRegexRunner();
  const quick = patterns.filter(isQuick).map(({ source, flags }) => new RegExp(source, flags));
  const slow = patterns.filter((pattern) => !isQuick(pattern));
  return (path) => {
    const lower = path.toLowerCase();
    return (
      prefixes.some((prefix) => lower.startsWith(prefix)) ||
      quick.some((pattern) => pattern.test(path)) ||
      slow.some((pattern) => runner.test(pattern, [path], { milliseconds: PER_PATH, host: undefined })?.[0] === 1)
    );
  };
}

/** Patterns that cannot take long on a path, whatever it is: no groups to repeat and few repetitions. */
function isQuick({ source }: Pattern): boolean {
  return !/[()]|\\[1-9k]/.test(source) && (source.match(/[*+?{]/g)?.length ?? 0) <= 3;
}
