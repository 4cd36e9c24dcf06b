import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LineBreaks } from '../domain/index.ts';
import { followLink } from './containment.ts';

const FOLDER = '.obsidian';
const LARGEST_SETTINGS = 1024 * 1024;

/** What Obsidian's settings in a vault say of its notes. */
export interface ObsidianSettings {
  /** `userIgnoreFilters`: the excluded files that a person sets in Obsidian. */
  readonly ignoreFilters: readonly string[];
  /** Joined under `strictLineBreaks`, and in a folder that has no `.obsidian`, which is plain Markdown. */
  readonly lineBreaks: LineBreaks;
}

/**
 * Reads `.obsidian/app.json`, once. Where the file is missing, large, outside the vault or not what Obsidian writes, every
 * setting is as Obsidian sets out with; it is Obsidian's to complain.
 */
export function readObsidianSettings(realRoot: string): ObsidianSettings {
  const settings = readSettings(realRoot);
  const isStrict = settings['strictLineBreaks'] === true;
  return {
    ignoreFilters: filtersIn(settings),
    lineBreaks: isStrict || !hasFolder(realRoot) ? 'joined' : 'shown',
  };
}

/** Whether Obsidian has a folder for its settings, also where that is a link to one outside, which is not read. */
function hasFolder(realRoot: string): boolean {
  const end = followLink(realRoot, path.join(realRoot, FOLDER));
  switch (end.kind) {
    case 'inside':
      return statSync(end.real, { throwIfNoEntry: false })?.isDirectory() === true;
    case 'outside':
      return true;
    case 'broken':
      return false;
  }
}

function readSettings(realRoot: string): Readonly<Record<string, unknown>> {
  const end = followLink(realRoot, path.join(realRoot, FOLDER, 'app.json'));
  if (end.kind !== 'inside') return {};
  try {
    const stat = statSync(end.real);
    if (!stat.isFile() || stat.size > LARGEST_SETTINGS) return {};
    const settings: unknown = JSON.parse(readFileSync(end.real, 'utf8').replace(/^\uFEFF/, ''));
    return typeof settings === 'object' && settings !== null ? { ...settings } : {};
  } catch {
    return {};
  }
}

function filtersIn({ userIgnoreFilters: filters }: Readonly<Record<string, unknown>>): readonly string[] {
  const list: readonly unknown[] = Array.isArray(filters) ? filters : [];
  const texts = list.filter((filter) => typeof filter === 'string').filter((filter) => filter !== '');
  // Paths of the vault are in NFC, as Obsidian's are.
  return texts.map((filter) => filter.normalize('NFC'));
}
