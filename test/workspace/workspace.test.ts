import { describe, expect, test } from 'vitest';
import { workspaceSymbols } from '../../server/src/features/names/workspace-symbols.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { summarise, type WorkflowSummary } from '../../server/src/workspace/summary.ts';
import { versionsDescending } from '../../server/src/workspace/versions.ts';
import {
  createWorkspace,
  eventsOf,
  type Found,
  rangeOf,
  withFile,
  withoutFile,
  withSettings,
  workflowsOf,
  type Workspace,
} from '../../server/src/workspace/workspace.ts';
import { marked } from '../support/marked.ts';
import { open, pays, workflow, workspaceOf } from './files.ts';

const task = '  - a: { set: {} }\n';

describe('a snapshot', () => {
  const before = workspaceOf({ 'file:///pay.sw.yaml': pays, 'file:///b.sw.yaml': workflow('b', '1.0.0', task) });
  const summaryOf = (uri: string, text: string) => summarise(open(uri, text))!;

  test('is not changed by what comes after it, which shares the rest', () => {
    const after = withFile(before, summaryOf('file:///c.sw.yaml', workflow('c', '1.0.0', task)));
    expect([before.files.size, after.files.size]).toEqual([2, 3]);
    expect(after.files.get('file:///pay.sw.yaml')).toBe(before.files.get('file:///pay.sw.yaml'));
    const less = withoutFile(after, 'file:///pay.sw.yaml');
    expect([...less.files.keys()]).toEqual(['file:///b.sw.yaml', 'file:///c.sw.yaml']);
    expect(workflowsOf(after, { name: 'pay' })).toHaveLength(1);
    expect(workflowsOf(less, { name: 'pay' })).toEqual([]);
  });

  test('is the same one where a file says what it said', () => {
    expect(withFile(before, summaryOf('file:///pay.sw.yaml', `${pays}# the end\n`))).toBe(before);
    const moved = withFile(before, summaryOf('file:///pay.sw.yaml', `# the beginning\n${pays}`));
    expect(moved.files).toBe(before.files);
    const [{ uri, part }] = workflowsOf(moved, { name: 'pay' }) as [Found<WorkflowSummary>];
    const lineIn = (workspace: Workspace) => rangeOf(workspace, { uri, place: part.place }).start.line;
    expect([lineIn(before), lineIn(moved)]).toEqual([0, 1]);
    expect(withoutFile(before, 'file:///nowhere.sw.yaml')).toBe(before);
    expect(withSettings(before, before.settings)).toBe(before);
    expect(withSettings(before, { ...defaultSettings }).files).toBe(before.files);
  });

  test('knows a file under every spelling of its URI', () => {
    const files = withFile(createWorkspace(), summaryOf('file:///c%3A/a%20b/gr%C3%B6%C3%9Fe.sw.yaml', pays));
    expect(withoutFile(files, 'file:///C:/a%20b/größe.sw.yaml').files.size).toBe(0);
  });
});

test('workflows by identity: the version first that is asked for, then the newest', () => {
  const workspace = workspaceOf(
    Object.fromEntries([
      ...['1.9.0', '1.10.0', '1.10.0-rc.1', '0.1.0'].map((version) => [`file:///${version}.sw.yaml`, workflow('pay', version, task)]),
      ['file:///other.sw.yaml', workflow('pay', '3.0.0', task, 'other')],
    ]),
  );
  const versions = (...given: Parameters<typeof workflowsOf> extends [unknown, infer I] ? [I] : never) =>
    workflowsOf(workspace, ...given).map(({ part }) => part.identity.version);
  expect(versions({ namespace: 'shop', name: 'pay', version: '0.1.0' })).toEqual(['0.1.0', '1.10.0', '1.10.0-rc.1', '1.9.0']);
  expect(versions({ namespace: 'shop', name: 'pay', version: 'latest' })[0]).toBe('1.10.0');
  expect(versions({ name: 'pay' })[0]).toBe('3.0.0');
  expect(versions({ namespace: 'shop', name: 'ship' })).toEqual([]);
  expect(versions({})).toEqual([]);
});

test('versions, newest first', () => {
  const newestFirst = ['2', '1.10.0', '1.10.0-rc.2', '1.10.0-rc.1', '1.10.0-beta', '1.9.9', '1.9', '0.1.0-a.1', '0.1.0-a'];
  expect([...newestFirst].reverse().sort(versionsDescending)).toEqual(newestFirst);
  expect([undefined, '1', undefined, '2'].map((version) => ({ version })).sort((a, b) => versionsDescending(a.version, b.version))).toEqual(
    [{ version: '2' }, { version: '1' }, {}, {}],
  );
});

