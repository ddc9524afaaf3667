import { isExpression } from '../../../formats/expression.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { factRule } from '../rule.ts';

export const shellInjection = factRule({
  code: 'security/shell-injection',
  level: 'information',
  dialects: ['v1'],
  check: ({ security }) =>
    security.flatMap(({ kind, at }) =>
      kind === 'command' && at.kind === 'scalar' && isExpression(at.text)
        ? [
            {
              at,
              message: 'What the data hold becomes part of what is executed. Write it out here, and hand the data over in "arguments".',
            },
          ]
        : [],
    ),
});

export const docs: RuleDocs = {
  rule: shellInjection,
  clause: 'dsl-reference: Shell Process, Script Process',
  why: 'Whoever sends the data decides what a command does that is put together from them.',
  good: [
    `
do:
  - a: { run: { shell: { command: 'tar czf "$1"', arguments: [ '\${ .name }' ] } } }
  - b: { run: { script: { language: js, code: 'console.log(\`\${1 + 1}\`)' } } }
`,
  ],
  bad: [{ text: `do:\n  - a: { run: { shell: { command: «'\${ "tar czf " + .name }'» } } }\n` }],
};
