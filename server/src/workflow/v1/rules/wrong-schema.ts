import { schemaReports } from '../../../data/keywords.ts';
import type { RuleDocs } from '../../../rules/rule.ts';
import { factRule } from '../../rules/rule.ts';

export const wrongSchema = factRule({
  code: 'data/schema',
  level: 'warning',
  dialects: ['v1'],
  says: 'jsonSchemas',
  check: ({ jsonSchemas }) => jsonSchemas.flatMap(schemaReports),
});

const order = (schema: string): string => `
input:
  schema:
    document: ${schema}
do:
  - a: { wait: PT1S }
`;

export const docs: RuleDocs = {
  rule: wrongSchema,
  clause: 'dsl-reference: Schema',
  why: 'A schema that is wrong refuses all data, or lets everything through.',
  good: [/* @__PURE__ */ order('{ type: object, properties: { id: { type: string } }, required: [ id ] }')],
  bad: [
    {
      text: /* @__PURE__ */ order('{ type: object, «propertys»: { id: { type: string } } }'),
      fixed: /* @__PURE__ */ order('{ type: object, properties: { id: { type: string } } }'),
    },
    {
      text: /* @__PURE__ */ order('{ properties: { id: { type: «sting» } } }'),
      fixed: /* @__PURE__ */ order('{ properties: { id: { type: string } } }'),
    },
  ],
};
