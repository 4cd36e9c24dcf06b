#!/usr/bin/env node
// Plain JavaScript that any Node can read: the program itself is TypeScript, which needs a newer
// one. Where the running Node is too old, the one that npm installed with this project takes over.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

if (process.features.typescript) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  await import('../src/cli/main.ts');
} else {
  handOver(fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url)));
}

/** Runs this command in another Node, passing on signals and the exit code. */
function handOver(node) {
  if (!existsSync(node)) {
    process.stderr.write('detectionary: Node 22.18 or newer is needed; run "npm run build" once, which installs one\n');
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
