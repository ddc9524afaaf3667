const inFeatures = (...names) => names.map((name) => `server/src/features/${name}.ts`);

/** What the server does not start with, by the name of its file: modules that load when one of their functions is first called. */
export const parts = {
  complete: ['server/src/features/completion/completion.ts', 'server/src/features/completion/signature-help.ts'],
  hover: ['server/src/features/hover.ts'],
  format: ['server/src/features/formatting.ts'],
  graph: ['server/src/features/graph.ts'],
  fixes: inFeatures('fixes', 'fix-all'),
  config: ['server/src/features/config-schema.ts'],
  prose: ['server/src/schema/prose.ts'],
  /** What is wrong by what other files say. */
  around: [
    'server/src/apis/read.ts',
    'server/src/workspace/rules/api-reports.ts',
    'server/src/workspace/rules/cycle-reports.ts',
    'server/src/workspace/rules/run-reports.ts',
  ],
  edit: [
    'server/src/syntax/edit.ts',
    'server/src/rules/syntax-fixes.ts',
    'server/src/schema/fixes/make.ts',
    'server/src/schema/placeholder.ts',
    'server/src/workflow/rules/create.ts',
  ],
  places: inFeatures(
    'symbols',
    'folding',
    'selection',
    'navigation',
    'sub-workflow',
    'event-types',
    'links',
    'call-hierarchy',
    'rename/rename',
    'workspace-symbols',
  ),
  aids: inFeatures('inlay-hints', 'code-lenses', 'semantic-tokens'),
  refactor: inFeatures('refactorings'),
  portability: ['server/src/workflow/v1/portability/rules/index.ts'],
  /** What several of the parts above need. */
  common: [
    ...inFeatures(
      'brought',
      'cases',
      'code',
      'edited',
      'hover-name',
      'knowledge',
      'part',
      'stretch',
      'tally',
      'task-words',
      'variables',
      'words',
    ),
    'server/src/syntax/style.ts',
    'server/src/time/describe-cron.ts',
    'server/src/workflow/query.ts',
    'server/src/workflow/v0/summary.ts',
    'server/src/workflow/v1/start.ts',
    'server/src/workflow/v1/summary.ts',
  ],
};
