import { isExpression } from '../../../../formats/expression.ts';
import type { RuleDocs } from '../../../../rules/rule.ts';
import { replaceText } from '../../../../syntax/edit.ts';
import { sliceOf } from '../../../../syntax/range.ts';
import { portabilityRule } from '../construct.ts';
import { callsOf } from '../expressions.ts';
import { jqLevel as construct } from '../readings.ts';

export const jqLevel = portabilityRule(construct, {
  says: 'expressions',
  stretch: ({ expressions }, { misses, others }) =>
    expressions
      .filter(({ at, bare }) => bare || isExpression(at.text))
      .flatMap(({ at }) =>
        misses.flatMap(({ name, takes, write }) =>
          callsOf(at.text, name, takes).map(({ from, to, given = '' }) => ({
            at: sliceOf(at, from, from + name.length),
            does: `jq has no "${name}"`,
            fixes: (tree) =>
              write === undefined
                ? []
                : [
                    {
                      title: `Write it in functions of ${others}`,
                      edits: [
                        replaceText(
                          tree,
                          sliceOf(at, from, to),
                          write.replace('ARG', () => given.trim()),
                        ),
                      ],
                      preferred: true,
                    },
                  ],
          })),
        ),
      ),
});

export const docs: RuleDocs = {
  rule: jqLevel,
  construct,
  target: 'quarkus-flow',
  clause: 'dsl: Runtime Expressions',
  why: 'The specification names jq, but no release of it; what is not known there ends the workflow with an error.',
  good: [
    `
do:
  - pick: { set: { name: '\${ .name | ltrimstr("x-") }' } }
`,
  ],
  bad: [
    {
      text: `
do:
  - pick: { set: { items: '\${ .items | «toarray» }' } }
`,
      fixed: `
do:
  - pick: { set: { items: '\${ .items | (if type == "array" then . else [.] end) }' } }
`,
    },
    {
      text: `
do:
  - pick: { set: { order: '\${ .order | «pick»(.id, .items) }' } }
`,
      fixed: `
do:
  - pick: { set: { order: '\${ .order | (. as $all | reduce path(.id, .items) as $path (null; setpath($path; $all | getpath($path)))) }' } }
`,
    },
  ],
};
