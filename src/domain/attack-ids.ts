import { nearest } from '../diagnostics/index.ts';
import { ACTIVE, DEPRECATED, REVOKED } from './attack-id-table.ts';
import { parentTechniqueId, parseTechniqueId } from './ids.ts';
import type { TechniqueId } from './ids.ts';

/** The matrices of ATT&CK. */
export type Matrix = keyof typeof ACTIVE;

/** What ATT&CK made of a technique id. */
export type TechniqueFate =
  | { readonly kind: 'active'; readonly matrix: Matrix }
  /** Taken out with nothing in its place. */
  | { readonly kind: 'deprecated' }
  /** Replaced; what by is undefined where ATT&CK does not say. */
  | { readonly kind: 'revoked'; readonly successor: TechniqueId | undefined }
  /** Never given, as far as the table goes. */
  | { readonly kind: 'unknown'; readonly nearest: string | undefined }
  /** Higher than any in the table: nothing can be said of it. */
  | { readonly kind: 'newer' };

/** The ids of ATT&CK's techniques. */
export interface AttackIds {
  fateOf(id: TechniqueId): TechniqueFate;
  /** What took the place of a revoked id, then what took the place of that, and so on; none of any other id. */
  successorsOf(id: TechniqueId): readonly TechniqueId[];
  /** The ids that were revoked, as far as ATT&CK says what took their place. */
  readonly replaced: readonly TechniqueId[];
}

/** The version of Enterprise up to which {@link readAttackIds} knows ids. */
export const ATTACK_VERSION = '18.1';

/** Reads the table of ids: Enterprise and ICS of version 18.1, Mobile of 17.1. */
export function readAttackIds(): AttackIds {
  const fates = new Map<string, TechniqueFate>();
  for (const matrix of Object.keys(ACTIVE) as readonly Matrix[] /* as its type says */) {
    for (const id of words(ACTIVE[matrix]).flatMap(family)) fates.set(id, { kind: 'active', matrix });
  }
  for (const id of words(DEPRECATED)) fates.set(id, { kind: 'deprecated' });
  for (const [id = '', successor = ''] of words(REVOKED).map((word) => word.split('>'))) {
    fates.set(id, { kind: 'revoked', successor: parseTechniqueId(successor) });
  }
  const known = [...fates.keys()];
  const highest = known.reduce((a, b) => (a > b ? a : b)).slice(0, 5);
  return {
    fateOf: (id) => {
      const fate = fates.get(id);
      if (fate !== undefined) return fate;
      return (parentTechniqueId(id) ?? id) > highest
        ? { kind: 'newer' }
        : { kind: 'unknown', nearest: nearest(id, known) };
    },
    successorsOf: (id) => chain(id, (step) => successorIn(fates.get(step))),
    replaced: known.flatMap((id) => (successorIn(fates.get(id)) === undefined ? [] : (parseTechniqueId(id) ?? []))),
  };
}

function successorIn(fate: TechniqueFate | undefined): TechniqueId | undefined {
  return fate?.kind === 'revoked' ? fate.successor : undefined;
}

/** The steps from an id on, without itself, to the last; each once, should they lead round. */
function chain(start: TechniqueId, next: (id: TechniqueId) => TechniqueId | undefined): readonly TechniqueId[] {
  const steps = new Set([start]);
  for (let id = next(start); id !== undefined && !steps.has(id); id = next(id)) steps.add(id);
  return [...steps].slice(1);
}

function words(table: string): readonly string[] {
  return table.trim().split(/\s+/);
}

/** The ids of `T1003:1-3,7`. */
function family(word: string): readonly string[] {
  const [parent = '', subs = ''] = word.split(':');
  const numbers = subs === '' ? [] : subs.split(',').flatMap(numbersIn);
  return [parent, ...numbers.map((number) => `${parent}.${String(number).padStart(3, '0')}`)];
}

/** The numbers of `1-3` or `7`. */
function numbersIn(range: string): readonly number[] {
  const [from = 0, to = from] = range.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
