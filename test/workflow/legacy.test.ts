/** DSL 0.x through the neutral model: names, flow and picture of states, without a line of code that knows of them above the dialect. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { icons } from '../../server/src/graph/draw/icons.ts';
import type { Block } from '../../server/src/graph/graph.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { open, service, workspace } from '../support/editor.ts';
import { marked } from '../support/marked.ts';

const text = `id: booking
specVersion: '0.8'
version: '1.0'
start: Ask
states:
  - name: Ask
    type: operation
    actions:
      - functionRef: lookUp
        retryRef: often
      - functionRef: { refName: store }
    onErrors:
      - errorRef: Gone
        transition: Sorry
    compensatedBy: Undo
    transition: Decide
  - name: Decide
    type: switch
    dataConditions:
      - name: free
        condition: \${ .seats > 0 }
        transition: { nextState: Book }
    eventConditions:
      - eventRef: Cancelled
        end: true
    defaultCondition:
      transition: Sorry
  - name: Book
    type: callback
    action: { eventRef: { triggerEventRef: Cancelled } }
    end: { terminate: true }
  - name: Sorry
    type: inject
    data: { sorry: true }
    end: true
  - name: Undo
    type: inject
    usedForCompensation: true
functions:
  - name: lookUp
    operation: file://x.yaml#lookUp
events:
  - name: Cancelled
    type: com.example.cancelled
errors:
  - name: Gone
    code: '404'
retries:
  - name: often
    delay: PT1S
`;

const doc = open(text);
const at = (words: string, last = false) => doc.positionAt((last ? text.lastIndexOf(words) : text.indexOf(words)) + 1);
const cut = (range: { start: { line: number; character: number }; end: { line: number; character: number } }): string =>
  `${range.start.line + 1}: ${text.slice(doc.offsetAt(range.start), doc.offsetAt(range.end))}`;

describe('a workflow of DSL 0.8', () => {
  it('refers to states, functions, retries, errors and events', () => {
    const tree = parse(text, 'yaml');
    const model = modelOf(tree.documents[0]!.fragment)!;
    const shown = model.references.map(({ kind, at: place, target }) => {
      const { start, end } = textRange(tree, place);
      return `${kind} ${text.slice(start, end)} ${target ? 'known' : 'unknown'}`;
    });
    expect(shown).toEqual([
      'task Ask known',
      'task Decide known',
      'task Sorry known',
      'task Undo known',
      'function lookUp known',
      'retry often known',
      'function store unknown',
      'error Gone known',
      'task Book known',
      'task Sorry known',
      'event Cancelled known',
      'event Cancelled known',
    ]);
  });

  it('leads to the state, the function and the event that a word names', () => {
    const definition = (words: string) => {
      const found = service.definition(workspace, doc, at(words));
      return found && !Array.isArray(found) ? cut(found.range) : found;
    };
    expect(definition('Decide\n  - name')).toBe('17: Decide');
    expect(definition('lookUp\n        retryRef')).toBe('40: lookUp');
    expect(definition('Gone\n        transition')).toBe('46: Gone');
    expect(definition('Cancelled\n        end')).toBe('43: Cancelled');
  });

  it('knows every use of a name', () => {
    expect(service.references(workspace, doc, at('Sorry', true)).map(({ range }) => cut(range))).toEqual([
      '32: Sorry',
      '14: Sorry',
      '27: Sorry',
    ]);
    expect(service.highlight(doc, at('Cancelled', true))).toHaveLength(3);
  });

  it('has an outline of its states and definitions', () => {
    const outline = service.symbols(doc).map(({ name, detail, children }) => [name, detail, (children ?? []).map((each) => each.name)]);
    expect(outline).toContainEqual(['Ask', 'operation · 2 actions', []]);
    expect(outline).toContainEqual(['Decide', 'switch · 1 case', ['free', 'Cancelled', 'default']]);
    expect(outline).toContainEqual(['events', undefined, ['Cancelled']]);
  });

  it('says what a name stands for, and nothing of keys whose shapes are not known', () => {
    const said = (words: string) => JSON.stringify(service.hover(workspace, doc, at(words))?.contents ?? 'nothing');
    expect(said('Decide\n  - name')).toContain('\\"Decide\\" · switch · 1 case');
    expect(said('operation\n')).toContain('nothing');
    expect(service.complete(workspace, doc, at('type: switch'))).toEqual([]);
  });

  it('is drawn', () => {
    const { graph } = service.graph(workspace, doc);
    expect(graph?.main.nodes.map(({ name, word, detail }) => `${name}: ${word} ${detail}`)).toEqual(
      ['Ask: operation 2 actions', 'Decide: switch 1 case', 'Book: callback Cancelled', 'Sorry: inject sorry', 'Undo: inject '].map(
        (line) => line.replace('callback Cancelled', 'callback '),
      ),
    );
    const edges = graph?.main.edges.map(({ kind, from, to, label }) =>
      `${from.replace('main/', '')} ${kind} ${to.replace('main/', '')} ${label?.name ?? ''}`.trim(),
    );
    expect(edges).toEqual([
      'entry sequence Ask',
      'Ask sequence Decide',
      'Ask jump Sorry caught',
      'Ask jump Undo compensate',
      'Decide case Book free',
      'Decide case end Cancelled',
      'Decide case Sorry default',
      'Book sequence end',
      'Sorry sequence end',
      'Undo sequence end',
    ]);
  });

  it.each([
    ['start: Ask', 'start: «Aks»', '"start" leads to "Aks", but this workflow has no such state. Did you mean "Ask"?'],
    [
      'transition: Decide',
      'transition: «Decied»',
      '"transition" leads to "Decied", but this workflow has no such state. Did you mean "Decide"?',
    ],
    [
      '{ nextState: Book }',
      '{ nextState: «Boook» }',
      '"nextState" leads to "Boook", but this workflow has no such state. Did you mean "Book"?',
    ],
    [
      'compensatedBy: Undo',
      'compensatedBy: «Undoo»',
      '"compensatedBy" leads to "Undoo", but this workflow has no such state. Did you mean "Undo"?',
    ],
    ['- name: Undo', '- name: «Other»\n    type: inject\n  - name: Undo', 'Nothing leads to "Other".'],
  ])('%s → %s', (before, after, message) => {
    const { text: changed, ranges } = marked(text.replace(before, after));
    const now = open(changed);
    const found = service.diagnose(workspace, now);
    expect(found.map((each) => each.message)).toContain(message);
    expect(found.map(({ range }) => ({ start: now.offsetAt(range.start), end: now.offsetAt(range.end) }))).toContainEqual(ranges[0]);
  });

  it('is clean where nothing is wrong with names and flow', () => {
    expect(service.diagnose(workspace, doc)).toEqual([]);
  });
});

const examples = join(import.meta.dirname, '../../../shared/spec/examples');
const corpus = (): [string, string][] => {
  try {
    return ['0.8', '0.9'].flatMap((line) =>
      readdirSync(join(examples, line)).map((name): [string, string] => [
        `${line}/${name}`,
        readFileSync(join(examples, line, name), 'utf8'),
      ]),
    );
  } catch {
    return [];
  }
};
/** What is wrong with official examples themselves. */
const mistakes: Readonly<Record<string, string>> = {
  '0.8/49-workflow-definition.sw.json': '"transition" leads to "Cancel Request", but this workflow has no such state.',
  '0.8/50-workflow-definition.sw.yaml': '"transition" leads to "Cancel Request", but this workflow has no such state.',
};
/** A quoted text that goes on in the column of its key: not YAML, though lenient readers take it. */
const unreadable = '0.8/57-workflow-definition.sw.yaml';
const iconsIn = ({ nodes }: Block): string[] => nodes.flatMap(({ icon, blocks = [] }) => [icon, ...blocks.flatMap(iconsIn)]);

test.skipIf(corpus().length === 0).each(corpus())('the official example %s is clean and drawn', (name, source) => {
  const example = open(source, name.endsWith('.json') ? 'workflow-json' : 'workflow-yaml');
  const meaning = service.diagnose(workspace, example).filter(({ code }) => !String(code).startsWith('syntax/'));
  expect(meaning.map(({ message }) => message)).toEqual(mistakes[name] ? [mistakes[name]] : []);
  if (name === unreadable) return;
  const { graph } = service.graph(workspace, example);
  const states = source.match(/"?type"?:\s*"?(operation|event|switch|sleep|parallel|inject|foreach|callback)\b/g) ?? [];
  expect(graph?.main.nodes.length).toBeGreaterThanOrEqual(Math.min(states.length, 1));
  for (const icon of iconsIn(graph!.main)) expect(icons).toHaveProperty(icon);
});
