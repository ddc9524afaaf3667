import { insideExpression, isExpression } from '../../../formats/expression.ts';
import { jqCode } from '../../../formats/jq.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { factRule } from '../../rules/rule.ts';

/** A path or a variable stands in it, outside of its texts. */
const usesData = (text: string): boolean => isExpression(text) && /\.(?!\d)|\$/.test(jqCode(insideExpression(text)!));

export const shellInjection = factRule({
  code: 'security/shell-injection',
  level: 'information',
  dialects: ['v1'],
  says: 'security',
  check: ({ security }) =>
    security.flatMap(({ kind, at }) =>
      kind === 'command' && at.kind === 'scalar' && usesData(at.text)
        ? [
            {
              at,
              message: 'This is put together from data, and whoever sends them decides what is executed. Hand them over in "arguments".',
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
