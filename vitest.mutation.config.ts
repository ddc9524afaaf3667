/** The tests that `npm run test:mutation` runs: those of the rooms that stryker.config.mjs mutates. */
import { defineConfig } from 'vitest/config';
import { yamlForVite } from './scripts/yaml-plugin.mjs';

export default defineConfig({
  plugins: [yamlForVite],
  test: {
    include: ['test/{formats,rules,workflow}/**/*.test.ts', 'test/graph/build.test.ts'],
    // The manual is compared with the text of the rules, which is mutated here.
    exclude: ['test/rules/docs.test.ts'],
    testTimeout: 60_000,
  },
});
