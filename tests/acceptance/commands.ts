import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** What a run of the command gave. */
export interface Outcome {
  /** The exit code; undefined when it was killed. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** Where and how the command runs. */
export interface Setting {
  /** The repository. */
  readonly root: string;
  /** A folder for the product's cache, where it honours DETECTIONARY_CACHE. */
  readonly cache: string;
}

interface Limits {
  readonly input?: string;
  /** Kills the process and all its children, without a chance to tidy, after so many milliseconds. */
  readonly killAfter?: number;
}

const patience = 600_000;

/** Runs `detectionary` to its end and keeps all that it printed; never rejects on an exit code. */
export async function detectionary(
  setting: Setting,
  args: readonly string[],
  { input = '', killAfter = patience }: Limits = {},
): Promise<Outcome> {
  const started = performance.now();
  const child = startDetectionary(setting, args);
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const timer = setTimeout(() => killGroup(child), killAfter);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  const seconds = (performance.now() - started) / 1000;
  return { code: code ?? undefined, stdout: stdout(), stderr: stderr(), seconds };
}

/** Starts `detectionary` in a process group of its own; `killGroup` ends it, and so does the end of this process. */
export function startDetectionary({ root, cache }: Setting, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'bin/detectionary.js'), ...args], {
    cwd: root,
    detached: true,
    env: {
      ...process.env,
      PATH: [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
      DETECTIONARY_CACHE: cache,
      NO_COLOR: '1',
    },
  });
  const end = (): void => killGroup(child);
  process.prependOnceListener('exit', end);
  child.once('close', () => process.off('exit', end));
  return child;
}

/** Kills a process and its children; nothing when they have ended. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

/** The last line that a run printed for its user, to say why it failed. */
export function lastWords({ code, stderr }: Outcome): string {
  return `exit code ${String(code)}: ${stderr.trim().split('\n').at(-1) ?? ''}`;
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
