/** Each format: what it takes in silence, what it says about the rest, and that what it suggests is right. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAddress } from '../../server/src/formats/address.ts';
import { checkBase64 } from '../../server/src/formats/base64.ts';
import { beginsExpression, hasExpression, insideExpression, isExpression } from '../../server/src/formats/expression.ts';
import { formats } from '../../server/src/formats/formats.ts';
import { jqCode } from '../../server/src/formats/jq.ts';
import { checkMediaType } from '../../server/src/formats/media-type.ts';
import { checkAbsoluteUri } from '../../server/src/formats/uri.ts';
import type { Check } from '../../server/src/formats/violation.ts';

const all: Readonly<Record<string, Check>> = {
  ...formats,
  'absolute-uri': checkAbsoluteUri,
  'media-type': checkMediaType,
  address: checkAddress,
  base64: checkBase64,
};

const good: Readonly<Record<string, readonly string[]>> = {
  semver: ['1.0.0', '0.1.10', '1.0.0-alpha.1+b.007', '1.0.0-0'],
  dsl: ['1.0.0', '1.0.3', '1.0.0-alpha5'],
  name: ['a', 'order-2', 'A1', 'x'.repeat(63)],
  host: ['localhost', 'api.example.com', '10.0.0.1'],
  expression: ['${ .a }', ' ${.a}\n', '${ {"a": 1} }'],
  uri: ['urn:x:y', 'https://example.com/s#v1', 'mailto:a@b.example', 'https://[::1]:80/x'],
  'uri-reference': ['', '/orders', 'a/b?c=d#e', '//host/x', './a:b', 'https://example.com/%C3%BC', '?q', '#f'],
  'uri-template': [
    'https://example.com/orders/{id}',
    'https://{host}:{port}/x',
    '/orders{?page,size}',
    '/{+path}/{var:3}/{list*}',
    'https://example.com/ü',
    '{base}',
    'https://example.com/a,b;c=(d)',
  ],
  address: [
    ...['https://api.example.com/orders', 'http://localhost:8080', 'HTTP://a.b', 'file://app/greet.proto', 'grpc://orders:9000', 'urn:x:y'],
    ...['/orders', '/internal/{tenant}/orders?open=true', './openapi/shop.yaml', '../a.b/c', 'asyncapi/telemetry.yaml', 'openapi.json'],
    ...[
      'orders',
      'orders/{id}',
      'v1.0/orders',
      'greet.proto',
      'shop.v1/greet.proto',
      'order.py',
      '{base}/x',
      '{+base}',
      '{host}',
      '?a=b',
      '#x',
    ],
    ...['mailto:a@b.example', '', 'h', 'http', 'https', 'http:', 'tcp://a:1', 'ttl/x', 'http-gateway/x'],
    // Space is no part of an address of any form, and no message breaks a line.
    ...['//\n', '//a b', 'localhost:80 '],
  ],
  'json-pointer': ['', '/', '/do/1/wait', '/a~1b/m~0n'],
  'date-time': [
    '2026-11-23T15:00:00Z',
    '2026-11-23T15:00:00.5+01:00',
    '2016-12-31T23:59:60Z',
    '2017-01-01T00:59:60+01:00',
    '2024-02-29T00:00:00Z',
  ],
  'absolute-uri': ['urn:x:y', 'https://example.com/s?v=1'],
  'media-type': ['application/json', 'text/plain; charset=utf-8', 'application/vnd.acme+json;v="1;2"', 'a/b ;c=d'],
  base64: ['', 'AAE=', 'AA==', 'AAEC'],
};

/** Format, text, message, replacement. */
type Bad = [format: string, text: string, message: string, replacement?: string];

