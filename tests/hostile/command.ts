import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What a run of the command gave. */
export interface CommandRun {
  /** The exit code; null when it had to be stopped. */
  readonly status: number | null;
  readonly stdout: string;
  /** Both outputs, one after the other. */
  readonly output: string;
}

/** The file that npx runs. */
export const PROGRAM = path.resolve(import.meta.dirname, '../../bin/detectionary.js');
/** Milliseconds after which any command is taken to hang. */
const LONGEST = 480_000;

/** Runs the command in a process of its own, with the environment of this one and some more. */
export function runCommand(args: readonly string[], environment: Readonly<Record<string, string>> = {}): CommandRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    timeout: LONGEST,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 30,
  });
  return { status, stdout, output: stdout + stderr };
}
