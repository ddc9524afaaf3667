import { nearest } from '../../../rules/nearest.ts';
import type { RuleReport, RuleDocs } from '../../../rules/rule.ts';
import type { Node } from '../../../syntax/node.ts';
import { stringOf, valueOf } from '../../../syntax/node.ts';
import type { WorkflowRule } from '../rule.ts';
import { changeTo, inTasks } from '../rule.ts';

/** The last part of the types that the specification defines. */
const types = ['configuration', 'validation', 'expression', 'authentication', 'authorization', 'timeout', 'communication', 'runtime'];

const standard =
  /^(https?:\/\/(?:serverlessworkflow\.io|open-workflow-specification\.org)\/(?:spec\/\d+\.\d+\.\d+\/errors|dsl\/errors\/types)\/)([^/?#]+)$/;

export const unknownStandardType: WorkflowRule = {
  code: 'error/unknown-standard-type',
  level: 'warning',
  check: (model) => [...[...model.components.error.values()].flatMap(({ node }) => read(valueOf(node, 'type'))), ...inTaskTypes(model)],
};

export const docs: RuleDocs = {
  rule: unknownStandardType,
  clause: 'dsl-reference: Standard Error Types',
  why: 'A catch for a misspelt type catches nothing.',
  good: [
    `
do:
  - a:
      try: [ { b: { set: { x: 1 } } } ]
      catch: { errors: { with: { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication } } }
  - c: { raise: { error: { type: https://example.com/errors/comunication, status: 500 } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      try: [ { b: { set: { x: 1 } } } ]
      catch: { errors: { with: { type: «https://serverlessworkflow.io/spec/1.0.0/errors/comunication» } } }
`,
      fixed: `
do:
  - a:
      try: [ { b: { set: { x: 1 } } } ]
      catch: { errors: { with: { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication } } }
`,
    },
  ],
};

const inTaskTypes = inTasks(
  ({ kind }) => kind === 'raise' || kind === 'try',
  ({ kind, body }) => {
    if (kind === 'raise') return read(valueOf(valueOf(valueOf(body, 'raise'), 'error'), 'type'));
    return read(valueOf(valueOf(valueOf(valueOf(body, 'catch'), 'errors'), 'with'), 'type'));
  },
);

/** Only what comes near a standard type is a slip for sure. */
function read(at: Node | undefined): readonly RuleReport[] {
  const [, prefix = '', name = ''] = standard.exec(stringOf(at) ?? '') ?? [];
  if (!at || !name || types.includes(name)) return [];
  const near = nearest(name, types);
  if (!near) return [];
  return [
    {
      at,
      message: `The specification defines no error "${name}". Did you mean "${near}"?`,
      fixes: (tree) => [{ ...changeTo(tree, at, prefix + near), title: `Change to "${near}"` }],
    },
  ];
}
