import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/hostile/**/*.test.ts'],
    globalSetup: ['tests/hostile/global-setup.ts'],
    // One build, one server and one browser serve all; every limit here is for a machine that does much else.
    fileParallelism: false,
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
