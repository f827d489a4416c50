import { defineConfig } from 'vitest/config';

/** The proofs at full length: `npm run proof`. */
export default defineConfig({
  test: {
    include: [
      'test/proof/**/*.{test,proof}.ts',
      'test/codes/sequences.test.ts',
      'test/codes/fairness.test.ts',
    ],
    testTimeout: 3 * 60 * 60_000,
    hookTimeout: 60_000,
    // One after the other, so that each has the disk to itself.
    fileParallelism: false,
    env: { PROOF_SIZE: 'long' },
  },
});
