import { expect, test } from 'vitest';
import { scopesOf, tokenize } from './tokenize.ts';

const yaml = (source: string) => scopesOf('workflow-yaml', source);
const key = 'entity.name.tag';
const plain = 'string.unquoted.plain';

test.each([
  ['a key and its text', '«title»: «Order, and ship»', [key, `${plain} + punctuation.separator.flow`]],
  ['keys with blanks and dashes', '«my key»: 1\n«with-dash»: 2', [key, key]],
  ['quoted keys', '«"a: b"»: 1\n«\'c\'»: 2', [key, key]],
  ['an item', '«-» «ship»:', ['punctuation.definition.block.sequence.item', key]],
  ['numbers', 'a: «12»\nb: «-1.5e3»\nc: 1.0.0', ['constant.numeric', 'constant.numeric']],
  ['a version is text', 'dsl: «1.0.0»', [plain]],
  ['a number in a sentence is text', 'title: «top 5»', [plain]],
  ['constants', 'a: «true»\nb: [«null», «~»]', Array<string>(3).fill('constant.language')],
  ['comments', 'a: b «# why»\n«# whole»', Array<string>(2).fill('comment.line.number-sign')],
  ['no comment without a blank', 'a: «b#c»', [plain]],
  ['an address is one text', 'uri: «http://a.b/c?d=e»', [plain]],
  ['anchors, aliases and tags', 'a: «&x» 1\nb: «*x»\nc: «!t» 2', ['variable.other.alias', 'variable.other.alias', 'storage.type.tag']],
  ['flow maps', '{ «call»: «pack», «with»: { «n»: «1» } }', [key, plain, key, key, 'constant.numeric']],
  ['document starts', '«---»', ['entity.other.document']],
  ['single quotes', "a: «'it»«''»s'", ['string.quoted.single', 'constant.character.escape']],
])('%s', async (_, source, scopes) => {
  expect(await yaml(source)).toEqual(scopes);
});

test.each([
  ['a field', 'a: ${ .«order» }', ['variable.other.property']],
  ['a variable and a function', 'a: ${ «$context».x \\| «length» }', ['variable.other', 'support.function']],
  ['keywords', 'a: ${ «if» .x «then» 1 «else» 2 «end» }', Array<string>(4).fill('keyword.control')],
  ['a string with braces', 'a: ${ "«}{»" + .«b» }', ['string.quoted.double', 'variable.other.property']],
  [
    'an object',
    'a: ${ { «b»: .«c», d: { e: 1 } } } # «x»',
    ['variable.other.property', 'variable.other.property', 'comment.line.number-sign'],
  ],
  ['in double quotes', 'a: "${ .«b» == \\"c\\" }"\nd: «e»', ['variable.other.property', plain]],
  ['in single quotes', 'a: \'${ .«b» == "c" }\'\nd: «e»', ['variable.other.property', plain]],
  ['half an expression stays on its line', 'a: ${ (.b\n«c»: d', [key]],
  ['half an expression in quotes', 'a: "${ (.b"\n«c»: d', [key]],
  ['text around it', 'a: «one» ${ .«b» }', [plain, 'variable.other.property']],
  ['bare, where jq is expected', 'when: .«status» == "x"\nif: «$input».a', ['variable.other.property', 'variable.other']],
  ['bare, when to stop or not to catch', 'until: .«done»\nexceptWhen: .«fatal»', ['variable.other.property', 'variable.other.property']],
  ['bare words are text', 'in: «list»', [plain]],
])('jq: %s', async (_, source, scopes) => {
  expect(await yaml(source)).toEqual(scopes);
});

test.each([
  ['lines of a block', 'a: \\|\n  «b: c»\n  «# no comment»\nd: 1', ['string.unquoted.block', 'string.unquoted.block']],
  ['the key after it', 'a: \\|\n  b\n\n«c»: d', [key]],
  ['inside an item', '- a: >-\n    «text»\n  «b»: c', ['string.unquoted.block', key]],
  ['an item that is a block', '- \\|\n  «text»\n- «a»: b', ['string.unquoted.block', key]],
  [
    'an expression over lines',
    'a: >-\n  ${\n    .«b»\n    \\| { c: .«d» }\n  }\n«e»: f',
    ['variable.other.property', 'variable.other.property', key],
  ],
  ['an expression that never ends stays in its block', 'a: \\|\n  ${ .b\n«c»: d', [key]],
  ['header', 'a: «\\|2-» # c\n   x', ['keyword.control.flow.block-scalar']],
])('block text: %s', async (_, source, scopes) => {
  expect(await yaml(source)).toEqual(scopes);
});

test('a long line is done within the time of a test', async () => {
  const text = `a: ${'x y{ '.repeat(4000)}\n${'- '.repeat(4000)}\n${'a b '.repeat(4000)}`;
  const tokens = await tokenize('workflow-yaml', text);
  expect(tokens.map((token) => token.text).join('')).toBe(text.replaceAll('\n', ''));
}, 10_000);
