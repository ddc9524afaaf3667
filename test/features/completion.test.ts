import { describe, expect, test } from 'vitest';
import { accept, labels } from '../support/editor.ts';

describe('the text after accepting', () => {
  test.each([
    ['do:\n  - a:\n      call: ht|', 'http', 'do:\n  - a:\n      call: http'],
    ['do:\n  - a:\n      call: http\n      wi|', 'with', 'do:\n  - a:\n      call: http\n      with:\n        |'],
    [
      'do:\n  - a:\n      call: http\n      with: { method: get, en| }',
      'endpoint',
      'do:\n  - a:\n      call: http\n      with: { method: get, endpoint: | }',
    ],
    ['document:\n  na|\n  version: 1.0.0\n', 'name', 'document:\n  name: |\n  version: 1.0.0\n'],
    ['document:\n  na|me: x\n', 'namespace', 'document:\n  namespace: x\n'],
    ['docu|', 'document', 'document:\n  |'],
    ['document:\n  name: x\nd|', 'do', 'document:\n  name: x\ndo:\n  - |'],
    ['document:\n    name: x\nd|', 'do', 'document:\n    name: x\ndo:\n    - |'],
    ['do: |', 'wait', 'do:\n  - |name:\n      wait:\n        seconds: 30'],
    ['do:\n- a:\n    wait: PT1S\n|', 'wait', 'do:\n- a:\n    wait: PT1S\n- |name:\n    wait:\n      seconds: 30'],
    ['do:\n  - a:\n      if: x\n      then: |', 'end', 'do:\n  - a:\n      if: x\n      then: end'],
    ["do:\n  - a:\n      call: 'h|'", 'http', "do:\n  - a:\n      call: 'http'"],
  ])('%j takes %s', (before, label, after) => {
    expect(accept(before, label)).toBe(after);
  });
});

describe('the list', () => {
  test.each([
    ['document:\n  |', ['dsl', 'namespace', 'name', 'version', 'title', 'summary', 'tags', 'metadata']],
    ['document:\n  name: x\n  |\n  dsl: 1.0.0\n', ['namespace', 'version', 'title', 'summary', 'tags', 'metadata']],
    ['do:\n  - a:\n      then: |\n  - b:\n      set: { a: 1 }\n', ['b', 'continue', 'exit', 'end']],
    ['do:\n  - a:\n      # th|', []],
    ['do:\n  - a:\n      run:\n        script:\n          code: \\|\n            fo|o: bar\n', []],
    ['do:\n  - a:\n      set:\n        |', []],
  ])('%j', (before, expected) => {
    expect(labels(before)).toEqual(expected);
  });

  test('is the whole of a workflow in an empty file', () => {
    expect(labels('|')[0]).toBe('workflow');
    expect(accept('w|', 'workflow')).toMatch(/^document:\n {2}dsl: '1\.0\.3'\n {2}namespace: \|/);
  });
});