const bad: readonly Bad[] = [
  ['semver', '1.0', '"1.0" is not a version. Use three numbers, as in 1.0.0.', '1.0.0'],
  ['semver', 'v1.02', '"v1.02" is not a version. Leave out the "v", as in 1.2.0.', '1.2.0'],
  ['semver', '01.0.0', '"01.0.0" is not a version: its numbers have no leading zeros, as in 1.0.0.', '1.0.0'],
  ['semver', 'latest', '"latest" is not a version. Use three numbers, as in 1.0.0.'],
  ['dsl', '2.5.0', 'There is no DSL 2.5.0 that is known here: the latest is 1.0.3, and the text is checked as that.'],
  ['dsl', '1.0.4', 'There is no DSL 1.0.4 that is known here: the latest is 1.0.3, and the text is checked as that.'],
  ['dsl', '0.8', 'DSL 0.8 is written with "specVersion" and "states". What stands here begins with 1.0.0.', '1.0.3'],
  ['dsl', '0.8.1', 'DSL 0.8 is written with "specVersion" and "states". What stands here begins with 1.0.0.', '1.0.3'],
  ['dsl', '1.0', '"1.0" is not a version. Use three numbers, as in 1.0.0.', '1.0.0'],
  ['name', 'my flöw', '"my flöw" is not a name. Use letters, digits and hyphens, as in my-flow.', 'my-flow'],
  ['name', '…', '"…" is not a name. Use letters, digits and hyphens.'],
  ['name', 'x'.repeat(64), 'This name has 64 characters. Use 63 at most.'],
  ['host', 'a_b', '"a_b" is not a host. Use letters, digits, hyphens and dots, as in a-b.', 'a-b'],
  ['expression', '.a', '".a" is not an expression. Write it as ${ .a }.', '${ .a }'],
  ['uri', '/schema', '"/schema" is not a full URI. Start with a scheme, as in https://example.com/schema.json.'],
  ['uri-reference', 'a b', 'A URI cannot contain a space. Write %20.', 'a%20b'],
  ['uri-reference', ' /a\n', 'A URI has no spaces or line breaks before and behind it.', '/a'],
  ['uri-reference', '/ü', 'A URI cannot contain "ü". Write %C3%BC.', '/%C3%BC'],
  ['uri-reference', '/\ud800', 'A URI cannot contain the character U+D800. Take it out.'],
  ['uri-reference', '%zz', '"%zz" is not a percent-code: two hexadecimal digits stand after "%". A "%" itself is %25.'],
  [
    'uri-reference',
    '1a:b',
    '"1a" cannot be the scheme of a URI: a scheme starts with a letter. Put "./" before a relative path with a colon.',
  ],
  ['uri-reference', 'a#b#c', 'A URI has at most one "#". Write %23 for the others.'],
  ['uri-reference', '/a[1]', 'Brackets stand only around an IPv6 address. Elsewhere, write %5B and %5D.'],
  ['uri-reference', '/{id}', 'A URI cannot contain "{". Write %7B.', '/%7Bid%7D'],
  ['uri-template', ' ', 'The address is empty.'],
  ['uri-template', 'https://a.b/post"', 'A URI cannot contain a double quote. Write %22.', 'https://a.b/post%22'],
  ['uri-template', 'https://a.b/{id', 'A "{" in this address is not closed. Write "}" behind the name.', 'https://a.b/{id}'],
  ['uri-template', 'https://a.b/id}', 'A "}" in this address closes nothing. Write "{" before the name.', 'https://a.b/{id}'],
  ['uri-template', 'https://a.b/{ id }', 'Braces in an address hold a name, as in {id}, not "{ id }".', 'https://a.b/{id}'],
  ['uri-template', 'https://a.b/{a-b}', 'Braces in an address hold a name, as in {id}, not "{a-b}".'],
  // Seed 1478804505: an expression over two lines stood in the message.
  [
    'uri-template',
    'a${a\na}',
    'An expression is the whole value, not a part of it. Start the value with "${" and join its texts with "+".',
  ],
  ['uri-template', 'https://a.b/{id}/a b', 'A URI cannot contain a space. Write %20.', 'https://a.b/{id}/a%20b'],
  [
    'uri-template',
    'https://a.b/${.id}',
    'An expression is the whole value, not a part of it. Write ${ "https://a.b/" + .id }, or {id} in the address.',
    '${ "https://a.b/" + .id }',
  ],
  [
    'uri-template',
    'https://a.b/{{ .o.id }}/x',
    'An expression is the whole value, not a part of it. Write ${ "https://a.b/" + .o.id + "/x" }.',
    '${ "https://a.b/" + .o.id + "/x" }',
  ],
  [
    'uri-template',
    '/${.a}/${.b}',
    'An expression is the whole value, not a part of it. Start the value with "${" and join its texts with "+".',
  ],
  ...(
    [
      ['api.example.com/orders', 'This address has no scheme and is read as a path.', 'https://api.example.com/orders'],
      ['example.com', 'This address has no scheme and is read as a path.', 'https://example.com'],
      ['www.shop.de', 'This address has no scheme and is read as a path.', 'https://www.shop.de'],
      ['shop.de/x', 'This address has no scheme and is read as a path.', 'https://shop.de/x'],
      [
        'api.{region}.example.com/{id}?a=b',
        'This address has no scheme and is read as a path.',
        'https://api.{region}.example.com/{id}?a=b',
      ],
      ['localhost/x', 'This address has no scheme and is read as a path.', 'http://localhost/x'],
      ['192.168.0.1/x', 'This address has no scheme and is read as a path.', 'http://192.168.0.1/x'],
      ['localhost:8080/x', 'What stands before ":" is read as the scheme.', 'http://localhost:8080/x'],
      ['orders:8080', 'What stands before ":" is read as the scheme.', 'http://orders:8080'],
      ['{host}:8080/x', 'What stands before ":" is read as the scheme.', 'http://{host}:8080/x'],
      ['api.example.com:8443/x', 'What stands before ":" is read as the scheme.', 'https://api.example.com:8443/x'],
      ['//host/x', 'This address has no scheme.', 'https://host/x'],
      ['http:/a/b', '"://" stands behind "http".', 'http://a/b'],
      ['http//a.b/c', '"://" stands behind "http".', 'http://a.b/c'],
      ['HTTPS:a.b/c', '"://" stands behind "HTTPS".', 'https://a.b/c'],
      ['htps://a/b', '"htps" is no scheme.', 'https://a/b'],
      ['ttp://a/b', '"ttp" is no scheme.', 'http://a/b'],
      ['httpss://a/b', '"httpss" is no scheme.', 'https://a/b'],
    ] as const
  ).map(([text, message, replacement]): Bad => ['address', text, `${message} Write ${replacement}.`, replacement]),
  ['json-pointer', '#/do/0', '"#/do/0" is not a JSON Pointer: it starts with "/", as in "/do/0".', '/do/0'],
  ['json-pointer', '/a~2', '"/a~2" is not a JSON Pointer: write "~" as ~0.', '/a~02'],
  ['date-time', 'yesterday', '"yesterday" is not a time. Write date, time and offset, as in 2026-11-23T15:00:00Z.'],
  ['date-time', '2026-11-23', 'The time of day is missing. Write date, time and offset, as in 2026-11-23T15:00:00Z.'],
  ['date-time', '2026-1-23T15:00:00Z', 'Write months, days, hours, minutes and seconds with two digits, as in 2026-11-23T15:00:00Z.'],
  ['date-time', '2026-11-23T15:00Z', 'The time has no seconds. Write 2026-11-23T15:00:00Z.', '2026-11-23T15:00:00Z'],
  ['date-time', '2026-11-23 15:00:00Z', 'A "T" stands between date and time, as in 2026-11-23T15:00:00Z.', '2026-11-23T15:00:00Z'],
  ['date-time', '2026-11-23T15:00:00', 'The time has no offset. Add "Z" for UTC, as in 2026-11-23T15:00:00Z.', '2026-11-23T15:00:00Z'],
  ['date-time', '2026-11-23T15:00:00+25:00', 'The offset +25:00 does not exist: offsets go from -23:59 to +23:59.'],
  ['date-time', '2026-11-23T15:00:00+01', 'Write the offset with hours and minutes: +01:00.', '2026-11-23T15:00:00+01:00'],
  ['date-time', '2026-11-23T15:00:60Z', 'Second 60 exists only as a leap second, at 23:59:60 UTC. Use 59 or the next minute.'],
  ['date-time', '2026-11-23T24:00:00Z', 'Hour 24 does not exist: hours are 00–23.'],
  ['date-time', '2026-02-30T00:00:00Z', 'Day 30 does not exist: February 2026 has 28 days.'],
  ['date-time', '2026-13-01T15:00:00Z', 'Month 13 does not exist: months are 01–12.'],
  ['date-time', '2026-11-23T15:00:00.Z', 'A fraction of a second is a point and at least one digit, as in 15:00:00.5Z.'],
  ['date-time', '2026-11-23t15:00:00z', 'Write "T" and "Z" as capital letters, as in 2026-11-23T15:00:00Z.', '2026-11-23T15:00:00Z'],
  ['absolute-uri', 'https://x/s#v1', 'This URI must not have a fragment (the part from "#").', 'https://x/s'],
  ['media-type', 'JSON', '"JSON" is not a media type. Write application/json.', 'application/json'],
  ['media-type', 'a / b', 'A media type has no spaces around its slash: a/b.', 'a/b'],
  ['media-type', 'text/plain; charset', 'Each parameter of a media type is a name, "=" and a value, as in text/plain; charset=utf-8.'],
  ['media-type', 'toString', '"toString" is not a media type. Write type and subtype with a slash, as in application/json.'],
  ['base64', '-_-_', 'This is base64 for URLs. Write "+" for "-" and "/" for "_".', '+/+/'],
  ['base64', 'AAE', 'The end of this base64 is missing: fill it up with "=" to a multiple of four characters.', 'AAE='],
  ['base64', 'AAECA', 'This base64 is cut off: its length cannot be right.'],
  ['base64', 'AA E=', 'Base64 stands here in one line, without spaces or line breaks.', 'AAE='],
  ['base64', '@@', '"@" does not occur in base64: it is written with A–Z, a–z, 0–9, "+" and "/".'],
];

