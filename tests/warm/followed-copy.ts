import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll } from 'vitest';
import { copyVault } from './vault-edits.ts';

/** A copy of the bundled vault that a process serves and follows. */
export interface FollowedCopy {
  /** The folder of the copy. */
  readonly vault: string;
  /** Where it is served; empty before the tests begin. */
  readonly url: string;
}

/** Serves a copy of the bundled vault, by a program of Node's with the arguments for that copy, while tests run. */
export function useFollowedCopy(command: (vault: string) => readonly string[]): FollowedCopy {
  const vault = copyVault();
  const copy = { vault, url: '' };
  // Not told of the tests: among them Astro serves nothing and follows no files.
  const env = Object.fromEntries(['PATH', 'HOME'].map((name) => [name, process.env[name]]));
  const server = spawn(process.execPath, command(vault), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0' },
  });
  beforeAll(async () => {
    for await (const line of createInterface(server.stderr)) {
      copy.url = /serving (\S+)/.exec(line)?.[1] ?? '';
      if (copy.url !== '') return;
    }
    throw new Error('the server ended before it served anything');
  });
  afterAll(async () => {
    server.kill();
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(path.dirname(vault), { recursive: true });
  });
  return copy;
}
