/** What a row, a schema, a reader and a summary bring: a dialect that nothing above has heard of. */
import { describe, expect, it, vi } from 'vitest';
import type * as Keys from '../../server/src/dialects.ts';
import type * as Prose from '../../server/src/schema/prose.ts';
import type { TextName } from '../../server/src/schema/schema.ts';
import type * as ById from '../../server/src/workflow/dialect-by-id.ts';
import { labels, open, service, workspace } from '../support/editor.ts';
import { marked } from '../support/marked.ts';
import { fixed } from './check.ts';
import { scratchKeys } from './scratch-dialect.ts';

vi.mock('../../server/src/dialects.ts', async (original) => {
  const { dialectKeys } = await original<typeof Keys>();
  return { dialectKeys: { pipeline: (await import('./scratch-dialect.ts')).scratchKeys, ...dialectKeys } };
});
vi.mock('../../server/src/workflow/dialect-by-id.ts', async (original) => {
  const { dialectById } = await original<typeof ById>();
  const { scratch } = await import('./scratch-dialect.ts');
  return { dialectById: (id: string) => (id === 'pipeline' ? scratch : dialectById(id as Parameters<typeof dialectById>[0])) };
});

vi.mock('../../server/src/schema/prose.ts', async (original) => {
  const { textOf } = await original<typeof Prose>();
  return { textOf: (name: TextName) => (/ /.test(name as unknown as string) ? name : textOf(name)) };
});

const text = `pipeline: nightly
jobs:
  - job: Load
    uses: fetch
    next: Save
  - job: Save
    after: PT5M
handlers:
  - name: fetch
`;
const doc = open(text);
const at = (words: string) => doc.positionAt(text.indexOf(words) + 1);
const line = (words: string): number | undefined => {
  const found = service.definition(workspace, doc, at(words));
  return found && !Array.isArray(found) ? found.range.start.line + 1 : undefined;
};
const said = (changed: string) => service.diagnose(workspace, open(changed)).map(({ message }) => message);

describe('a third dialect', () => {
  it('is recognised by its keys, whoever named the file', () => {
    expect(scratchKeys.marks).toEqual([['pipeline', 'jobs']]);
    expect(open(text, 'yaml').parts.map(({ kind }) => kind)).toEqual(['workflow']);
    expect(open('pipeline: nightly\nservices: []\n', 'yaml').parts).toEqual([]);
  });

  it('leads to its tasks and components', () => {
    expect(line('Save\n  - job')).toBe(6);
    expect(line('fetch\n    next')).toBe(9);
    expect(service.references(workspace, doc, at('Save\n    after'))).toHaveLength(2);
  });

  it('has an outline', () => {
    expect(service.symbols(doc).map(({ name, detail, children }) => [name, detail, children?.map((each) => each.name)])).toEqual([
      ['pipeline', 'nightly', undefined],
      ['Load', 'job · fetch', undefined],
      ['Save', 'job', undefined],
      ['handlers', undefined, ['fetch']],
    ]);
  });

  it('is drawn', () => {
    const { main, name } = service.graph(workspace, doc).graph!;
    expect([name, main.nodes.map((node) => `${node.name}: ${node.word} ${node.detail}`)]).toEqual([
      'nightly',
      ['Load: job fetch', 'Save: job '],
    ]);
    expect(main.edges.map(({ kind, from, to }) => `${from} ${kind} ${to}`)).toEqual([
      'entry sequence main/Load',
      'main/Load sequence main/Save',
      'main/Save sequence end',
    ]);
  });

  it('is clean where nothing is wrong', () => {
    expect(said(text)).toEqual([]);
  });

  it.each([
    ['next: Save', 'next: Svae', '"next" leads to "Svae", but this pipeline has no such job. Did you mean "Save"?'],
    ['uses: fetch', 'uses: fetsch', '"handlers" has no function "fetsch". Did you mean "fetch"?'],
    ['job: Save', 'job: Load', 'Another job of this pipeline is named "Load". Give each its own name.'],
    ['after: PT5M', 'next: Load', '"Save" leads back to "Load", and nothing leaves this loop. Add a condition that ends it.'],
    ['next: Save', 'nxt: Save', 'Unknown property "nxt" in this job. Did you mean "next"?'],
    ['  - job: Save', '  - job: Other\n  - job: Save', 'Nothing leads to "Other".'],
  ])('%s → %s', (before, after, message) => {
    expect(said(text.replace(before, after))).toContain(message);
  });

  it('has what is missing created where it belongs', () => {
    expect(fixed(text.replace('uses: fetch', 'uses: store'), 'Create function "store"')).toBe(
      `${text.replace('uses: fetch', 'uses: store')}  - name: store\n    run: todo\n`,
    );
    expect(fixed(text.replace('next: Save', 'next: Leave'), 'Create job "Leave"')).toContain('  - job: Leave\nhandlers:');
  });

  it('completes keys and names, on the line below a task too', () => {
    expect(labels(text.replace('uses: fetch', 'uses: |'))).toContain('fetch');
    expect(labels(text.replace('next: Save', 'next: |'))).toEqual(['Save']);
    expect(labels(text.replace('after: PT5M', 'next: |'))).toEqual(['Load']);
    expect(labels(text.replace('    after: PT5M\n', '    |\n'))).toEqual(['uses', 'next', 'after']);
  });

  it('is explained', () => {
    const { text: pointed, offset } = marked(text.replace('uses', 'us|es'));
    const hovered = open(pointed);
    expect(JSON.stringify(service.hover(workspace, hovered, hovered.positionAt(offset)))).toContain('The handler that does it.');
  });
});
