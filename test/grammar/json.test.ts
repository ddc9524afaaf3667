import { expect, test } from 'vitest';
import { scopesOf } from './tokenize.ts';

const property = 'support.type.property-name';

test.each([
  [
    'properties and values',
    '{ «"a"»: «"b"», «"c"»: «1.5», "d": [«true», «null»] }',
    [property, 'string.quoted.double', property, 'constant.numeric', 'constant.language', 'constant.language'],
  ],
  ['jq in a string', '{ "a": "«one »${ .«b» == \\"c\\" }" }', ['string.quoted.double', 'variable.other.property']],
  ['bare jq where it is expected', '{ "when": ".«b» > 1", "in": "«list»" }', ['variable.other.property', 'string.quoted.double']],
  ['bare jq in a longer key', '{ "exceptWhen": ".«fatal»", "until": ".«done»" }', ['variable.other.property', 'variable.other.property']],
  ['half an expression', '{ "a": "${ (.b",\n  «"c"»: 1 }', [property]],
  ['comments', '«// why»\n{}', ['comment.line.double-slash']],
])('workflow: %s', async (_, source, scopes) => {
  expect(await scopesOf('workflow-json', source)).toEqual(scopes);
});

test('events have no jq, and each line is one', async () => {
  expect(await scopesOf('cloudevent', '{ "data": "${ «.b» }" }')).toEqual(['string.quoted.double']);
  expect(await scopesOf('cloudevent-lines', '{ "id": "«1»" }\n{ «"id"»: 2 }')).toEqual(['string.quoted.double', property]);
});