test.each(Object.entries(good).flatMap(([format, texts]) => texts.map((text): [string, string] => [format, text])))(
  '%s: %j is right',
  (format, text) => expect(all[format]!(text)).toBeUndefined(),
);

test.each(bad)('%s: %j — %s', (format, text, message, replacement) => {
  const found = all[format]!(text);
  expect([found?.message, found?.replacement]).toEqual([message, replacement]);
});

test('every format has examples of both', () => {
  expect(Object.keys(good)).toEqual(expect.arrayContaining(Object.keys(all)));
  expect(bad.map(([format]) => format)).toEqual(expect.arrayContaining(Object.keys(all)));
});

test.each([
  ['${ .a }', 'is', 'begins', 'has'],
  [' ${.a}\n', 'is', 'begins', 'has'],
  ['${ "}" }', 'is', 'begins', 'has'],
  ['${ .a', '', 'begins', 'has'],
  ['${ .a } b', '', 'begins', 'has'],
  ['${', '', 'begins', 'has'],
  ['a ${ .b }', '', '', 'has'],
  ['a ${', '', '', 'has'],
  ['.a', '', '', ''],
  ['$ { .a }', '', '', ''],
  ['', '', '', ''],
])('an expression? %j', (text, ...answers) => {
  const is = isExpression(text);
  expect([is ? 'is' : '', beginsExpression(text) ? 'begins' : '', hasExpression(text) ? 'has' : '']).toEqual(answers);
  expect(insideExpression(text) !== undefined).toBe(is);
});

