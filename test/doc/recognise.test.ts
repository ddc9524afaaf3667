import { describe, expect, it } from 'vitest';
import { createDoc, type Doc } from '../../server/src/doc.ts';
import { mayBeOurs } from '../../server/src/sniff.ts';
import type { PartKind } from '../../server/src/protocol.ts';
import { foreign } from './foreign.ts';

interface Options {
  readonly uri?: string;
  readonly treatAs?: PartKind;
  readonly previous?: Doc;
}

const open = (languageId: string, text: string, { uri = 'file:///a', treatAs, previous }: Options = {}): Doc =>
  createDoc({ uri, languageId, version: 1, text, ...(treatAs ? { treatAs } : {}) }, previous);

/** The kinds of the parts, each with the text of its root's first line. */
const parts = (doc: Doc): string[] =>
  doc.parts.map(({ kind, root }) => {
    const start = doc.tree.base(root.fragment) + root.start;
    return `${kind} ${doc.text.slice(start).split('\n', 1)[0]}`;
  });

const v1 = 'document:\n  dsl: 1.0.0\ndo:\n  - a:\n      set: {}\n';
const event = '{"specversion": "1.0", "id": "1"}';

describe('plain YAML', () => {
  it.each([
    ['a workflow', v1, ['workflow document:']],
    ['keys in any order', 'do: []\n# far below\nuse: {}\ndocument: { dsl: 1.0.0 }\n', ['workflow do: []']],
    ['written in braces', '{ "document": { "dsl": "1.0.0" }, "do": [] }', ['workflow { "document": { "dsl": "1.0.0" }, "do": [] }']],
    [
      'quoted keys, CRLF, a byte order mark',
      `\ufeff${v1.replace('document', '"document"').replace(/\n/g, '\r\n')}`,
      ['workflow "document":\r'],
    ],
    ['one document of three', `a: 1\n---\n${v1}---\nkind: Pod\n`, ['workflow document:']],
    ['the older line', 'id: a\nspecVersion: "0.8"\nstates:\n  - name: x\n    type: inject\n', ['workflow id: a']],
    ['a workflow being begun', 'document:\n  dsl: 1.0.0\n', ['workflow document:']],
    ['… with what it uses', "document: { dsl: '1.0.3' }\nuse:\n  secrets: [ a ]\n", ["workflow document: { dsl: '1.0.3' }"]],
    ['… and a key being typed', "document: { dsl: '1.0.3' }\nd\n", ["workflow document: { dsl: '1.0.3' }"]],
    ['a document that declares no release', 'document:\n  dsl: graphviz\n', []],
    ['a document beside something else', 'document:\n  dsl: 1.0.0\npages: 3\n', []],
    ['a document of its own kind', 'document:\n  title: On dsl 1.0.0\n  body: x\n', []],
    ['no `dsl`', 'document: x\ndo: []\n', []],
    ['`do` in a nested map', 'document:\n  dsl: 1.0.0\nsteps:\n  do: []\n', []],
    ['states without types', 'id: a\nstates:\n  - name: Bavaria\n', []],
    ['a workflow inside of text', 'data:\n  flow: |\n    document:\n      dsl: 1.0.0\n    do: []\n', []],
    ['an event is JSON', 'specversion: "1.0"\nid: a\n', []],
    ['a SonataFlow resource', 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\nspec:\n  flow:\n    states: []\n', []],
  ])('%s', (_what, text, expected) => {
    expect(parts(open('yaml', text))).toEqual(expected);
  });
});

describe('plain JSON', () => {
  it.each([
    ['a workflow', '{"document": {"dsl": "1.0.0"}, "do": []}', ['workflow {"document": {"dsl": "1.0.0"}, "do": []}']],
    ['a workflow being begun', '{"document": {"dsl": "1.0.0"}}', ['workflow {"document": {"dsl": "1.0.0"}}']],
    ['an event', event, [`event ${event}`]],
    ['a batch, each event a part', `[\n{"a": 1},\n${event},\n${event}\n]`, [`event ${event},`, `event ${event}`]],
    ['specversion alone', '{"specversion": "1.0", "name": "x"}', []],
    ['an event inside of something', `{"request": ${event}}`, []],
    ['many lines above', `{${'"x": 1,\n'.repeat(2000)}"specversion": "1.0", "type": "t"}`, ['event {"x": 1,']],
  ])('%s', (_what, text, expected) => {
    expect(parts(open('json', text))).toEqual(expected);
    expect(parts(open('jsonc', text))).toEqual(expected);
  });
});

describe('our own languages', () => {
  it.each([
    ['workflow-yaml', '', ['workflow ']],
    ['workflow-yaml', 'w', ['workflow w']],
    ['workflow-yaml', 'a: 1\n---\n\n---\nid: x\nstates: []\n', ['workflow a: 1', 'workflow ---', 'workflow id: x']],
    ['workflow-yaml', 'apiVersion: sonataflow.org/v1alpha08\nkind: SonataFlow\n', []],
    ['workflow-json', '{"docu', ['workflow {"docu']],
    ['cloudevent', '{}', ['event {}']],
    ['cloudevent', '[{"a": 1}, {}, 2]', ['event {"a": 1}, {}, 2]', 'event {}, 2]']],
    ['cloudevent-lines', '{"id":"1"}\n\n{"id":"2"}\n', ['event {"id":"1"}', 'event {"id":"2"}']],
  ])('%s %j', (languageId, text, expected) => {
    const doc = open(languageId, text);
    expect(doc.ownsLanguage).toBe(true);
    expect(parts(doc)).toEqual(expected);
  });
});

describe('what is not ours', () => {
  it.each(foreign)('$name is not even parsed', ({ languageId, text }) => {
    expect(mayBeOurs(text, languageId === 'yaml' ? 'yaml' : 'json')).toBe(false);
    expect(parts(open(languageId, text))).toEqual([]);
  });

  it.each(['git:/a/b.sw.yaml?%7B%22ref%22%3A%22%22%7D', 'output:log', 'gitlens://x/a.sw.yaml', 'vscode-userdata:/settings.json'])(
    '%s',
    (uri) => {
      expect(parts(open('workflow-yaml', v1, { uri }))).toEqual([]);
    },
  );

  it.each(['untitled:Untitled-1', 'vscode-vfs://github/a/b.yaml', 'memfs:/a.yaml'])('%s is edited like a file', (uri) => {
    expect(parts(open('yaml', v1, { uri }))).toHaveLength(1);
  });
});

describe('resources of Kubernetes in a file of workflows', () => {
  const map = 'apiVersion: v1\nkind: ConfigMap\n';
  it.each([
    ['beside a workflow', `${map}---\n${v1}---\na: 1\n`, ['workflow document:', 'workflow a: 1']],
    ['which has such keys itself', `${map}${v1}---\n${map}`, ['workflow apiVersion: v1']],
    ['alone', map, ['workflow apiVersion: v1']],
    ['of which one is to become a workflow', `${map}---\n${map}do: {}\n`, ['workflow apiVersion: v1', 'workflow apiVersion: v1']],
  ])('%s', (_what, text, expected) => {
    expect(parts(open('workflow-yaml', text))).toEqual(expected);
  });
});

describe('what was said and what was seen', () => {
  it('treats a file as whatever the user says', () => {
    expect(parts(open('yaml', 'a: 1', { treatAs: 'workflow' }))).toEqual(['workflow a: 1']);
    expect(parts(open('json', '{"a": 1}', { treatAs: 'event' }))).toEqual(['event {"a": 1}']);
    expect(parts(open('workflow-yaml', v1, { treatAs: 'none' }))).toEqual([]);
  });

  it('keeps what was recognised while the file is edited, and forgets what was only said', () => {
    let doc = open('yaml', `x: 1\n---\n${v1}`);
    expect(parts(doc)).toHaveLength(1);
    for (const gone of ['do', 'document', 'dsl']) {
      doc = open('yaml', doc.text.replace(new RegExp(`${gone}:.*\\n`), ''), { previous: doc });
      expect(parts(doc)).toHaveLength(1);
    }
    doc = open('yaml', `new: 1\n---\n${doc.text}`, { previous: doc });
    expect(parts(doc)).toHaveLength(1);
    const said = open('yaml', 'a: 1', { treatAs: 'workflow' });
    expect(parts(said)).toHaveLength(1);
    expect(parts(open('yaml', 'a: 1', { previous: said }))).toEqual([]);
  });

  it('remembers over documents whose parts nobody asked for', () => {
    const first = open('yaml', v1);
    expect(parts(first)).toHaveLength(1);
    const second = open('yaml', 'docu', { previous: first });
    expect(parts(open('yaml', 'docum', { previous: second }))).toEqual(['workflow docum']);
  });
});

it('what a text was taken for in another language holds no more', () => {
  const before = open('yaml', v1);
  expect(parts(before)).toEqual(['workflow document:']);
  expect(parts(open('yaml', 'a: 1\n', { previous: before }))).toEqual(['workflow a: 1']);
  expect(parts(open('json', '{"a": 1}', { previous: before }))).toEqual([]);
});
