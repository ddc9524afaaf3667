// Holds the house's import rules: see ARCHITECTURE.md, "The rooms".
import tseslint from 'typescript-eslint';
import { onlyKnownRooms } from './scripts/rooms.mjs';

/** What stands outside of the project and belongs to some rooms only. */
const editor = { group: ['vscode'], message: 'Only client/src speaks with the editor.' };
const process = { group: ['node:*'], message: 'This runs in a web worker or a page, too.' };
const connections = {
  group: ['vscode-jsonrpc', 'vscode-jsonrpc/*', 'vscode-languageserver-protocol', 'vscode-languageserver-protocol/*'],
  message: 'Connections live in lsp/ only; types come from vscode-languageserver-types.',
};
const without = (files, ...patterns) => ({ files, rules: { 'no-restricted-imports': ['error', { patterns }] } });

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.cache/**', 'artifacts/**', 'tools/**/node_modules/**'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { ecmaVersion: 2023, sourceType: 'module' } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'smart'],
      'prefer-const': 'error',
      complexity: ['error', 20],
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts', 'client/preview/**/*.ts'],
    languageOptions: { parserOptions: { project: ['tsconfig.json', 'client/preview/tsconfig.json'] } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/**/*.ts'],
    plugins: { heddle: { rules: { 'only-known-rooms': onlyKnownRooms } } },
    rules: { 'heddle/only-known-rooms': 'error' },
  },
  without(['server/src/**/*.ts', 'client/preview/**/*.ts'], editor, process, connections),
  without(['server/src/node/**/*.ts', 'server/src/cli/**/*.ts'], editor, connections),
  without(['server/src/lsp/**/*.ts'], editor),
);
