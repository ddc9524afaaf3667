/** Whole files in the other format: what is offered, in which style, and that the same is found in them. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { nameIn } from '../../server/src/languages.ts';
import type { Doc } from '../../server/src/service.ts';
import { pathAt } from '../../server/src/syntax/locate.ts';
import { generateWorkflow } from '../support/generate.ts';
import { type Language, open, service, workspace } from '../support/editor.ts';
import { head, jsonHead } from '../support/refactor.ts';
import { corpus, corpusMissing } from '../syntax/support/corpus.ts';

const converted = (text: string, languageId?: Language) => service.convert(open(text, languageId));

/** What is found, each with the path of its place. */
function found(doc: Doc): string[] {
  const pathOf = ({ range }: Diagnostic): string => (pathAt(doc.tree, doc.offsetAt(range.start))?.path ?? []).join('/');
  return service
    .diagnose(workspace, doc)
    .map((each) => `${each.code} ${pathOf(each)}`)
    .sort();
}

/** A text in the other format and back again: the same is found in all three. */
function expectSame(text: string, languageId: 'workflow-yaml' | 'workflow-json'): void {
  const doc = open(text, languageId);
  const there = service.convert(doc);
  if (!there || 'refused' in there) throw new Error(there?.refused);
  const other = open(there.text, there.languageId as Language);
  expect(found(other)).toEqual(found(doc));
  const back = service.convert(other);
  if (!back || 'refused' in back) throw new Error(back?.refused);
  expect(found(open(back.text, languageId))).toEqual(found(doc));
}

it('files beside a file have its name and its kind', () => {
  expect(nameIn('/a/order.sw.yml', 'json')).toBe('/a/order.sw.json');
  expect(nameIn('file:///a%20b/order.ows.json', 'yaml', 3)).toBe('file:///a%20b/order-3.ows.yaml');
  expect(nameIn('Order.SWF.YAML', 'json')).toBe('Order.SWF.json');
  expect(nameIn('flows/order.v1.jsonc', 'yaml')).toBe('flows/order.v1.yaml');
  expect(nameIn('Untitled-1', 'json')).toBeUndefined();
});

describe('what is offered', () => {
  it('workflows of YAML as JSON, and of JSON as YAML', () => {
    expect(service.convertible(open(`# a\n${head}do: [] # b\n`))).toEqual({ to: 'json', lostComments: 2 });
    expect(service.convertible(open(`{ ${jsonHead}, "do": [] } // a\n`, 'workflow-json'))).toEqual({ to: 'yaml', lostComments: 0 });
    expect(service.convertible(open('id: a\nstates: [{ name: b, type: inject, data: {}, end: true }]\n', 'yaml'))).toMatchObject({
      to: 'json',
    });
    expect(converted(`${head}do: []\n`, 'yaml')).toMatchObject({ languageId: 'json', lostComments: 0 });
    expect(converted(`{ ${jsonHead}, "do": [] }`, 'workflow-json')).toMatchObject({ languageId: 'workflow-yaml' });
  });

  it('nothing for events of JSON, and for what is not ours', () => {
    for (const doc of [open('{ "specversion": "1.0", "id": "a", "type": "b", "source": "c" }', 'cloudevent'), open('a: 1\n', 'yaml')]) {
      expect(service.convertible(doc)).toBeUndefined();
      expect(service.convert(doc)).toBeUndefined();
    }
  });

  it('in words why not', () => {
    expect(converted(`${head}do: [\n`)).toEqual({ refused: 'Line 2 cannot be read. "[" is not closed. Add "]".' });
  });
});

it('JSON is set as its formatter sets it', () => {
  for (const text of [generateWorkflow(300), `${head}do:\n    - a: { set: { l: [[1], {}], t: "x" } }\n`]) {
    const made = converted(text);
    if (!made || 'refused' in made) throw new Error(made?.refused);
    expect(service.format(open(made.text, 'workflow-json'), /\n( +)"/.exec(made.text)![1]!.length)).toEqual([]);
  }
});

describe('the same is found', () => {
  it.each([
    'a: { wiat: PT1S }',
    'a: { wait: P1H, then: nowhere }',
    "a: { call: http, with: { method: get, endpoint: 'no uri' } }",
    'a: { set: { x: 1.0, y: "${ .a | }", z: [1, [2, { b: 1 }]] } }',
    'a: { emit: { event: { with: { type: 1, source: "" } } } }',
    'a: { run: { script: { language: js, code: "a\\n  b\\n" } }, timeout: { after: five } }',
    'a: &x { wait: PT1S }\n  - b: *x',
    'a: &x { wait: PT1S, then: exit }\n  - b: { <<: *x, then: end }',
  ])('in %s', (task) => expectSame(`${head}do:\n  - ${task}\n`, 'workflow-yaml'));

  it('in a generated workflow', () => expectSame(generateWorkflow(500), 'workflow-yaml'));

  describe.skipIf(corpusMissing)(`official files${corpusMissing ? ` (skipped: ${corpusMissing})` : ''}`, () => {
    const isWhole = ({ text }: { text: string }, languageId: Language): boolean => !('refused' in (converted(text, languageId) ?? {}));
    it.each(corpus(/examples.*\.ya?ml$/).filter((file) => isWhole(file, 'workflow-yaml')))('$name', ({ text }) =>
      expectSame(text, 'workflow-yaml'),
    );
    it.each(corpus(/examples.*\.json$/).filter((file) => isWhole(file, 'workflow-json')))('$name', ({ text }) =>
      expectSame(text, 'workflow-json'),
    );
    it('are converted, but for some that cannot be read', () => {
      const files = [...corpus(/examples.*\.ya?ml$/), ...corpus(/examples.*\.json$/)];
      const left = files.filter((file) => !isWhole(file, /json$/.test(file.name) ? 'workflow-json' : 'workflow-yaml'));
      expect(left.length).toBeLessThan(files.length / 20);
    });
  });
});

it('what a conversion takes grows with the file, and no faster', () => {
  const text = generateWorkflow(40_000);
  const started = performance.now();
  const made = converted(text);
  if (!made || 'refused' in made) throw new Error(made?.refused);
  expect(converted(made.text, 'workflow-json')).toHaveProperty('text');
  expect(performance.now() - started).toBeLessThan(20_000);
});
