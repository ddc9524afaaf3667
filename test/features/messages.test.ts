import { describe, expect, it, test } from 'vitest';
import { complete } from '../../server/src/features/completion/completion.ts';
import { format } from '../../server/src/features/formatting/formatting.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { documentLinks } from '../../server/src/features/outline/links.ts';
import { createDoc } from '../../server/src/doc.ts';
import { marked } from '../support/marked.ts';
import { workspaceOf } from '../workspace/files.ts';

const workspace = workspaceOf({
  'file:///a.cloudevent.json': '{ "specversion": "1.0", "id": "1", "source": "/a", "type": "com.example.order.placed" }',
});

const at = (source: string) => {
  const { text, offset } = marked(source);
  return { doc: createDoc({ uri: 'file:///a.http', languageId: 'http', version: 1, text }), offset };
};

const offered = (source: string) => {
  const { doc, offset } = at(source);
  return complete(workspace, doc, offset).map(({ label }) => label);
};
const hovered = (source: string) => {
  const { doc, offset } = at(source);
  return (hover(workspace, doc, offset, { now: () => new Date(0) })?.contents as { value: string } | undefined)?.value;
};

describe('in the head of a message', () => {
  it('offers the headers that are not there, and what their values may be', () => {
    expect(offered('POST /x\nce-id: 1\nce-|')).toContain('ce-type');
    expect(offered('POST /x\nce-id: 1\nce-|')).not.toContain('ce-id');
    expect(offered('POST /x\nce-id: 1\nce-id|')).not.toContain('ce-id');
    expect(offered('POST /x\nce-id: 1\nce-|').slice(0, 6)).toEqual([
      'ce-specversion',
      'ce-type',
      'ce-source',
      'ce-time',
      'ce-subject',
      'Content-Type',
    ]);
    expect(offered('POST /x\nce-id: 1\nce-|')).not.toContain('ce-data');
    expect(offered('POST /x\nce-type: |')).toEqual(['com.example.order.placed']);
    expect(offered('POST /x\nce-specversion: 1|')).toEqual(['1.0']);
    expect(offered('POST /x\nce-id: 1\nContent-Type: |')).toContain('application/json');
    expect(offered('POST /x\nX-Other: |')).toEqual([]);
  });

  it('explains headers, and what their values say', () => {
    expect(hovered('POST /x\nce-ty|pe: a.b')).toMatch(/what kind of thing happened/);
    expect(hovered('POST /x\nContent-Type: application/js|on\nce-id: 1')).toMatch(/media type of the data/);
    expect(hovered('POST /x\nce-subject: gr%C3%BC|n\nce-id: 1')).toMatch(/Its value says: grün$/);
    expect(hovered('POST /x\nce-ty|pe: a.b')).toContain('```yaml\nce-type: com.example.order.placed\n```');
    expect(hovered('POST /x\nContent-Type: application/js|on\nce-id: 1')).toContain('\nContent-Type: application/json\n');
    expect(hovered('POST /x\nX-A|: 1\nce-id: 1')).toBeUndefined();
  });

  it('lets messages alone that carry no event, until a header of one is begun', () => {
    expect(hovered('POST /x\nContent-Type: application/js|on\n')).toBeUndefined();
    expect(offered('POST /x\nContent-Type: |')).toEqual([]);
    expect(offered('POST /x\nAccept: */*\n|')).toEqual([]);
    expect(offered('POST /x\nAccept: */*\nce|')).toContain('ce-type');
  });

  it('links to the schema that it names', () => {
    const { doc } = at('ce-id: 1\nce-dataschema: https://example.com/a.json\n');
    expect(documentLinks(doc).map(({ target }) => target)).toEqual(['https://example.com/a.json']);
  });
});

describe('in a body', () => {
  it('that is an event, help is that of any event', () => {
    expect(offered('POST /x\nContent-Type: application/cloudevents+json\n\n{ "id": "1", | }')).toContain('specversion');
    expect(hovered('POST /x\nContent-Type: application/cloudevents+json\n\n{ "i|d": "1" }')).toMatch(/Identifies the event/);
  });

  it('that is data, nothing is said of events', () => {
    expect(offered('ce-id: 1\nContent-Type: application/json\n\n{ "a": 1, | }')).toEqual([]);
    expect(hovered('ce-id: 1\nContent-Type: application/json\n\n{ "i|d": 1 }')).toBeUndefined();
  });
});

test('is not set as JSON', () => {
  const { doc } = at('POST /x\nContent-Type: application/cloudevents+json\n\n{ "id": "1" }');
  expect(format(doc)).toEqual([]);
});