test.each([
  ['.a | f(.b)', '.a | f(.b)'],
  ['.a == "x y" or .b', '.a ==       or .b'],
  ['"a\\"b" + .c', '       + .c'],
  ['"a\\\\" + .c', '      + .c'],
  ['"a \\( .b | f("c \\(.d)") ) e" | .f', '    ( .b | f(    (.d) ) )    | .f'],
  ['.a # .b "\n| .c', '.a       \n| .c'],
  ['"# no comment" | .a', '               | .a'],
  ['"never closed', '             '],
  ['"\\', '  '],
  ['.a ) "b" )', '.a )     )'],
])('code in jq: %j', (text, code) => {
  expect(jqCode(text)).toBe(code);
});

describe.each(Object.entries(all))('%s', (format, check) => {
  const pieces = [
    ...'aZ09:/?#[]@{}$%-_.~+=&;,"\' \n|ü𝔓',
    '\ud800',
    '2026-11-23',
    'T15:00',
    ':60',
    'Z',
    '+01',
    '1.0',
    '${',
    '}}',
    'application/',
    'https://',
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join(''));
  const sentence = /[.]$/;

  test('is total, speaks in sentences on one line, and suggests what is right', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = check(text);
        if (!found) return;
        expect(found.message).toMatch(sentence);
        expect(found.message).not.toContain('\n');
        if (found.replacement === undefined) return;
        expect(found.replacement).not.toBe(text);
        // Mending one mistake after the other comes to an end.
        let mended: string | undefined = found.replacement;
        for (let step = 0; mended !== undefined && step < 12; step++)
          mended = isExpression(mended) ? undefined : check(mended)?.replacement;
        expect(mended).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('takes the time that the length of the text asks for', () => {
    for (const unit of ['/', 'a.', '~', '{', 'a/b;c=d', '-', ' ', '0']) expect(() => check(unit.repeat(20_000))).not.toThrow();
    expect(format).not.toBe('');
  });
});
