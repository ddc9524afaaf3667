/** Keys whose text is jq without `${ }`: the grammars know those of the schema. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workflowSchema } from '../../server/src/schema/schemas.ts';
import { everywhere } from '../support/schema-places.ts';

/** Not coloured, and why. */
const left = {
  from: 'data has keys of this name: senders, paths',
  as: 'data has keys of this name, and what stands here is an object more often than not',
};

const bareKeys = new Set(
  everywhere(workflowSchema).flatMap(({ schema: { properties = {} } }) =>
    Object.entries(properties).flatMap(([key, value]) =>
      [value, ...(value.anyOf ?? [])].some(({ expression }) => expression === 'always') ? [key] : [],
    ),
  ),
);

test.each(['yaml', 'json'])('%s', (format) => {
  const grammar = readFileSync(`syntaxes/workflow-${format}.tmLanguage.json`, 'utf8');
  const words = /\((?:\?:|\\"\(\?:)?(if\|[a-zA-Z|]+)\)/.exec(grammar)![1]!.split('|');
  expect([...words, ...Object.keys(left)].sort()).toEqual([...bareKeys].sort());
});
