/** DSL 0.x through the neutral model: names, flow and picture of states, without a line of code that knows of them above the dialect. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Doc } from '../../server/src/doc.ts';
import { icons } from '../../server/src/graph/draw/icons.ts';
import { layout } from '../../server/src/graph/draw/layout.ts';
import type { Block } from '../../server/src/graph/graph.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { textRange } from '../../server/src/syntax/range.ts';
import { modelOf } from '../../server/src/workflow/read.ts';
import { faults } from '../graph/draw-check.ts';
import { open, service, workspace } from '../support/editor.ts';
import { marked } from '../support/marked.ts';
import { fixed } from './check.ts';

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
  - name: store
    operation: file://x.yaml#store
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
/** What is wrong; hints are not. */
const flaws = (it: Doc) => service.diagnose(workspace, it).filter(({ severity }) => severity! <= 2);
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
      'function store known',
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
    expect(definition('Gone\n        transition')).toBe('48: Gone');
    expect(definition('Cancelled\n        end')).toBe('45: Cancelled');
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
      `${from.replace('main/', '')} ${kind} ${to.replace('main/', '')} ${label?.name ?? label?.condition ?? ''}`.trim(),
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
    [
      '- name: Undo',
      '- name: «Sorry»\n    type: inject\n  - name: Undo',
      'Another state of this workflow is named "Sorry". Give each its own name.',
    ],
    [
      'data: { sorry: true }\n    end: true',
      'transition: «Sorry»',
      '"Sorry" leads back to "Sorry", and nothing leaves this loop. Add a condition that ends it.',
    ],
    ['functionRef: lookUp', 'functionRef: «lookup»', '"functions" has no function "lookup". Did you mean "lookUp"?'],
    ['retryRef: often', 'retryRef: «oftn»', '"retries" has no retry "oftn". Did you mean "often"?'],
    ['errorRef: Gone', 'errorRef: «Gonne»', '"errors" has no error "Gonne". Did you mean "Gone"?'],
    ['eventRef: Cancelled', 'eventRef: «Canceled»', '"events" has no event "Canceled". Did you mean "Cancelled"?'],
  ])('%s → %s', (before, after, message) => {
    const { text: changed, ranges } = marked(text.replace(before, after));
    const now = open(changed);
    const found = service.diagnose(workspace, now);
    expect(found.map((each) => each.message)).toContain(message);
    expect(found.map(({ range }) => ({ start: now.offsetAt(range.start), end: now.offsetAt(range.end) }))).toContainEqual(ranges[0]);
  });

  it('may have its functions in another file, and then nothing is said of their names', () => {
    const elsewhere = text.replace(/functions:\n(?: .*\n)+/, 'functions: functions.json\n');
    expect(elsewhere).not.toContain('operation: file');
    expect(service.diagnose(workspace, open(elsewhere))).toEqual([]);
  });

  it.each([
    [
      'functionRef: lookUp',
      'functionRef: find',
      'Create function "find"',
      '  - name: find\n    operation: https://example.com/openapi.json#operation\n',
    ],
    ['retryRef: often', 'retryRef: seldom', 'Create retry "seldom"', '  - name: seldom\n    delay: PT1S\n    maxAttempts: 3\n'],
    [
      'data: { sorry: true }\n    end: true',
      'transition: Leave',
      'Create state "Leave"',
      '  - name: Leave\n    type: inject\n    data:\n      done: todo\n    end: true\n',
    ],
  ])('%s → %s: %s', (before, after, title, written) => {
    const now = text.replace(before, after);
    const made = fixed(now, title);
    expect(made).toContain(written);
    expect(made.replace(written, '')).toBe(now);
    expect(flaws(open(made))).toEqual([]);
  });

  it('gets a place for its functions before its states', () => {
    const bare =
      "id: a\nspecVersion: '0.8'\nstates:\n  - name: A\n    type: operation\n    actions: [{ functionRef: pay }]\n    end: true\n";
    expect(fixed(bare, 'Create function "pay"')).toBe(
      bare.replace('states:', 'functions:\n  - name: pay\n    operation: https://example.com/openapi.json#operation\nstates:'),
    );
  });

  it('is drawn with a beginning of its own where only the end of its time leads', () => {
    const late = text
      .replace('states:', 'timeouts: { workflowExecTimeout: { duration: PT1H, runBefore: Late } }\nstates:')
      .replace('functions:', '  - name: Late\n    type: inject\n    end: true\nfunctions:');
    const placed = layout(service.graph(workspace, open(late)).graph!);
    expect(faults(placed)).toEqual([]);
    expect(placed.wires.filter(({ from }) => from === undefined).map(({ to }) => to)).toEqual(['main/Ask', 'main/Late']);
    expect(placed.marks.filter(({ type }) => type === 'start')).toHaveLength(2);
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
const both = (json: string, yaml: string, message: string) => ({
  [`0.8/${json}-workflow-definition.sw.json`]: [message],
  [`0.8/${yaml}-workflow-definition.sw.yaml`]: [message],
});
/** What is wrong with official examples themselves. */
const mistakes: Readonly<Record<string, readonly string[]>> = {
  ...both(
    '29',
    '30',
    '"functions" has no function "callCreditCheckMicroservice". It has "creditCheckFunction" and "sendRejectionEmailFunction".',
  ),
  ...both('49', '50', '"transition" leads to "Cancel Request", but this workflow has no such state.'),
  // Names what only the workflow that runs it defines.
  '0.8/54-place-order-sub-workflow.sw.yaml': [
    '"events" has no event "Food Order Event".',
    '"functions" has no function "Submit Order Function".',
    '"functions" has no function "Get Order ETA Function".',
  ],
  '0.8/58-workflow-definition.sw.json': [
    '"functions" has no function "Banking Service - Smaller Tx". Did you mean "Banking Service - Smaller T"?',
  ],
  '0.9/new-patient-onboarding.sw.json': [
    '"events" has no event "new-patient-event". It has "store-patient".',
    '"functions" has no function "store-patient". It has "store-new-patient-info", "assign-doctor" and "schedule-appt".',
  ],
};
/** A quoted text that goes on in the column of its key: not YAML, though lenient readers take it. */
const unreadable = '0.8/57-workflow-definition.sw.yaml';
const iconsIn = ({ nodes }: Block): string[] => nodes.flatMap(({ icon, blocks = [] }) => [icon, ...blocks.flatMap(iconsIn)]);

test.skipIf(corpus().length === 0).each(corpus())('the official example %s is clean and drawn', (name, source) => {
  const example = open(source, name.endsWith('.json') ? 'workflow-json' : 'workflow-yaml');
  const meaning = flaws(example).filter(({ code }) => !String(code).startsWith('syntax/'));
  expect(meaning.map(({ message }) => message)).toEqual(mistakes[name] ?? []);
  if (name === unreadable) return;
  const { graph } = service.graph(workspace, example);
  const states = source.match(/"?type"?:\s*"?(operation|event|switch|sleep|parallel|inject|foreach|callback)\b/g) ?? [];
  expect(graph?.main.nodes.length).toBeGreaterThanOrEqual(Math.min(states.length, 1));
  for (const icon of iconsIn(graph!.main)) expect(icons).toHaveProperty(icon);
  expect(faults(layout(graph!))).toEqual([]);
});
