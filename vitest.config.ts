import { defineConfig } from 'vitest/config';
import { yamlForVite } from './scripts/yaml-plugin.mjs';

export default defineConfig({
  plugins: [yamlForVite],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/ui/**', 'test/package/**', 'node_modules/**', '.cache/**'],
    testTimeout: 120_000,
    // Some bundle what they test first.
    hookTimeout: 180_000,
  },
});
