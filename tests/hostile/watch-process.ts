import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a process and all that it started did, as the kernel saw it. */
export interface Watched {
  readonly status: number | null;
  readonly output: string;
  /** Files and folders that it opened, links on disk followed. */
  readonly opened: readonly string[];
  /** Programs that it started, itself first. */
  readonly started: readonly string[];
  /** System calls by which it reached for a network or another process. */
  readonly reached: readonly string[];
}

/** By scripts/setup, where the machine has none of its own. */
const UNPACKED = path.resolve(import.meta.dirname, '../../node_modules/.strace/usr');
const CALLS = 'open,openat,openat2,creat,execve,execveat,socket,connect,bind,sendto';

/** Runs a program under strace. Throws where there is no strace, or where it may not watch. */
export function watchProcess(command: readonly string[], environment: NodeJS.ProcessEnv): Watched {
  const folder = mkdtempSync(path.join(tmpdir(), 'watched-'));
  try {
    const record = path.join(folder, 'record.txt');
    const options = ['-f', '-qq', '-y', '-s', '0', '-e', 'signal=none', '-e', `trace=${CALLS}`, '-o', record];
    const { file, libraries } = findStrace();
    const { status, stdout, stderr, error } = spawnSync(file, [...options, '-E', 'LD_LIBRARY_PATH', ...command], {
      env: { ...environment, ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }) },
      encoding: 'utf8',
      timeout: 180_000,
      killSignal: 'SIGKILL',
      maxBuffer: 1 << 30,
    });
    if (!existsSync(record)) throw new Error(`strace cannot watch here: ${error?.message ?? stderr}`);
    return { status, output: stdout + stderr, ...readRecord(readFileSync(record, 'latin1')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function findStrace(): { readonly file: string; readonly libraries: string | undefined } {
  const installed = (process.env['PATH'] ?? '').split(path.delimiter).map((place) => path.join(place, 'strace'));
  const file = installed.find((place) => existsSync(place));
  if (file !== undefined) return { file, libraries: undefined };
  const unpacked = path.join(UNPACKED, 'bin/strace');
  if (!existsSync(unpacked)) throw new Error('there is no strace: run scripts/setup --browser, or install it');
  const library = path.join(UNPACKED, 'lib');
  return {
    file: unpacked,
    libraries: readdirSync(library)
      .map((name) => path.join(library, name))
      .join(':'),
  };
}

/** `12 openat(AT_FDCWD</work>, "a.md", O_RDONLY) = 17</vault/a.md>`; calls that failed gave nothing away. */
const OPENED = /^\d+ +(?:open|openat|openat2|creat)\(.* = \d+<([^>]*)>$/;
/** The second part of a call that was interrupted. */
const RESUMED = /^\d+ +<\.\.\. (?:open|openat|openat2|creat) resumed>.* = \d+<([^>]*)>$/;
const STARTED = /^\d+ +execve(?:at)?\((?:[^"]*, )?"([^"]*)".*(?: = 0$|<unfinished)/;
const REACHED = /^\d+ +((?:socket|connect|bind|sendto)\(.*)$/;

function readRecord(record: string): Pick<Watched, 'opened' | 'started' | 'reached'> {
  const lines = record.split('\n');
  const found = (...patterns: readonly RegExp[]): readonly string[] => [
    ...new Set(lines.flatMap((line) => patterns.flatMap((pattern) => pattern.exec(line)?.[1] ?? []))),
  ];
  return { opened: found(OPENED, RESUMED), started: found(STARTED), reached: found(REACHED) };
}
