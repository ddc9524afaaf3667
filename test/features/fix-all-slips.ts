/** Workflows and events with a sign too few, too many or elsewhere, in which every word is right: none of them may go when they are mended. */
import type { Language } from '../support/editor.ts';

const head = "document: { dsl: '1.0.3', namespace: shop, name: order, version: '1.0.0' }\n";
const jsonHead = '{ "document": { "dsl": "1.0.3", "namespace": "shop", "name": "order", "version": "1.0.0" }';

const tasks = [
  '  - a: { wait PT5S }\n',
  '  - a: { wait: PT5S then: end }\n',
  '  - a: { wait: PT5S; then: end }\n',
  '  - a: { wait: PT5S, then: end\n  - b: { set: { x: 1 } }\n',
  '  - a: { wait: PT5S } }\n  - b: { set: { x: 1 } }\n',
  '  - a: { set: { x: [ 1, 2 } }\n  - b: { wait: PT1S }\n',
  '  - a: { set: { x: "one" two, y: 1 } }\n',
  "  - a: { set: { x: 'one' or 'two' } }\n",
  "  - a: { set: { x: '${ .x \"}' } }\n",
  '  - a: { set: { x: ${ .y } } }\n',
  "  - a: { set: { x: '${ .y' } }\n",
  "  - a: { if '${ .done }', wait: PT1S }\n",
  '  - a: { call: http, with: { method get, endpoint: https://a.b } }\n',
  "  - a:\n      call: http\n      with { method: get, endpoint: 'https://a.b' }\n",
  "  - a:\n      call: http\n      with &w { method: get, endpoint: 'https://a.b' }\n",
  '  - a:\n      call: http\n      with: {\n        method: get\n        endpoint: https://a.b\n      }\n',
  '  - a:\n      call: http # one\n      with: { method: get # two\n        , endpoint: https://a.b }\n',
  '  - a:\n      call: http\n      with: { method: get # two\n        endpoint: https://a.b }\n',
  '  * a:\n      set: { x: 1 }\n',
  '  + a:\n      set: { x: 1 }\n  + b:\n      wait: PT1S\n',
  '  -a:\n      set: { x: 1 }\n  - b: { wait: PT1S }\n',
  '  - a:\n      set: { x: 1 }\n   - b: { wait: PT1S }\n',
  '  - a:\n      set: { x: 1 }\n  b: { wait: PT1S }\n',
  '  - a:\n     set: { x: 1 }\n      then: end\n',
  '  - a:\n      wait:PT1S\n',
  '  - a:\n      wait PT1S\n      then: end\n',
  '  - a:\n      wait = PT1S\n',
  '  - a:\n\t\twait: PT1S # soon\n',
  '  - a:\n      wait:\u00a0PT1S\n',
  '  - a: { set: { x: "a \f b" } }\n  - b: { set: { x: a \u0001 c } }\n',
  '  - b: { set: {x: 1} } then: end\n',
  '  - s:\n      switch:\n        - n:\n            when: .x\n            then: exit - o:\n            then: end\n',
  '  - a: { set: { x: "open } }\n  - b: { wait: PT1S }\n',
  '  - a: { set: { x: failed: now } }\n',
  '  - a:\n      set:\n        x: failed: now\n        y: 1 // why\n',
  '  - a:\n      set:\n        x: @home\n        y: %5\n',
  '  - a:\n      set: { x: 1 },\n      then: end\n',
  '  - a: { set: { x: 1 } } # kept\n    # kept, too\n  - b { wait: PT1S }\n',
];

const jsons = [
  `${jsonHead}, "do": [ { "a": { "wait": "PT1S" } } ] },{ "b": { "wait": "PT1S" } } ] }\n`,
  `${jsonHead} // one\n  "do": [ { "a": { "wait": "PT1S" } } ] }\n`,
  `${jsonHead}, "do": [ { "a": { "wait" "PT1S", "then": "end" } } { "b": { 'set': { x: yes } } } ] } // kept\n`,
  `${jsonHead}, "do": [ { "a": { "wait": "PT1S" } ] } ] } } rest\n`,
];

const event = '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "t" }';
const events = [
  `${event},${event.replace('"1"', '"2"')}\n`,
  `${event} rest // kept\n`,
  '{ "specversion": "1.0", "data": 1 }\n',
  '{ "specversion": "1.0",\n"type"]: "t", "id": "1", "source": "/a" }\n',
  '{ "id": "1" /* one */ "source": "/a", "specversion": "1.0", "type": "t" }\n',
];

/** Each with the language it is in. */
export const slips: readonly (readonly [string, Language])[] = [
  ...tasks.map((text) => [`${head}do:\n${text}`, 'workflow-yaml'] as const),
  [`${head}do: [{a: {wait: PT1S}}] , {b: {wait: PT1S}}]\nuse: {}\n`, 'workflow-yaml'],
  ...jsons.map((text) => [text, 'workflow-json'] as const),
  ...events.map((text) => [text, 'cloudevent'] as const),
];
