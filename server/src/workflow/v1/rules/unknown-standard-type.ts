import { nearest } from '../../../rules/nearest.ts';
import type { RuleReport, RuleDocs } from '../../../rules/rule.ts';
import type { Node } from '../../../syntax/node.ts';
import { stringOf, valueOf } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';
import { errorBases, errorTypes } from '../vocabulary.ts';
import { changeTo, taskRule } from '../../rules/rule.ts';

/** The last part of the types that the specification defines. */
const types = [...new Set(errorTypes.map((type) => type.slice(type.lastIndexOf('/') + 1)))];

/** Taken apart: the host that is the specification's, the folder under it, and the name. Only the name need be there. */
const parts =
  /^(?:(?:https?:\/\/)?(?:www\.)?(serverlessworkflow\.io|open-workflow-specification\.org)\/)?((?:spec\/[^/]+\/|\/)?errors\/|dsl\/errors\/types\/)?([\w .-]+)\/?$/i;

export const unknownStandardType = taskRule({
  code: 'error/unknown-standard-type',
  level: 'warning',
  dialects: ['v1'],
  kinds: ['raise', 'try'],
  check: ({ kind, body }) => read(at(body, kind === 'raise' ? 'raise.error.type' : 'catch.errors.with.type')),
  whole: (inTasks, model) => [...model.symbols.all('error').flatMap(({ node }) => read(valueOf(node, 'type'))), ...inTasks],
});

/** What comes near a standard type is a slip for sure; another name under the specification's own address is told as a hint. */
function read(type: Node | undefined): readonly RuleReport[] {
  const text = stringOf(type) ?? '';
  const [, host, folder = '', name = ''] = parts.exec(text) ?? [];
  // An address that was in use before 1.0.0, and still is.
  const isOld = folder.startsWith('dsl/');
  const isKnown = errorTypes.includes(text) || (isOld && types.includes(name));
  if (!type || !name || isKnown) return [];
  const near = types.find((each) => each === name.toLowerCase()) ?? nearest(name, types);
  if (!near)
    return host && folder.startsWith('spec/')
      ? [{ at: type, severity: 'hint', message: `${noSuch(name)} Put it under a domain of your own.` }]
      : [];
  const bases = host ? errorBases.filter((base) => base.includes(host.toLowerCase())) : errorBases;
  const wanted = isOld ? [text.replace(name, near)] : bases.map((base) => base + near);
  return [
    {
      at: type,
      message:
        near === name ? `"${text}" is no type of an error. The standard one is ${wanted[0]}.` : `${noSuch(name)} Did you mean "${near}"?`,
      fixes: (tree) =>
        wanted.map((each, index) => {
          const fix = changeTo(tree, type, each);
          return {
            ...fix,
            title: near === name ? fix.title : `Change to "${near}"${index > 0 ? ` (${new URL(each).host})` : ''}`,
            preferred: index === 0,
          };
        }),
    },
  ];
}

const noSuch = (name: string): string => `The specification defines no error "${name}".`;

export const docs: RuleDocs = {
  rule: unknownStandardType,
  clause: 'dsl-reference: Standard Error Types',
  why: 'A catch for a misspelt type catches nothing.',
  good: [
    `
do:
  - a: { if: .down, raise: { error: { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication, status: 503 } } }
  - c: { raise: { error: { type: https://example.com/errors/comunication, status: 500 } } }
`,
    `
do:
  - a: { raise: { error: { type: https://open-workflow-specification.org/spec/1.0.0/errors/timeout, status: 408 } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { type: «https://serverlessworkflow.io/spec/1.0.0/errors/comunication» } } }
`,
      fixed: `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { type: https://serverlessworkflow.io/spec/1.0.0/errors/communication } } }
`,
    },
    {
      text: `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { type: «timeout» } } }
`,
      fixed: `
do:
  - a:
      try: [ { b: { call: http, with: { method: get, endpoint: https://example.com } } } ]
      catch: { errors: { with: { type: https://serverlessworkflow.io/spec/1.0.0/errors/timeout } } }
`,
    },
    {
      text: `
do:
  - a: { raise: { error: { type: «https://open-workflow-specification.org/spec/1.0.3/errors/timeout», status: 408 } } }
`,
      fixed: `
do:
  - a: { raise: { error: { type: https://open-workflow-specification.org/spec/1.0.0/errors/timeout, status: 408 } } }
`,
    },
  ],
};
