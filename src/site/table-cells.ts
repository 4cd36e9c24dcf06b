import type { Cell } from '../render/index.ts';
import { levelRank } from './levels.ts';

/** What a cell says in `data-sort`: its own sort value, its level's rank, or nothing where its text serves. */
export function sortValue({ sort, level }: Cell): string | number | undefined {
  return sort ?? (level === undefined ? undefined : levelRank(level));
}