test('events by type', () => {
  const event = '{ "specversion": "1.0", "type": "a.b", "source": "/s", "id": "7" }';
  const workspace = workspaceOf({ 'file:///a.cloudevent.json': event, 'file:///b.cloudevents.jsonl': `${event}\n${event}\n` });
  expect(eventsOf(workspace, 'a.b').map(({ uri }) => uri)).toEqual([
    'file:///a.cloudevent.json',
    'file:///b.cloudevents.jsonl',
    'file:///b.cloudevents.jsonl',
  ]);
  expect(eventsOf(workspace, 'a')).toEqual([]);
});

describe('symbols of the workspace', () => {
  const workspace = workspaceOf({
    'file:///pay.sw.yaml': pays,
    'file:///shop/order.sw.yaml': workflow('order', '0.1.0', '  - pay: { set: {} }\n  - repay: { set: {} }\n'),
    'file:///paid.cloudevent.json': '{ "specversion": "1.0", "type": "shop.paid", "source": "/s", "id": "7" }',
  });
  const names = (query: string, from: Workspace = workspace) =>
    workspaceSymbols(from, query).map(({ name, containerName }) => `${name} (${containerName})`);

  test('are all for an empty query', () => {
    expect(names('')).toEqual([
      'pay (shop · 1.0.0)',
      'charge (pay)',
      'order (shop · 0.1.0)',
      'pay (order)',
      'repay (order)',
      'shop.paid (/s · 7)',
    ]);
  });

  test('are those that hold the letters in order, best first', () => {
    expect(names('PA')).toEqual(['pay (shop · 1.0.0)', 'pay (order)', 'repay (order)', 'shop.paid (/s · 7)']);
    expect(names('odr')).toEqual(['order (shop · 0.1.0)']);
    expect(names('xyz')).toEqual([]);
  });
});

describe('from run.workflow to the workflow', () => {
  const service = createLanguageService();
  const workspace = workspaceOf({
    'file:///pay-1.sw.yaml': pays,
    'file:///pay-2.sw.yaml': workflow('pay', '2.0.0', task),
    'file:///else.sw.yaml': workflow('pay', '2.0.0', task, 'else'),
  });
  const lead = (run: string): unknown => {
    const { text, offset } = marked(workflow('order', '1.0.0', `  - a:\n      run:\n        workflow: ${run}\n`));
    const doc = open('file:///order.sw.yaml', text);
    const found = service.definition(workspace, doc, doc.positionAt(offset));
    return [found ?? []].flat().map(({ uri }) => uri);
  };

  test.each([
    ["{ namespace: sh|op, name: pay, version: '1.0.0' }", ['file:///pay-1.sw.yaml', 'file:///pay-2.sw.yaml']],
    ["{ namespace: shop, name: |pay, version: '2.0.0' }", ['file:///pay-2.sw.yaml', 'file:///pay-1.sw.yaml']],
    ["{ namespace: shop, name: pay, version: 'lat|est' }", ['file:///pay-2.sw.yaml', 'file:///pay-1.sw.yaml']],
    ['{ namespace: else, name: pay| }', ['file:///else.sw.yaml']],
    ['{ namespace: shop, na|me: pay }', []],
    ['{ namespace: shop, name: ship| }', []],
  ])('%s', (run, expected) => {
    expect(lead(run)).toEqual(expected);
  });

  test('goes to its name', () => {
    const { text, offset } = marked(workflow('order', '1.0.0', '  - a: { run: { workflow: { name: p|ay, namespace: else } } }\n'));
    const doc = open('file:///order.sw.yaml', text);
    const at = { line: 0, character: 49 };
    expect(service.definition(workspace, doc, doc.positionAt(offset))).toEqual([
      { uri: 'file:///else.sw.yaml', range: { start: at, end: { line: 0, character: 52 } } },
    ]);
  });

  test('names in data lead nowhere', () => {
    const { text, offset } = marked(workflow('order', '1.0.0', '  - a: { set: { run: { workflow: { name: p|ay } } } }\n'));
    const doc = open('file:///order.sw.yaml', text);
    expect(service.definition(workspace, doc, doc.positionAt(offset))).toBeUndefined();
  });
});
