/** The data of samples and messages, by the schema that they name. `«…»` marks what is said. */
import { describe, expect, test } from 'vitest';
import { complete } from '../../server/src/features/completion/completion.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { marked } from '../support/marked.ts';
import { open, workspaceOf } from './files.ts';
import { saidOf } from './said.ts';

const files = {
  'file:///shop/schemas/placed.json': JSON.stringify({
    type: 'object',
    properties: { id: { type: 'integer', description: 'Number of the order.' }, note: { enum: ['paid', 'open'] } },
    required: ['id'],
    additionalProperties: false,
  }),
};

const head = '"specversion": "1.0", "id": "1", "source": "/a", "type": "com.shop.placed"';
const event = (rest: string): string => `{ ${head}, "dataschema": "file:schemas/placed.json", ${rest} }`;
const said = (name: string, text: string) => saidOf(`file:///shop/${name}`, text, files);

describe('data against the schema that its event names', () => {
  test.each([
    ['a.cloudevent.json', event('"data": { "id": 3 }')],
    ['a.cloudevent.json', event('"datacontenttype": "text/plain", "data": "three"')],
    ['a.cloudevent.json', `{ ${head}, "dataschema": "https://shop.example/placed.json", "data": {} }`],
    ['a.cloudevents.json', `[${event('"data": { "id": 3 }')}]`],
  ])('%s: %s is right', (name, text) => {
    expect(said(name, text)).toEqual([]);
  });

  const message = '"id" is text, but "placed.json" takes a whole number.';
  test.each([
    ['a.cloudevent.json', event('"data": { "id": «"three"» }'), message],
    ['a.cloudevents.json', `[${event('"data": { "id": 1 }')}, ${event('"data": { "id": «"three"» }').replace('"1"', '"2"')}]`, message],
    ['a.cloudevents.jsonl', event('"data": { "id": «"three"» }'), message],
    [
      'a.http',
      `ce-specversion: 1.0\nce-id: 1\nce-source: /a\nce-type: com.shop.placed\nce-dataschema: file:schemas/placed.json\nContent-Type: application/json\n\n{ "id": «"three"» }`,
      message,
    ],
    [
      'a.http',
      `ce-specversion: 1.0\nce-id: 1\nce-source: /a\nce-type: com.shop.placed\nce-dataschema: file:schemas/placed.json\n\n«{»}`,
      '"body" needs "id" as well. Write it inside.',
    ],
    ['a.http', `Content-Type: application/cloudevents+json\n\n${event('"data": { "id": «"three"» }')}`, message],
  ])('%s: %s is not', (name, text, words) => {
    expect(said(name, text)).toEqual([`cloudevent/data-against-dataschema (warning): ${words}`]);
  });

  test('a schema file that is nowhere is told', () => {
    expect(said('a.cloudevent.json', `{ ${head}, "dataschema": «"file:schemas/plcaed.json"», "data": {} }`)).toEqual([
      expect.stringMatching(/^reference\/unknown-document/),
    ]);
  });
});

describe('help inside data', () => {
  const at = (source: string) => {
    const { text, offset } = marked(source);
    const uri = 'file:///shop/a.cloudevent.json';
    return { workspace: workspaceOf({ [uri]: text, ...files }), doc: open(uri, text), offset };
  };
  const offered = (source: string) => {
    const { workspace, doc, offset } = at(source);
    return complete(workspace, doc, offset).map(({ label }) => label);
  };

  test('keys and values come from the schema', () => {
    expect(offered(event('"data": { "id": 1, | }'))).toEqual(['note']);
    expect(offered(event('"data": { "note": | }'))).toEqual(['paid', 'open']);
  });

  test('so does what a key means', () => {
    const { workspace, doc, offset } = at(event('"data": { "i|d": 1 }'));
    expect(JSON.stringify(hover(workspace, doc, offset, { now: () => new Date(0) }))).toContain('Number of the order.');
  });

  test('an event whose schema nobody knows has any data', () => {
    const sample = (address: string): string => `{ ${head}, "dataschema": "${address}", "data": { "id": "three", | } }`;
    expect(offered(sample('file:schemas/placed.json'))).toEqual(['note']);
    for (const address of ['https://shop.example/placed.json', 'file:schemas/nowhere.json']) {
      expect(offered(sample(address))).toEqual([]);
      const found = said(
        'a.cloudevent.json',
        sample(address).replace(', |', '').replace('"file', '«"file').replace('nowhere.json"', 'nowhere.json"»'),
      );
      expect(found.filter((each) => !each.startsWith('reference/unknown-document'))).toEqual([]);
    }
  });
});
