import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** What a command and all its children took. */
export interface TreeUsage {
  /** Seconds of CPU, user and system. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly wall: number;
  /** The most memory that the processes held together, in MB; pages that they share count for each. */
  readonly peak: number;
  /** The most memory that one of the processes held, in MB. */
  readonly largest: number;
}

/** A program with its arguments, and where it runs. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The kernel counts CPU in hundredths of a second (`USER_HZ`, which Linux fixes at 100 for programs). */
const TICKS = 100;
const SAMPLE_EVERY = 50;

/**
 * Runs a command to its end and measures its whole tree of processes, from Linux's `/proc`. Throws
 * when the command does not end with one of the allowed exit codes, with what it wrote.
 */
export async function measureTree(command: Command, allowed: readonly number[] = [0]): Promise<TreeUsage> {
  const before = reapedTicks();
  const start = performance.now();
  const child = spawn(command.program, command.args, {
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  let peak = 0;
  let largest = 0;
  const seen = new Map<string, number>();
  const sampling = setInterval(() => {
    const tree = processesOfTree(child.pid);
    const held = tree.map(residentMemory);
    peak = Math.max(
      peak,
      held.reduce((sum, memory) => sum + memory, 0),
    );
    largest = Math.max(largest, ...held);
    for (const pid of tree) seen.set(pid, Math.max(seen.get(pid) ?? 0, ownTicks(pid)));
  }, SAMPLE_EVERY);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(sampling));
  if (code === null || !allowed.includes(code)) {
    throw new Error(`${command.program} ${command.args.join(' ')} ended with ${code}:\n${errors.slice(-2000)}`);
  }
  // A process that nobody waits for, as Pagefind's behind its Node package, is missing among those that have ended.
  const seenTicks = [...seen.values()].reduce((sum, own) => sum + own, 0);
  const ticks = Math.max(reapedTicks() - before, seenTicks);
  return { cpu: ticks / TICKS, wall: (performance.now() - start) / 1000, peak, largest };
}

/** CPU of all children that have ended, theirs included: `cutime` and `cstime` of proc(5). */
function reapedTicks(): number {
  const fields = statFields('self');
  return Number(fields[13]) + Number(fields[14]);
}

/** CPU of a process itself so far; 0 when it has ended and been waited for. */
function ownTicks(pid: string): number {
  const fields = statFields(pid);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** The ids of the processes of a tree. */
function processesOfTree(root: number | undefined): readonly string[] {
  if (root === undefined) return [];
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = Map.groupBy(processes, (pid) => Number(statFields(pid)[1]));
  const pending = [String(root)];
  const found: string[] = [];
  for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
    found.push(pid);
    pending.push(...(children.get(Number(pid)) ?? []));
  }
  return found;
}

/** In MB; 0 for a process that has ended meanwhile. */
function residentMemory(pid: string): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readProcess(pid, 'status'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** The fields of `/proc/PID/stat` after the name, which may hold spaces: state, parent, … */
function statFields(pid: string): readonly string[] {
  const stat = readProcess(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readProcess(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
