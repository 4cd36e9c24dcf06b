import type { Cache } from '../cache/index.ts';
import type { VaultModel } from '../pipeline/index.ts';
import { readSources, sourcesDigest } from '../vault/index.ts';
import type { Sources } from '../vault/index.ts';
import type { Arguments, ExitCode, Printer } from './command.ts';
import { cacheOf, vaultFolder, vaultOptions } from './open-vault.ts';

/** What a command makes of a whole vault. */
export interface WholeAnswer {
  /** Of the command, for the cache. */
  readonly name: string;
  readonly args: Arguments;
  /** Prints what hangs on the vault and the arguments alone. */
  readonly answer: (model: VaultModel, terminal: Printer) => ExitCode | Promise<ExitCode>;
}

/** All that a command printed, in order, and how it ended. */
interface Transcript {
  readonly printed: (readonly ['out' | 'err', text: string])[];
  readonly exitCode: ExitCode;
}

/**
 * Answers from the vault that the arguments name. For one that has not changed, and the same arguments, prints what was printed
 * the last time, or what {@link keepAnswers} has kept.
 */
export async function answerFromVault(whole: WholeAnswer, terminal: Printer): Promise<ExitCode> {
  const vault = vaultFolder(whole.args);
  const cache = cacheOf(whole.args, vault);
  const sources = readSources(vault);
  const key = keyOf(whole, sources);
  const shelf = cache.shelf(`answer-${whole.name}`);
  const kept = shelf.get(key) ?? cache.shelf(OF_BUILD).get(key);
  if (kept !== undefined) return replay(kept, terminal);
  const { createVaultMemory, loadVault } = await import('../pipeline/index.ts');
  const memory = createVaultMemory(cache);
  const transcript = await record(whole, loadVault(vault, { sources, memory }), terminal);
  memory.keep();
  shelf.put(key, () => bytesOf(transcript));
  shelf.close();
  return transcript.exitCode;
}

/** Where what a build knows the answers to is kept, apart from what was asked last. */
const OF_BUILD = 'answers';

/** Keeps the answers from a vault that is linked already, so that {@link answerFromVault} need not link it. */
export async function keepAnswers(
  { model, sources, cache }: { readonly model: VaultModel; readonly sources: Sources; readonly cache: Cache },
  answers: readonly WholeAnswer[],
): Promise<void> {
  const shelf = cache.shelf(OF_BUILD);
  for (const whole of answers) {
    const transcript = await record(whole, model, silent);
    shelf.put(keyOf(whole, sources), () => bytesOf(transcript));
  }
  shelf.close();
}

/** All that the answer hangs on; where the vault and the cache are is neither. */
function keyOf({ name: command, args: { words, options } }: WholeAnswer, sources: Sources): string {
  const own = Object.entries(options).filter(([name]) => !Object.hasOwn(vaultOptions, name));
  return JSON.stringify([sourcesDigest(sources), command, words, own]);
}

/** Answers, with all that is printed written down too. */
async function record({ answer }: WholeAnswer, model: VaultModel, terminal: Printer): Promise<Transcript> {
  const printed: Transcript['printed'] = [];
  const exitCode = await answer(model, {
    out: (text) => {
      printed.push(['out', text]);
      terminal.out(text);
    },
    err: (text) => {
      printed.push(['err', text]);
      terminal.err(text);
    },
  });
  return { printed, exitCode };
}

const silent: Printer = { out: () => undefined, err: () => undefined };

function bytesOf(transcript: Transcript): Buffer {
  return Buffer.from(JSON.stringify(transcript));
}

function replay(kept: Buffer, terminal: Printer): ExitCode {
  // The cache vouches for the bytes, and the program's digest for their shape.
  const { printed, exitCode } = JSON.parse(kept.toString('utf8')) as Transcript;
  for (const [stream, text] of printed) terminal[stream](text);
  return exitCode;
}
