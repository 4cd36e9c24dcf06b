import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/warm/**/*.test.ts'],
    // Every test builds whole sites, many times.
    testTimeout: 900_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
