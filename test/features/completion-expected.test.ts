/** Positions of every kind, and the whole list that somebody who stands there expects. */
import { describe, expect, test } from 'vitest';
import { labels } from '../support/editor.ts';

describe('what one expects, wherever one stands', () => {
  const head = "document:\n  dsl: '1.0.3'\n  namespace: a\n  name: b\n  version: '1.0.0'\n";
  const inJson = (rest: string): string => `{ "document": { "dsl": "1.0.3", "namespace": "a", "name": "b", "version": "1.0.0" }, ${rest} }`;
  const inLegacy = (rest: string): string => `id: x\nspecVersion: '0.8'\nname: x\nversion: '1'\n${rest}`;
  const pause = '{ wait: PT1S }';
  const calls = ['http', 'openapi', 'grpc', 'asyncapi', 'mcp', 'a2a'];
  const companions = ['if', 'input', 'output', 'export', 'timeout', 'then', 'metadata'];
  const atRoot = ['input', 'use', 'schedule', 'timeout', 'output', 'evaluate'];
  const request = ['headers', 'query', 'body', 'output', 'redirect'];
  const directives = ['continue', 'exit', 'end'];
  const named = ['namespace', 'name', 'version', 'title', 'summary', 'tags', 'metadata'];
  const tasks = labels(`${head}do:\n  - |\n`);
  const body = labels(`${head}do:\n  - a:\n      |\n`);

  test('the two long lists', () => {
    expect([tasks[0], tasks.at(-1), tasks.length]).toEqual(['set', 'task', 28]);
    expect(body).toEqual([...tasks.slice(0, -1), 'call', 'listen', 'run', ...companions]);
  });

  test.each<[string, string[]]>([
    // behind anchors and tags, names of anchors, merge keys
    ['do:\n  - a: &x\n      |\n', body],
    ['do:\n  - a: &x { | }\n', body],
    ['do:\n  - a: !!map\n      |\n', body],
    [`do:\n  - a: &x ${pause}\n  - b: *|\n`, ['x']],
    ['do:\n  - a: &x\n      wait: PT1S\n  - b:\n      <<: |\n', ['x']],
    [`do:\n  - a: &x ${pause}\n  - b: { <<: *| }\n`, ['x']],
    [`do:\n  - a: &x ${pause}\n  - b:\n      <<: *x\n      |\n`, companions],
    // brackets, open and closed
    ['do:\n  - a: { |\n', body],
    ['do:\n  - a: { wait: PT1S, |\n', companions],
    ['do:\n  - a: { wait: PT1S, | }\n', companions],
    ['do:\n  - a: { call: | }\n', calls],
    ['do:\n  - a: { call: http, with: { method: get, | } }\n', ['endpoint', ...request]],
    [`do: [ { a: ${pause} }, { | } ]\n`, tasks],
    // quotes
    [`do:\n  - a:\n      then: "|"\n  - b: ${pause}\n`, ['b', ...directives]],
    [`do:\n  - a:\n      then: '|\n  - b: ${pause}\n`, ['b', ...directives]],
    ['do:\n  - a:\n      "ca|": http\n', ['call']],
    // behind a dash, with and without its blank
    [`do:\n  - |\n  - b: ${pause}\n`, tasks],
    ['do:\n  -|\n', []],
    ['do:\n  - a:\n      fork:\n        branches:\n          - |\n        compete: true\n', tasks],
    ['do:\n  - a:\n      listen:\n        to:\n          any:\n            - |\n', ['with type', 'with correlate', 'with', 'correlate']],
    // a blank line at every indentation
    ['do:\n  - a:\n      wait: PT1S\n|\n', atRoot],
    ['do:\n  - a:\n      wait: PT1S\n  |\n', tasks],
    ['do:\n  - a:\n      wait: PT1S\n    |\n', []],
    ['do:\n  - a:\n      wait: PT1S\n      |\n', companions],
    ['do:\n  - a:\n      wait: PT1S\n        |\n', []],
    [`do:\n  - a:\n      try:\n        - x: ${pause}\n      |\n`, ['catch', ...companions]],
    [`do:\n  - a:\n      try:\n        - x: ${pause}\n        |\n      catch: {}\n`, tasks],
    // in the middle of a word
    ['do:\n  - a:\n      ca|ll: http\n', ['call']],
    ['do:\n  - a:\n      call: ht|tp\n', ['http']],
    // before a comment
    ['do:\n  - a:\n      | # what\n', body],
    ['do:\n  - a:\n      wa| # a while\n', ['wait']],
    ['do:\n  - a:\n      call: | # what\n', calls],
    // at the start and the end of the text
    ['do: []\n|', atRoot],
    ['|do: []\n', []],
    ['do: []\n---\n|', labels('|')],
    // CRLF
    ['do:\r\n  - a:\r\n      |\r\n  - b:\r\n      wait: PT1S\r\n', body],
    ['do:\r\n  - a:\r\n      call: |\r\n', calls],
    ['do:\r\n  - a:\r\n      wait: PT1S\r\n  |\r\n', tasks],
    // beside half-typed words
    ['do:\n  - a:\n      call: http\n      wi|\n  - b:\n      wa\n', ['with']],
    ['do:\n  - a:\n      wait: PT1S\n      the\n      |\n', companions],
    ['do:\n  - a:\n      wait: PT1S\n      |\n      the\n', companions],
    ['do:\n  - a:\n      call: http\n      with:\n        meth\n        |\n', ['method', 'endpoint', ...request]],
    ['do:\n  - a:\n      call: http\n      with:\n        meth\n\n        end|\n      then: end\n', ['endpoint']],
    ['do:\r\n  - a:\r\n      call: http\r\n      with:\r\n        meth\r\n        qu|\r\n', ['query']],
    ['do:\n  - a:\n      set:\n        hello\n        |\n', []],
    ['do:\n  - a:\n      call: http\n      with:\n        |\n        endpoint: https://a.test\n', ['method', ...request]],
    // names of what is there, and only in their list
    [`do:\n  - a:\n      switch:\n        - x:\n            then: |\n  - b: ${pause}\n`, ['b', ...directives]],
    [`do:\n  - a:\n      do:\n        - x:\n            then: |\n        - y: ${pause}\n  - b: ${pause}\n`, ['y', ...directives]],
    ['do:\n  - a:\n      timeout: |\n      wait: PT1S\nuse:\n  timeouts:\n    t: { after: PT1S }\n', ['t', 'timeout', 'after']],
    ['use:\n  |\ndo: []\n', ['functions', 'retries', 'errors', 'timeouts', 'authentications', 'secrets', 'catalogs', 'extensions']],
    ['use:\n  secrets:\n    - |\ndo: []\n', []],
    // streams
    [`do: []\n---\n${head}do:\n  - a:\n      |\n`, body],
    [`do: []\n---\nfoo: |\n`, []],
  ])('in YAML: %j', (source, expected) => {
    expect(labels(head + source)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['"do": [ { "a": { "wait": "PT1S", | } } ]', companions],
    ['"do": [ { "a": { "wait": "PT1S", "|" } } ]', companions],
    ['"do": [ { "a": { "wait": "PT1S" }, | } ]', []],
    ['"do": [ { "a": { "wait": "PT1S" } }, | ]', [...tasks, '{ }']],
    ['"do": [ { "a": { "then": "|" } }, { "b": { "wait": "PT1S" } } ]', ['b', ...directives]],
    ['"do": [ { "a": { "then": | } }, { "b": { "wait": "PT1S" } } ]', ['b', ...directives]],
    ['"do": [ { "a": { "call": "|" } } ]', calls],
    ['| "do": []', atRoot],
    ['"do": [], |', atRoot],
    ['"do": [],\r\n  "|"\r\n', atRoot],
  ])('in JSON: %j', (source, expected) => {
    expect(labels(inJson(source), 'workflow-json')).toEqual(expected);
  });

  test('around JSON', () => {
    expect(labels('{ "document": { "dsl": "1.0.3", "|" } }', 'workflow-json')).toEqual(named);
    expect(labels('{ | "document": {} }', 'workflow-json')).toEqual(['do', ...atRoot]);
    expect(labels('{ "document": {} }|', 'workflow-json')).toEqual([]);
    expect(labels('{ "document": {} }\n|', 'workflow-json')).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['start: |\nstates:\n  - { name: a, type: inject }\n  - { name: b, type: inject }\n', ['a', 'b']],
    ['start: { stateName: | }\nstates:\n  - { name: a, type: inject }\n', ['a']],
    ['states:\n  - name: a\n    type: inject\n    transition: |\n  - { name: b, type: inject }\n', ['b']],
    ['states:\n  - name: a\n    type: inject\n    transition:\n      nextState: |\n  - { name: b, type: inject }\n', ['b']],
    ['functions:\n  - { name: f }\nstates:\n  - name: a\n    type: operation\n    actions:\n      - functionRef: |\n', ['f']],
    ['states:\n  - name: a\n    type: inject\n    |\n', []],
    ['states:\n  - name: a\n    type: |\n', []],
  ])('in DSL 0.x only names, since its shapes are not known: %j', (source, expected) => {
    expect(labels(inLegacy(source))).toEqual(expected);
  });

  test('in DSL 0.x in JSON', () => {
    const states = '[ { "name": "a", "type": "inject", "transition": "|" }, { "name": "b", "type": "inject", "end": true } ]';
    expect(labels(`{ "id": "x", "specVersion": "0.8", "states": ${states} }`, 'workflow-json')).toEqual(['b']);
  });
});
