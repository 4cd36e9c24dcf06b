import { parseTechniqueId } from './ids.ts';
import type { TechniqueId } from './ids.ts';

/** What an address of Atomic Red Team is about. */
export interface AtomicAddress {
  /** The technique whose atomics it leads to. */
  readonly technique: TechniqueId;
  /** The one test that it names; undefined when it leads to the whole page or to another part of it. */
  readonly test: { readonly number: number; readonly name: string } | undefined;
}

const REPOSITORY_HOSTS: ReadonlySet<string> = new Set(['github.com', 'raw.githubusercontent.com']);
const SITE_HOSTS: ReadonlySet<string> = new Set(['atomicredteam.io']);
const TEST_FRAGMENT = /^#atomic-test-(\d+)-+(.+)$/i;

/**
 * Reads an address of an atomic: a file or folder below `atomics/T1003.001` in the repository `atomic-red-team`, or a
 * fork of it, on GitHub, or a technique's page on atomicredteam.io. Undefined for any other text. The name of a test
 * is folded by {@link foldTestName}. Source: atomic-red-team's folders; GitHub's ids of headings.
 */
export function parseAtomicAddress(text: string): AtomicAddress | undefined {
  const address = /^https?:\/\//i.test(text.trim()) ? URL.parse(text.trim()) : null;
  if (address === null) return undefined;
  const technique = techniqueOf(address.hostname.replace(/^www\./, ''), address.pathname.split('/').slice(1));
  if (technique === undefined) return undefined;
  const [, number, name] = TEST_FRAGMENT.exec(decoded(address.hash)) ?? [];
  const folded = foldTestName(name ?? '');
  return { technique, test: folded === '' ? undefined : { number: Number(number), name: folded } };
}

/** A test's name by its letters and digits alone, so that it equals itself in the id of its heading on GitHub. */
export function foldTestName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function techniqueOf(host: string, parts: readonly string[]): TechniqueId | undefined {
  if (SITE_HOSTS.has(host)) return parts.flatMap((part) => parseTechniqueId(part) ?? []).at(-1);
  if (!REPOSITORY_HOSTS.has(host) || parts[1]?.toLowerCase() !== 'atomic-red-team') return undefined;
  const folder = parts.indexOf('atomics', 2);
  return folder === -1 ? undefined : parseTechniqueId(parts[folder + 1] ?? '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % stands for itself
  }
}
