import { Script, createContext } from 'node:vm';
import type { Span } from '../source/index.ts';

/** A regular expression of a search. Source: A5.6; `m` always, `i` unless under match-case. */
export interface Pattern {
  readonly source: string;
  readonly flags: 'm' | 'im';
}

/** Runs regular expressions of untrusted notes: each call ends in about the CPU time given, whatever the pattern. */
export interface RegexRunner {
  /** 1 for each subject that the pattern matches, else 0; undefined when it was stopped. */
  test(pattern: Pattern, subjects: readonly string[], limits: RegexLimits): Uint8Array | undefined;
  /** The first places that match in a subject, empty ones left out; undefined when it was stopped. */
  find(pattern: Pattern, subject: string, limits: FindLimits): readonly Span[] | undefined;
}

/** How much a call may take. */
export interface RegexLimits {
  readonly milliseconds: number;
  /** The note whose search it is; undefined where it is nobody's. What one note loses is not the loss of another. */
  readonly host: number | undefined;
}

/** How much a {@link RegexRunner.find} may take and give. */
export interface FindLimits extends RegexLimits {
  readonly places: number;
}

/** A pattern that took so long and was stopped is not tried again. */
const SLOW = 500;
/** After so much time lost on stopped patterns each further one gets so much only: of the same note, and of any. */
const OF_A_NOTE = [
  { lost: 3_000, allowed: 2 },
  { lost: 1_500, allowed: 20 },
] as const;
const OF_ALL = { lost: 20_000, allowed: 300 };
/** A machine may be so busy that little CPU time passes in much time: this many times the limit is the end. */
const MOST_WAITING = 10;

/** What the other context works on; `next` lets it go on where the clock interrupted it. */
interface Job extends Pattern {
  readonly subjects: readonly string[];
  readonly hits: Uint8Array;
  next: number;
}

/**
 * What runs inside the other context. V8 looks for an interrupt while it backtracks, so the time
 * limit of node:vm stops any pattern; a pattern that exhausts V8's own stack throws a RangeError.
 */
const TEST = `(() => {
  const { subjects, hits } = job;
  const pattern = new RegExp(job.source, job.flags);
  for (; job.next < subjects.length; job.next += 1) if (pattern.test(subjects[job.next])) hits[job.next] = 1;
})()`;
const FIND = `(() => {
  const { subject, places, most } = job;
  const pattern = new RegExp(job.source, job.flags + 'g');
  for (let match = pattern.exec(subject); match !== null && places.length < 2 * most; match = pattern.exec(subject)) {
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
  const stopped = { test: new Set<string>(), find: new Set<string>() };
  const lost = new Map<number | undefined, number>();
  let lostByAll = 0;
  let machine: Machine | undefined;

  const allowedTo = ({ milliseconds, host }: RegexLimits): number => {
    const lostByHost = lost.get(host) ?? 0;
    const ofNote = OF_A_NOTE.find((step) => lostByHost > step.lost)?.allowed ?? Infinity;
    return Math.min(milliseconds, ofNote, lostByAll > OF_ALL.lost ? OF_ALL.allowed : Infinity);
  };

  const count = (spent: number, host: number | undefined): void => {
    lostByAll += spent;
    lost.set(host, (lost.get(host) ?? 0) + spent);
  };

  const test: RegexRunner['test'] = (pattern, subjects, limits) => {
    const key = keyOf(pattern);
    if (stopped.test.has(key)) return undefined;
    const job: Job = { ...pattern, subjects, hits: new Uint8Array(subjects.length), next: 0 };
    const allowed = allowedTo(limits);
    const start = cpuTime();
    const deadline = performance.now() + MOST_WAITING * allowed;
    machine ??= createMachine();
    for (let left = allowed; left >= 1 && performance.now() < deadline; left = allowed - (cpuTime() - start)) {
      const outcome = machine.run('test', job, left);
      if (outcome === 'done') return job.hits;
      if (outcome === 'failed') break;
    }
    const spent = cpuTime() - start;
    if (spent > SLOW) stopped.test.add(key);
    count(spent, limits.host);
    return undefined;
  };

  const find: RegexRunner['find'] = (pattern, subject, limits) => {
    const key = keyOf(pattern);
    if (stopped.find.has(key)) return undefined;
    const places: number[] = [];
    const start = cpuTime();
    machine ??= createMachine();
    const job = { ...pattern, subject, places, most: limits.places };
    if (machine.run('find', job, allowedTo(limits)) !== 'done') {
      const spent = cpuTime() - start;
      if (spent > SLOW) stopped.find.add(key);
      count(spent, limits.host);
      return undefined;
    }
    return Array.from({ length: places.length / 2 }, (_, at) => ({
      start: places[2 * at] ?? 0,
      end: places[2 * at + 1] ?? 0,
    }));
  };
  return { test, find };
}

function keyOf({ flags, source }: Pattern): string {
  return `${flags}/${source}`;
}

/** Runs a job in a context that holds nothing else. */
interface Machine {
  run(script: 'test' | 'find', job: object, milliseconds: number): 'done' | 'interrupted' | 'failed';
}

function createMachine(): Machine {
  const context: { job: object | undefined } = { job: undefined };
  createContext(context, { codeGeneration: { strings: false, wasm: false } });
  const scripts = { test: new Script(TEST), find: new Script(FIND) };
  return {
    run: (script, job, milliseconds) => {
      if (milliseconds < 1) return 'interrupted';
      context.job = job;
      try {
        scripts[script].runInContext(context, { timeout: Math.ceil(milliseconds) });
        return 'done';
      } catch (error) {
        return isTimeout(error) ? 'interrupted' : 'failed';
      } finally {
        context.job = undefined;
      }
    },
  };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

/** Milliseconds of CPU that this thread has used; where Node cannot tell (before 24), the whole process. */
export function cpuTime(): number {
  const { user, system } = typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage() : process.cpuUsage();
  return (user + system) / 1000;
}
