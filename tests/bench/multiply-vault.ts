// Writes a vault of N times the size: node tests/bench/multiply-vault.ts SOURCE TARGET N
import { existsSync } from 'node:fs';
import { writeMultipliedVault } from './multiplied-vault.ts';
import { MOST_COPIES } from './vault-copy.ts';

const [source = '', target = '', times = ''] = process.argv.slice(2);
process.exitCode = main(source, target, Number(times));

function main(from: string, to: string, copies: number): number {
  if (from === '' || to === '' || !Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES) {
    console.error(`usage: node tests/bench/multiply-vault.ts SOURCE TARGET N, N from 1 to ${MOST_COPIES}`);
    return 2;
  }
  if (existsSync(to)) {
    console.error(`multiply-vault: ${to} is there already`);
    return 2;
  }
  console.log(`${to}: ${writeMultipliedVault(from, to, copies).toLocaleString('en')} notes`);
  return 0;
}
