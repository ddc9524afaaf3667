import { describe, expect, test } from 'vitest';
import { atCursor, type Language, service, workspace } from '../support/editor.ts';

const functions =
  'document: { dsl: 1.0.3, namespace: a, name: b, version: 1.0.0 }\nuse:\n  functions:\n    greet:\n      input:\n        schema:\n          document:\n' +
  '            description: Says hello.\n            required: [name]\n            properties:\n' +
  '              name: { type: string, description: Whom. }\n              times: { type: integer }\n              tone: { enum: [warm, cold] }\n' +
  '      call: http\n      with: { method: get, endpoint: https://x.example }\n    silent:\n      call: http\n      with: { method: get, endpoint: https://x.example }\ndo:\n';

function help(source: string, languageId?: Language) {
  const { doc, at } = atCursor(functions + source, languageId);
  const found = service.signatureHelp(workspace, doc, at);
  const [signature] = found?.signatures ?? [];
  const { label } = signature?.parameters?.[found?.activeParameter ?? 0] ?? {};
  return (
    found && {
      label: signature?.label,
      says: signature?.documentation,
      active: label && signature?.label.slice(Number(label[0]), Number(label[1])),
    }
  );
}

describe('signature help', () => {
  test.each([
    ['  - a:\n      call: greet\n      with:\n        |', 'name: string'],
    ['  - a:\n      call: greet\n      with:\n        name: x\n        |', 'times?: integer'],
    ['  - a:\n      call: greet\n      with:\n        name: x\n        to|', 'tone?: "warm" \\| "cold"'],
    ['  - a:\n      call: greet\n      with:\n        name: x\n        q|', 'times?: integer'],
    ['  - a:\n      call: greet\n      with:\n        name: { first: | }\n', 'name: string'],
    ['  - a:\n      call: greet\n      with:\n        |times: 2\n', 'times?: integer'],
    ['  - a:\n      call: greet\n      with:\n        times: |\n', 'times?: integer'],
    ['  - a:\n      call: greet\n      with:\n        tone: wa|rm\n', 'tone?: "warm" \\| "cold"'],
    ['  - a: { call: greet, with: { | } }\n', 'name: string'],
    ['  - a: { call: greet, with: { name: x, | } }\n', 'times?: integer'],
    ['  - a: { call: greet, with: { name: x, tone: | } }\n', 'tone?: "warm" \\| "cold"'],
    ['  - a:\n      call: greet\n      with:\n        name: x\n        other: |\n', undefined],
  ])('%j', (source, active) => {
    for (const text of [source, source.replaceAll('\n', '\r\n')])
      expect(help(text)).toEqual({
        label: 'greet(name: string, times?: integer, tone?: "warm" | "cold")',
        says: 'Says hello.',
        active: active?.replace('\\|', '|'),
      });
  });

  test.each([
    '  - a:\n      call: gr|eet\n',
    '  - a:\n      call: silent\n      with:\n        |',
    '  - a:\n      call: http\n      with:\n        |',
    '  - a:\n      set: { with: { | } }\n',
  ])('nothing: %j', (source) => {
    expect(help(source)).toBeUndefined();
  });
});
