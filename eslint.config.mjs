// Holds the house's import rules: see ARCHITECTURE.md, "The rooms".
import tseslint from 'typescript-eslint';

/** Inside server/src imports only go down this line. */
const rooms = [
  ['syntax', 'dialects', 'languages', 'schemes', 'sniff', 'decode'],
  ['rules'],
  ['formats'],
  ['schema', 'expression', 'time'],
  ['event'],
  ['workflow'],
  ['graph'],
  ['recognise', 'doc', 'config'],
  ['workspace'],
  ['features'],
  ['service'],
  ['node'],
  ['cli'],
  ['lsp'],
];
const isFile = (room) => ['dialects', 'languages', 'schemes', 'sniff', 'decode', 'recognise', 'doc', 'service'].includes(room);
/** Rooms that only a process opens; `lsp` keeps its own entry for one. */
const inNode = ['node', 'lsp', 'cli'];
const pattern = (room) => (isFile(room) ? `**/${room}.ts` : `**/${room}/**`);
const layer = (names, level) => ({
  files: names.map((room) => (isFile(room) ? `server/src/${room}.ts` : `server/src/${room}/**/*.ts`)),
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          level + 1 < rooms.length && {
            group: rooms
              .slice(level + 1)
              .flat()
              .map(pattern),
            message:
              'Imports go down: syntax → rules → formats → schema, expression, time → event → workflow → graph → doc, config → workspace → features → service → node → cli; lsp beside it.',
          },
          ...(names.includes('lsp')
            ? []
            : [
                {
                  group: ['vscode-jsonrpc', 'vscode-jsonrpc/*', 'vscode-languageserver-protocol', 'vscode-languageserver-protocol/*'],
                  message: 'Connections live in lsp/ only; types come from vscode-languageserver-types.',
                },
              ]),
          ...(names.includes('lsp') ? [{ group: ['**/cli/**'], message: 'The two programs know nothing of each other.' }] : []),
          ...(names.some((name) => inNode.includes(name)) ? [] : [{ group: ['node:*'], message: 'The service runs in a web worker.' }]),
          { group: ['vscode', '**/client/**'], message: 'The server does not know its clients.' },
        ].filter(Boolean),
      },
    ],
  },
});

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
  ...rooms.map(layer),
  {
    files: ['server/src/graph/draw/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['../*', '!../graph.ts', 'node:*', 'vscode*'], message: 'draw knows the graph and nothing else.' }] },
      ],
    },
  },
  {
    files: ['server/src/graph/draw/layout/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['../../*', '!../../graph.ts', 'node:*', 'vscode*'], message: 'draw knows the graph and nothing else.' }] },
      ],
    },
  },
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '**/server/src/**',
                ...['protocol', 'languages', 'schemes', 'sniff', 'decode'].map((name) => `!**/server/src/${name}.ts`),
                '!**/server/src/graph/draw/**',
              ],
              message: 'The client knows the server by protocol.ts and the tables that both read.',
            },
            { group: ['../preview/**', '../../preview/**'], message: 'The page is another world: talk to it in messages.' },
          ],
        },
      ],
    },
  },
  {
    files: ['client/preview/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['vscode', 'node:*', '**/client/src/**'], message: 'The page has only the DOM.' },
            { regex: 'server/src/(?!protocol\\.ts$|graph/draw/)', message: 'The page knows protocol.ts and graph/draw only.' },
          ],
        },
      ],
    },
  },
);
