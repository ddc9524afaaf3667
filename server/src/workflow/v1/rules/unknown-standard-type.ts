import { nearest } from '../../../rules/nearest.ts';
import type { RuleReport, RuleDocs } from '../../../rules/rule.ts';
import type { Node } from '../../../syntax/node.ts';
import { stringOf, valueOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { errorTypes } from '../vocabulary.ts';
import type { WorkflowRule } from '../../rules/rule.ts';
import { changeTo, taskRule } from '../../rules/rule.ts';

/** The last part of the types that the specification defines. */
const types = errorTypes.map((type) => type.slice(type.lastIndexOf('/') + 1));

const standard =
  /^(https?:\/\/(?:serverlessworkflow\.io|open-workflow-specification\.org)\/(?:spec\/\d+\.\d+\.\d+\/errors|dsl\/errors\/types)\/)([^/?#]+)$/;

const facts = { code: 'error/unknown-standard-type', level: 'warning', dialects: ['v1'] } as const;

const inTasks = taskRule({
  ...facts,
  kinds: ['raise', 'try'],
  check: ({ kind, body }) => read(at(body, kind === 'raise' ? 'raise.error.type' : 'catch.errors.with.type')),
});

export const unknownStandardType: WorkflowRule = {
  ...facts,
  check: (model) => [...model.symbols.all('error').flatMap(({ node }) => read(valueOf(node, 'type'))), ...inTasks.check(model)],
};

/** Only what comes near a standard type is a slip for sure. */
function read(type: Node | undefined): readonly RuleReport[] {
  const [, prefix = '', name = ''] = standard.exec(stringOf(type) ?? '') ?? [];
  if (!type || !name || types.includes(name)) return [];
  const near = nearest(name, types);
  if (!near) return [];
  return [
    {
      at: type,
      message: `The specification defines no error "${name}". Did you mean "${near}"?`,
      fixes: (tree) => [{ ...changeTo(tree, type, prefix + near), title: `Change to "${near}"` }],
    },
  ];
}

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
