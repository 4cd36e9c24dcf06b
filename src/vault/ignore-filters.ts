import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { followLink } from './containment.ts';

const LARGEST_SETTINGS = 1024 * 1024;

/**
 * `userIgnoreFilters` of `.obsidian/app.json`: the excluded files that a person sets in Obsidian. Empty when
 * the file is missing, large, outside the vault or not what Obsidian writes; it is Obsidian's to complain.
 */
export function readIgnoreFilters(realRoot: string): readonly string[] {
  const end = followLink(realRoot, path.join(realRoot, '.obsidian', 'app.json'));
  if (end.kind !== 'inside') return [];
  try {
    const stat = statSync(end.real);
    if (!stat.isFile() || stat.size > LARGEST_SETTINGS) return [];
    return filtersIn(JSON.parse(readFileSync(end.real, 'utf8').replace(/^\uFEFF/, '')));
  } catch {
    return [];
  }
}

function filtersIn(settings: unknown): readonly string[] {
  if (typeof settings !== 'object' || settings === null || !('userIgnoreFilters' in settings)) return [];
  const { userIgnoreFilters: filters } = settings;
  const list: readonly unknown[] = Array.isArray(filters) ? filters : [];
  return list.filter((filter) => typeof filter === 'string').filter((filter) => filter !== '');
}
