/** What the server does not start with, by the name of its file: modules that load when one of their functions is first called. */
export const parts = {
  complete: ['server/src/features/completion/completion.ts'],
  hover: ['server/src/features/hover.ts'],
  format: ['server/src/features/formatting.ts'],
  graph: ['server/src/features/graph.ts'],
  fixes: ['server/src/features/fixes.ts'],
  config: ['server/src/features/config-schema.ts'],
  prose: ['server/src/schema/prose.ts'],
  edit: [
    'server/src/syntax/edit.ts',
    'server/src/rules/syntax-fixes.ts',
    'server/src/schema/fixes/make.ts',
    'server/src/schema/placeholder.ts',
  ],
};
