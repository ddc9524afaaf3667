/** The table of readings: rules are made from it and speak in its words. */
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../server/src/formats/expression.ts';
import { type TargetId, targetIds } from '../../server/src/targets.ts';
import { workflowRuleDocs } from '../../server/src/workflow/rules/docs.ts';
import { rulesOf } from '../../server/src/workflow/rules/index.ts';
import { type Construct, readingOf, said as sentence } from '../../server/src/workflow/v1/portability/construct.ts';
import * as everywhere from '../../server/src/workflow/v1/portability/everywhere.ts';
import { inputReads } from '../../server/src/workflow/v1/input-reads.ts';
import { callsOf, isPlain } from '../../server/src/workflow/v1/portability/expressions.ts';
import { portabilityLevels } from '../../server/src/workflow/v1/portability/levels.ts';
import * as readings from '../../server/src/workflow/v1/portability/readings.ts';
import { mended, said } from '../support/findings.ts';

const constructs: readonly Construct[] = [...Object.values(everywhere), ...Object.values(readings)];

describe('the table of readings', () => {
  test('every row has a rule and a level, and every rule a row', () => {
    const rows = constructs.map(({ code }) => code).sort();
    expect(rows).toEqual(Object.keys(portabilityLevels).sort());
    const manual = workflowRuleDocs.filter(({ rule }) => rule.code.startsWith('portability/'));
    expect(manual.map(({ rule }) => rule.code).sort()).toEqual(rows);
    for (const { rule, construct } of manual) expect(construct).toBe(constructs.find(({ code }) => code === rule.code));
  });

  test.each(targetIds)('%s has a rule for each of its readings, and no other', (target) => {
    const rules = rulesOf('v1', target).filter(({ code }) => code.startsWith('portability/'));
    const read = constructs.filter((construct) => readingOf(construct, target));
    expect([...new Set(rules.map(({ code }) => code))].sort()).toEqual(read.map(({ code }) => code).sort());
    for (const { code, level } of rules) {
      const [, reading] = readingOf(
        constructs.find((each) => each.code === code)!,
        target,
      )!;
      expect(level).toBe(reading.level ?? portabilityLevels[code as keyof typeof portabilityLevels]);
    }
  });

  test.each(
    constructs.flatMap((construct) =>
      Object.entries(construct.readings).flatMap(([target, reading]) =>
        reading ? [[construct.code, target as TargetId, reading, construct.portable] as const] : [],
      ),
    ),
  )('%s on %s is a sentence', (_, target, { does, instead }, portable) => {
    expect(does).toMatch(/^["a-z$.].*[^.]$/);
    expect(does.length).toBeLessThanOrEqual(160);
    expect(sentence(target, does)).toMatch(/^(?:On [A-Za-z]|[A-Z"])/);
    for (const way of [portable, instead ?? portable]) expect(way).toMatch(/^[A-Z].*\.$/);
    expect(`${does} ${portable}`).not.toMatch(/oneOf|schema validation|invalid|token\b|node\b|mapping/i);
  });
});

const read = (text: string): string => inputReads(text).reduceRight((marked, at) => `${marked.slice(0, at)}^${marked.slice(at)}`, text);

test.each([
  ['${ . }', '${ ^. }'],
  ['.id', '^.id'],
  ['${ $context + { a: .id, "b": .["c"], d: [ .e ] } }', '${ $context + { a: ^.id, "b": ^.["c"], d: [ ^.e ] } }'],
  ['${ .a.b[.i].c }', '${ ^.a.b[^.i].c }'],
  ['${ ."a"."b" }', '${ ^."a"."b" }'],
  ['${ if .a then .b else $input.c end }', '${ if ^.a then ^.b else $input.c end }'],
  ['${ "a \\(.b) .c" }', '${ "a \\(^.b) .c" }'],
  ['${ .. }', '${ ^.. }'],
  // What follows a pipe, or stands in what a function is given, may be something else.
  ['${ $output | .id }', '${ $output | .id }'],
  ['${ reduce $input[] as $x (0; . + $x) }', '${ reduce $input[] as $x (0; . + $x) }'],
  ['${ any($input[]; .ok) }', '${ any($input[]; .ok) }'],
  ['${ def f: .a; f }', '${ def f: .a; f }'],
  ['${ $a.b + 0.5 + 1 }', '${ $a.b + 0.5 + 1 }'],
  ['${ 1 # .a\n }', '${ 1 # .a\n }'],
])('%s reads its input', (text, marked) => {
  expect(read(text)).toBe(marked);
});

test.each([
  ['${ { a: .id, if: .b } }', true],
  ['${ $context + .a }', true],
  ['${ .a | .b }', false],
  ['${ keys }', false],
  ['${ map(.a) }', false],
  ['${ .. }', false],
])('%s is plain: %s', (text, plain) => {
  expect(isPlain(text)).toBe(plain);
});

test.each([
  ['${ .a | abs }', 'abs', 0, ['abs']],
  ['${ .abs + $abs + { abs: 1 } + "abs" + labs }', 'abs', 0, []],
  ['${ def abs: .; abs }', 'abs', 0, []],
  ['${ pick(.a, "\\(.b))") | pick (.c) }', 'pick', 1, ['pick(.a, "\\(.b))")', 'pick (.c)']],
  ['${ add + add(.a) }', 'add', 0, ['add']],
  ['${ add + add(.a) }', 'add', 1, ['add(.a)']],
  ['${ pick(.a }', 'pick', 1, []],
] as const)('calls in %s of %s with %i', (text, name, takes, calls) => {
  expect(callsOf(text, name, takes).map(({ from, to }) => text.slice(from, to))).toEqual(calls);
});

test.each([
  ['Hello ${ .name }!', ['Hello ', '${ .name }', '!']],
  ['${ .a }-${ .b }', ['${ .a }', '-', '${ .b }']],
  ['${ "}" } x', ['${ "}" }', ' x']],
  ['${ .a }', []],
  [' ${ { a: 1 } } ', []],
  ['a ${ .b', []],
  ['ls ${HOME}', []],
  ['no more', []],
  ['${ .a }}', []],
])('the parts of %s', (text, parts) => {
  expect(partsOf(text).map(({ words }) => words)).toEqual(parts);
});

const on = (target: string, tasks: string): string =>
  `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0, metadata: { heddle: { target: ${target} } } }\n${tasks}`;
const told = (text: string): string[] => said(text).map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);

test.each([
  ['an output that is shaped nowhere is the same raw', on('zigflow', "do:\n  - a: { set: { x: 1 }, export: { as: '${ .x }' } }\n"), []],
  [
    'the output before "output.as"',
    on('zigflow', "do:\n  - a: { set: { x: 1 }, output: { as: '${ { y: .x } }' }, export: { as: '${ .y }' } }\n"),
    ['portability/export-as .y'],
  ],
  [
    'an event that a runtime does send',
    on('zigflow', 'do:\n  - a: { emit: { event: { with: { type: io.temporal.streams.a, source: https://example.com } } } }\n'),
    [],
  ],
  [
    'an event that it does not',
    on('zigflow', 'do:\n  - a: { emit: { event: { with: { type: com.example.a, source: https://example.com } } } }\n'),
    ['portability/unsupported emit'],
  ],
  [
    'a "then" that leads to the next task anyway',
    on('quarkus-flow', 'do:\n  - a: { if: .x, set: { x: 1 }, then: b }\n  - b: { set: { x: 1 } }\n'),
    [],
  ],
  [
    'a filter where there is no catch',
    on('go-sdk', 'do:\n  - a: { try: [ { b: { set: { x: 1 } } } ], catch: { errors: { with: { instance: /do/0 } } } }\n'),
    ['portability/unsupported try'],
  ],
  ['secrets in words are none', on('quarkus-flow', 'do:\n  - a: { set: { x: \'${ "$secrets" + $input.x }\' } }\n'), []],
  [
    'several results of a text that is no expression',
    on('go-sdk', 'do:\n  - a: { set: { x: 1 }, output: { as: ".x[]" } }\n'),
    ['portability/bare-expression ".x[]"'],
  ],
  [
    'half a workflow',
    on('quarkus-flow', 'do:\n  - a:\n      try:\n      catch:\n        retry:\n        do:\n  - b: { export: { as: \n'),
    expect.anything(),
  ],
])('%s', (_, text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('every text of a mapping is told where it reads the context by mistake, and written anew', () => {
  const text = on(
    'quarkus-flow',
    "do:\n  - a:\n      set: { x: 1 }\n      export:\n        as:\n          all: ${ . }\n          first: '${ .[0] }'\n          one: ${ .x }\n",
  );
  expect(told(text)).toEqual(['portability/export-as .', 'portability/export-as .', 'portability/export-as .x']);
  expect(mended(text)).toBe(
    text.replace('${ . }', '${ $output }').replace('${ .[0] }', '${ $output[0] }').replace('${ .x }', '${ $output.x }'),
  );
});

const loop = (target: string, list: string): string =>
  on(target, `do:\n  - a: { for: { each: x, in: ${list} }, do: [ { b: { set: { y: $x } } } ] }\n`);

test.each([
  ['go-sdk', "'.items[]'", "'${ [.items[]] }'", ['portability/bare-expression']],
  ['go-sdk', "'${ .items[] }'", "'${ [.items[]] }'", ['portability/several-results']],
  ['quarkus-flow', "'.items[]'", "'[.items[]]'", ['portability/several-results']],
  ['go-sdk', '.items', "'${ .items }'", ['portability/bare-expression']],
])('on %s the list of a loop, %s, stays a list: one remark, and none after its fix', (target, list, after, codes) => {
  const text = loop(target, list);
  const found = said(text);
  expect(found.map(({ code }) => code)).toEqual(codes);
  expect(found.every(({ fixes }) => fixes.every(({ title }) => title !== 'Take the first'))).toBe(true);
  expect(mended(text)?.replaceAll('"', "'")).toBe(loop(target, after));
  expect(said(loop(target, after))).toEqual([]);
});

test('on a runtime whose environment is flat, nothing is written in the place of $secrets', () => {
  const text = on('zigflow', "use: { secrets: [ db ] }\ndo:\n  - a: { set: { x: '${ $secrets.db.password }' } }\n");
  const [found, ...more] = said(text);
  expect([found!.code, found!.fixes, more]).toEqual(['portability/secrets', [], []]);
});

const fork = '{ fork: { branches: [ { x: { set: { v: 1 } } }, { y: { set: { v: 2 } } } ] }';
const severities = (tasks: string): string[] =>
  said(on('swf', tasks)).flatMap(({ code, severity }) => (code === 'portability/fork-output' ? [severity] : []));

test.each([
  ['the next task', `do:\n  - a: ${fork} }\n  - b: { set: { z: '\${ .x.v }' } }\n`, ['warning']],
  ['the next task by $input', `do:\n  - a: ${fork}, then: b }\n  - b: { set: { z: '\${ $input.x }' } }\n`, ['warning']],
  ['the next task by a function', `do:\n  - a: ${fork} }\n  - b: { set: { z: '\${ map(.v) }' } }\n`, ['warning']],
  ['the next task, which holds others', `do:\n  - a: ${fork} }\n  - b: { do: [ { c: { set: { z: '\${ .x }' } } } ] }\n`, ['warning']],
  ['a switch', `do:\n  - a: ${fork} }\n  - b: { switch: [ { c: { when: '\${ .x }', then: end } } ] }\n`, ['warning']],
  ['the next task, if it runs at all', `do:\n  - a: ${fork}, if: .q }\n  - b: { set: { z: '\${ .x }' } }\n`, ['warning']],
  ['the next task, in parts', `do:\n  - a: ${fork} }\n  - b: { input: { from: { q: '\${ .x }' } }, set: { z: 1 } }\n`, ['warning']],
  ['its own output', `do:\n  - a: ${fork}, output: { as: '\${ .x }' } }\n`, ['warning']],
  ['what it exports', `do:\n  - a: ${fork}, export: { as: '\${ $output }' } }\n`, ['warning']],
  ['nobody', `do:\n  - a: ${fork} }\n  - b: { set: { z: '\${ $context.x }' } }\n`, ['information']],
  ['nobody: it ends', `do:\n  - a: ${fork}, then: end }\n  - b: { set: { z: '\${ .x }' } }\n`, ['information']],
  ['nobody below it', `do:\n  - a: ${fork} }\n`, ['information']],
  [
    'nobody: it has another output',
    `do:\n  - a: ${fork}, output: { as: '\${ $input }' } }\n  - b: { set: { z: '\${ .x }' } }\n`,
    ['information'],
  ],
  [
    'one of two, nested',
    `do:\n  - o: { do: [ { a: ${fork} } }, { b: ${fork} } }, { c: { set: { z: '\${ .x }' } } } ] }\n`,
    ['information', 'warning'],
  ],
  [
    'no sibling branch',
    `do:\n  - o: { fork: { compete: true, branches: [ { a: ${fork} } }, { c: { set: { z: '\${ .x }' } } } ] } }\n`,
    ['information'],
  ],
])('the output of a fork is read by %s', (_, tasks, expected) => {
  expect(severities(tasks)).toEqual(expected);
});

const race = '{ fork: { compete: true, branches: [ { x: { wait: PT1S } }, { y: { wait: PT2S } } ] }';

test.each([
  ["'${ .list | map(.x) }'", []],
  ["'${ [.list[] | .y] }'", []],
  ["'${ any(.x; .y) }'", []],
  ["'${ if .x then 1 else [.y] end }'", ['.x', '.y']],
  ['\'${ "\\(.x)" }\'', ['.x']],
  ["'${ $context.x + .a.y }'", []],
])('of a race its branch is read by name in %s', (text, reads) => {
  const whole = `document: { dsl: 1.0.3, namespace: a, name: b, version: 1.0.0 }\ndo:\n  - a: ${race} }\n  - b: { set: { z: ${text} } }\n`;
  const found = said(whole).filter(({ code }) => code === 'fork/compete-then-shared');
  expect(found.map(({ start, end }) => whole.slice(start, end))).toEqual(reads);
});

test.each([
  ['quarkus-flow', 'toarray', 'Write it in functions of jq 1.6'],
  ['go-sdk', 'keys_unsorted', 'Write it in functions of gojq'],
])('on %s, %s is written in functions that are there', (target, name, title) => {
  const [found] = said(on(target, `do:\n  - a: { set: { x: '\${ .y | ${name} }' } }\n`));
  expect(Object.keys(found!.fixed)).toEqual([title]);
});
