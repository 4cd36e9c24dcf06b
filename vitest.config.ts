import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/vaults/**/*.test.ts', 'tests/pages/**/*.test.ts'],
    // No module of ours has state, so test files may share a worker; starting one costs two seconds.
    isolate: false,
  },
});
