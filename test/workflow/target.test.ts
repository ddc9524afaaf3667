/** Where a workflow runs, and what is told of it because of that. */
import { expect, test } from 'vitest';
import { createDoc } from '../../server/src/doc.ts';
import { findings } from '../../server/src/features/diagnostics/diagnostics.ts';
import { documentInfo } from '../../server/src/features/file.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import type { TargetId } from '../../server/src/targets.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { said } from '../support/findings.ts';

const fork = 'do:\n  - both:\n      fork: { branches: [ { a: { set: { x: 1 } } }, { b: { set: { x: 2 } } } ] }\n';
const workflow = (metadata = '', more = ''): string =>
  `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0${more}${metadata && `, metadata: { heddle: { target: ${metadata} } }`} }\n${fork}`;
const open = (text: string) => createDoc({ uri: 'file:///a.sw.yaml', languageId: 'workflow-yaml', version: 1, text });
const codes = (text: string, target: TargetId): string[] =>
  findings(createWorkspace({ ...defaultSettings, target }), open(text)).map(({ code }) => code);

test.each<[string, string, TargetId, string[]]>([
  ['nobody says', workflow(), 'spec', []],
  ['the settings say', workflow(), 'swf', ['portability/fork-output']],
  ['the workflow says', workflow('swf'), 'spec', ['portability/fork-output']],
  ['the workflow goes before the settings', workflow('spec'), 'swf', []],
  ['a runtime that does what the specification says', workflow(), 'go-sdk', []],
  [
    'the words of a runtime say',
    workflow('', ', taskQueue: q, workflowType: w'),
    'spec',
    ['document/other-runtime', 'portability/fork-output'],
  ],
])('%s', (_, text, target, expected) => {
  expect(codes(text, target)).toEqual(expected);
});

test('a target says what its runtime does, and what to do', () => {
  expect(said(workflow('quarkus-flow'))).toMatchObject([
    {
      // Nothing reads the output here.
      severity: 'information',
      message:
        'On Quarkus Flow the output of "fork" is a list of { branch: output } in the order of completion. Let each branch "export" what is read later.',
    },
  ]);
});

test('another target of the same text is told anew', () => {
  const doc = open(workflow());
  const told = (target: TargetId) => findings(createWorkspace({ ...defaultSettings, target }), doc).map(({ message }) => message);
  expect(told('swf')[0]).toContain('swf');
  expect(told('synapse')[0]).toContain('Synapse');
  expect(told('spec')).toEqual([]);
});

test('what is no target is told in the workflow, with the one that was meant', () => {
  const [found] = said(workflow('synaps'));
  expect(found).toMatchObject({ code: 'settings/wrong', message: expect.stringContaining('"synaps" is not a target.') as string });
  expect(found!.fixed).toEqual({ 'Change to "synapse"': workflow('synapse') });
});

test('the status says where a workflow runs', () => {
  expect(documentInfo(open(workflow())).detail).toBe('DSL 1.0.3');
  expect(documentInfo(open(workflow()), 'synapse').detail).toBe('DSL 1.0.3, for Synapse');
  expect(documentInfo(open(workflow('go-sdk')), 'synapse').detail).toBe('DSL 1.0.3, for the Go SDK');
});
