import type { VaultModel } from '../pipeline/index.ts';
import { readSources, sourcesDigest } from '../vault/index.ts';
import type { Arguments, ExitCode, Terminal } from './command.ts';
import { cacheOf, vaultFolder } from './open-vault.ts';

/** What a command makes of a whole vault. */
export interface WholeAnswer {
  /** Of the command, for the cache. */
  readonly name: string;
  /** Prints what hangs on the vault and the arguments alone. */
  readonly answer: (model: VaultModel, terminal: Terminal) => ExitCode | Promise<ExitCode>;
}

/** All that a command printed, in order, and how it ended. */
interface Transcript {
  readonly printed: (readonly ['out' | 'err', text: string])[];
  readonly exitCode: ExitCode;
}

/** Answers from a vault; for one that has not changed, and the same arguments, prints what was printed the last time. */
export async function answerFromVault(
  args: Arguments,
  terminal: Terminal,
  { name, answer }: WholeAnswer,
): Promise<ExitCode> {
  const vault = vaultFolder(args);
  const cache = cacheOf(args, vault);
  const sources = readSources(vault);
  const shelf = cache.shelf(`answer-${name}`);
  const key = JSON.stringify([sourcesDigest(sources), args.words, args.options]);
  const kept = shelf.get(key);
  if (kept !== undefined) return replay(kept, terminal);
  const { createVaultMemory, loadVault } = await import('../pipeline/index.ts');
  const memory = createVaultMemory(cache);
  const printed: Transcript['printed'] = [];
  const recorder: Terminal = {
    ...terminal,
    out: (text) => {
      printed.push(['out', text]);
      terminal.out(text);
    },
    err: (text) => {
      printed.push(['err', text]);
      terminal.err(text);
    },
  };
  const exitCode = await answer(loadVault(vault, { sources, memory }), recorder);
  memory.keep();
  shelf.put(key, () => Buffer.from(JSON.stringify({ printed, exitCode } satisfies Transcript)));
  shelf.close();
  return exitCode;
}

function replay(kept: Buffer, terminal: Terminal): ExitCode {
  // The cache vouches for the bytes, and the program's digest for their shape.
  const { printed, exitCode } = JSON.parse(kept.toString('utf8')) as Transcript;
  for (const [stream, text] of printed) terminal[stream](text);
  return exitCode;
}
