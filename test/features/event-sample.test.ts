/** New event samples from filters and emits: right by themselves, and met by what they are for. */
import { describe, expect, test } from 'vitest';
import type { CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { refactorings } from '../../server/src/features/refactor/refactorings.ts';
import { diagnose } from '../../server/src/features/diagnostics/diagnostics.ts';
import { eventOf } from '../../server/src/event/document.ts';
import { receiversOf } from '../../server/src/workspace/events/receivers.ts';
import { marked } from '../support/marked.ts';
import { open, workspaceOf } from '../workspace/files.ts';

const uri = 'file:///shop/flows/order.sw.yaml';
const head = 'document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\n';
const schema = '{ "type": "object", "properties": { "id": { "type": "integer", "minimum": 7 } }, "required": ["id"] }';

function offered(source: string, others: Readonly<Record<string, string>> = {}) {
  const { text, offset } = marked(source);
  const doc = open(uri, text);
  const workspace = workspaceOf({ [uri]: text, ...others });
  const at = doc.range({ start: offset, end: offset });
  const actions = refactorings(workspace, doc, at).filter(({ title }) => title.startsWith('New event sample'));
  return actions.map(({ title, edit, command }) => {
    const [create, change] = edit!.documentChanges as [CreateFile, TextDocumentEdit];
    const made = open(create.uri, (change.edits[0] as TextEdit).newText);
    const [part] = made.parts;
    return {
      title,
      uri: create.uri,
      opens: JSON.stringify(command?.arguments).includes(create.uri),
      event: JSON.parse(made.text) as Record<string, unknown>,
      problems: diagnose(workspace, made).map(({ message }) => message),
      verdicts: receiversOf(workspace, eventOf(part!.document, part!.root)!).map(({ verdict }) => verdict),
    };
  });
}

describe('from a filter', () => {
  test('beside the workflow, with what is fixed filled in', () => {
    const [sample, ...more] = offered(
      `${head}schedule: { on: { one: { with: { type: |com.shop.order.placed, subject: 'o-\\d+', count: 3 } } } }\ndo: [ { a: { set: { b: 1 } } } ]\n`,
    );
    expect(more).toEqual([]);
    expect(sample).toMatchObject({
      title: 'New event sample from this filter',
      uri: 'file:///shop/flows/order.placed.cloudevent.json',
      opens: true,
      problems: [],
    });
    expect(sample!.event).toMatchObject({ type: 'com.shop.order.placed', specversion: '1.0', count: 3 });
  });

  test('of a task, wherever the cursor stands in it', () => {
    const listen = (type: string): string => `  - wait:\n      listen:\n        to: { one: { with: { type: ${type} } } }\n`;
    const [sample] = offered(`${head}do:\n  - wa|it:\n      listen:\n        to: { one: { with: { type: com.shop.paid } } }\n`);
    expect(sample).toMatchObject({ problems: [], verdicts: ['matches'] });
    expect(offered(`${head}do:\n${listen("'com\\.shop\\..*'").replace('wait', 'wa|it')}`)[0]).toMatchObject({
      problems: [],
      verdicts: ['matches'],
    });
    expect(offered(`${head}do:\n  - wa|it: { listen: { to: { any: [ { with: { type: a.b } }, { with: { type: a.c } } ] } } }\n`)).toEqual(
      [],
    );
  });

  test('under another name where that file is there', () => {
    const taken = {
      'file:///shop/flows/shop.paid.cloudevent.json': '{ "specversion": "1.0", "id": "1", "source": "/", "type": "com.shop.paid" }',
    };
    const [sample] = offered(`${head}do: [ { a: { listen: { to: { one: { with: { type: |com.shop.paid } } } } } } ]\n`, taken);
    expect(sample?.uri).toBe('file:///shop/flows/shop.paid-2.cloudevent.json');
  });
});

describe('from an emit', () => {
  const emit = (rest: string): string =>
    `${head}do:\n  - te|ll: { emit: { event: { with: { type: com.shop.paid, source: 'https://a.b/c', ${rest} } } } }\n`;

  test('data is as it is written, or as its schema takes it', () => {
    expect(offered(emit('data: { a: [1], b: { c: "${ .x }" } }'))[0]).toMatchObject({
      title: 'New event sample from this emit',
      problems: [],
      event: { data: { a: [1], b: { c: null } } },
    });
    const others = { 'file:///shop/flows/paid.json': schema };
    expect(offered(emit("dataschema: 'file:paid.json', data: '${ .order }'"), others)[0]).toMatchObject({
      problems: [],
      event: { data: { id: 7 } },
    });
  });
});

test('nowhere else', () => {
  expect(offered(`${head}do: [ { a|: { set: { b: 1 } } } ]\n`)).toEqual([]);
});
