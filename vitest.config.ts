import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    // Real crypto over many lines and property tests take their time on a small machine.
    testTimeout: 240_000,
    hookTimeout: 120_000,
  },
});
