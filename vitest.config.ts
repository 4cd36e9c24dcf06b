import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/vaults/**/*.test.ts', 'tests/pages/**/*.test.ts'],
    // No module of ours has state, so test files may share a worker; starting one costs two seconds.
    isolate: false,
    // No test has a clock in it: this ends one that hangs, and a busy machine takes ten times as long as a quiet one.
    testTimeout: 120_000,
  },
});
