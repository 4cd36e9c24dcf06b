import { expect, test } from 'vitest';
import { measureTree } from '../../bench/tree-usage.ts';

/** Works for a while, ends when it is told to, and is waited for or not. */
const WORKER = `const from = process.cpuUsage().user; while (process.cpuUsage().user - from < 600_000); console.log('done'); setInterval(() => {}, 1000);`;
const PARENT = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(WORKER)}]);
  child.stdout.once('data', () => {
    child.kill();
    if (process.argv[1] === 'waits') child.once('exit', () => process.exit());
    else process.exit();
  });`;

// Measured from Linux's /proc.
test.runIf(process.platform === 'linux').each(['waits', 'leaves'])(
  'counts a process whose parent %s',
  async (parent) => {
    const { cpu } = await measureTree({ program: process.execPath, args: ['-e', PARENT, parent] });
    expect(cpu).toBeGreaterThan(0.5);
  },
);
