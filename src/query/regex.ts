import { Script, createContext } from 'node:vm';
import type { Span } from '../source/index.ts';

/** A regular expression of a search. Source: A5.6; `m` always, `i` unless under match-case. */
export interface Pattern {
  readonly source: string;
  readonly flags: 'm' | 'im';
}

/** Runs regular expressions of untrusted notes: each call ends in the time given, whatever the pattern. */
export interface RegexRunner {
  /** 1 for each subject that the pattern matches, else 0; undefined when it was stopped. */
  test(pattern: Pattern, subjects: readonly string[], milliseconds: number): Uint8Array | undefined;
  /** The first places that match in a subject, empty ones left out; undefined when it was stopped. */
  find(pattern: Pattern, subject: string, limits: FindLimits): readonly Span[] | undefined;
}

/** How much a {@link RegexRunner.find} may take. */
export interface FindLimits {
  readonly places: number;
  readonly milliseconds: number;
}

/** A pattern that took so long once is not tried on many texts again. */
const SLOW = 500;
/** After so much time lost on stopped patterns, each further one gets {@link HASTE} only. */
const PATIENCE = 10_000;
const HASTE = 50;

/**
 * What runs inside the other context. V8 looks for an interrupt while it backtracks, so the time
 * limit of node:vm stops any pattern; a pattern that exhausts V8's own stack throws a RangeError.
 */
const JOB = `(() => {
  const { source, flags, subjects, hits, places, most } = job;
  const pattern = new RegExp(source, places === undefined ? flags : flags + 'g');
  if (places === undefined) {
    for (let at = 0; at < subjects.length; at += 1) if (pattern.test(subjects[at])) hits[at] = 1;
    return;
  }
  for (let match = pattern.exec(subjects[0]); match !== null && places.length < 2 * most; match = pattern.exec(subjects[0])) {
    if (match[0] === '') pattern.lastIndex += 1;
    else places.push(match.index, match.index + match[0].length);
  }
})()`;

/** Why a text is no JavaScript regular expression, in a few words; undefined when it is one. */
export function regexProblem(source: string): string | undefined {
  try {
    new RegExp(source, 'm');
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.slice(message.lastIndexOf(': ') + 2).toLowerCase();
  }
}

/** Makes a runner with a context of its own; it remembers the patterns that had to be stopped. */
export function createRegexRunner(): RegexRunner {
  const stopped = new Set<string>();
  let lost = 0;
  let context: { job: unknown } | undefined;
  let script: Script | undefined;

  const run = (pattern: Pattern, job: object, milliseconds: number): boolean => {
    const key = `${pattern.flags}/${pattern.source}`;
    if (stopped.has(key) || milliseconds < 1) return false;
    context ??= newContext();
    script ??= new Script(JOB);
    context.job = { ...pattern, ...job };
    const allowed = Math.ceil(lost > PATIENCE ? Math.min(HASTE, milliseconds) : milliseconds);
    const start = performance.now();
    try {
      script.runInContext(context, { timeout: allowed });
      return true;
    } catch {
      const spent = performance.now() - start;
      if (spent > SLOW) stopped.add(key);
      lost += spent;
      return false;
    } finally {
      context.job = undefined;
    }
  };

  return {
    test: (pattern, subjects, milliseconds) => {
      const hits = new Uint8Array(subjects.length);
      return run(pattern, { subjects, hits }, milliseconds) ? hits : undefined;
    },
    find: (pattern, subject, limits) => {
      const places: number[] = [];
      if (!run(pattern, { subjects: [subject], places, most: limits.places }, limits.milliseconds)) return undefined;
      return Array.from({ length: places.length / 2 }, (_, at) => ({
        start: places[2 * at] ?? 0,
        end: places[2 * at + 1] ?? 0,
      }));
    },
  };
}

function newContext(): { job: unknown } {
  const context = { job: undefined };
  createContext(context, { codeGeneration: { strings: false, wasm: false } });
  return context;
}
