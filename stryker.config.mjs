// Mutation tests, on demand: npm run test:mutation. Other files: npm run test:mutation -- --mutate server/src/time/cron.ts
export default {
  mutate: [
    'server/src/{formats,rules}/**/*.ts',
    'server/src/workflow/flow.ts',
    'server/src/workflow/{rules,v1/rules}/**/*.ts',
    // Prose for the manual.
    '!server/src/**/{docs,*-docs}.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  // Tables that are read once at the start would need every test for each mutant.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  ignorePatterns: ['artifacts', 'dist', '.cache', 'docs', 'test/{ui,vscode,package,preview}'],
  tempDirName: '.cache/mutation',
  reporters: ['progress', 'clear-text', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'artifacts/mutation.html' },
};
