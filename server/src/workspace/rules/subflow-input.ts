/** Says where what is handed to a workflow of the workspace is not what the schema of its input takes. */
import type { RuleReport } from '../../rules/rule.ts';
import { renameKey } from '../../syntax/edit.ts';
import { type Pair, pairOf, resolve } from '../../syntax/node.ts';
import { notes } from '../../syntax/notes.ts';
import type { SubWorkflow } from '../../workflow/model.ts';
import { compareArguments } from '../../workflow/parameters.ts';
import { modelOf } from '../../workflow/read.ts';
import { didYouMean, quoted } from '../../workflow/rules/rule.ts';
import { subWorkflowsOf } from '../../workflow/sub-workflows.ts';
import type { WorkspaceRule, WorkspaceRuleDocs } from '../rule.ts';
import type { WorkflowSummary } from '../summary.ts';
import { type Found, workflowsMeant, type Workspace } from '../workspace.ts';

export const subflowInput: WorkspaceRule = {
  code: 'run/subflow-input',
  level: 'warning',
  *check({ doc, workspace }) {
    for (const part of doc.parts) {
      const model = part.kind === 'workflow' ? modelOf(part) : undefined;
      for (const run of model ? subWorkflowsOf(model) : []) yield* reportsOn(run, workspace);
    }
  },
};

const known = notes<SubWorkflow, { readonly files: Workspace['files']; readonly reports: readonly RuleReport[] }>();

/** What is wrong with the input of one `run.workflow`: looked up again when its text, or what any file says, is another. */
function reportsOn(run: SubWorkflow, workspace: Workspace): readonly RuleReport[] {
  const { files } = workspace;
  const before = known.get(run);
  if (before?.files === files) return before.reports;
  const reports = look(run, workspace);
  known.set(run, { files, reports });
  return reports;
}

/** Of several versions nobody knows which will run, unless all take the same. */
function look(run: SubWorkflow, workspace: Workspace): readonly RuleReport[] {
  const pair = run.at && pairOf(run.at, 'input');
  const given = resolve(pair?.value);
  if (!pair || given?.kind !== 'map') return [];
  const [target, ...others] = workflowsMeant(workspace, run.identity);
  const taken = target?.part.input;
  if (!taken || others.some(({ part }) => JSON.stringify(part.input) !== JSON.stringify(taken))) return [];
  const mismatch = compareArguments(given.pairs, taken);
  if (!mismatch) return [];
  const name = run.identity.name ?? '';
  const related = relatedTo(target, name);
  return [
    ...mismatch.unknown.map((each) => unknown(each, name, mismatch.names, related)),
    ...(mismatch.missing.length > 0
      ? [{ at: pair.key, message: `"${name}" needs ${quoted(mismatch.missing)} as well. Write it under "input".`, related }]
      : []),
  ];
}

const relatedTo = ({ uri, part: { place } }: Found<WorkflowSummary>, name: string) => [{ message: `"${name}" is here.`, uri, place }];

const unknown = (
  { pair, instead }: { readonly pair: Pair; readonly instead?: string },
  name: string,
  names: readonly string[],
  related: RuleReport['related'],
): RuleReport => ({
  at: pair.key,
  message: `"${name}" takes no "${pair.key.text}".${didYouMean(instead) || ` It takes ${quoted(names)}.`}`,
  related,
  fixes:
    instead === undefined
      ? undefined
      : (tree) => [{ title: `Change to "${instead}"`, edits: renameKey(tree, pair, instead), preferred: true }],
});

const charge = `
document: { dsl: 1.0.3, namespace: shop, name: pay, version: 1.0.0 }
input:
  schema:
    document:
      type: object
      properties: { orderId: { type: string }, amount: { type: number } }
      required: [ orderId ]
      additionalProperties: false
do:
  - charge: { wait: PT1S }
`;
const order = (input: string): string => `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - settle:
      run:
        workflow: { namespace: shop, name: pay, version: 1.0.0${input} }
`;

export const docs: WorkspaceRuleDocs = {
  rule: subflowInput,
  clause: 'dsl-reference: Workflow Process, Input',
  why: 'A workflow refuses an input that its schema does not take, and the task that runs it fails.',
  good: [
    { 'order.sw.yaml': order(", input: { orderId: '1', amount: 3 }"), 'pay.sw.yaml': charge },
    { 'order.sw.yaml': order(", input: { orderId: '${ .id }' }"), 'pay.sw.yaml': charge },
    { 'order.sw.yaml': order(''), 'pay.sw.yaml': charge },
  ],
  bad: [
    {
      text: { 'order.sw.yaml': order(', input: { «orderID»: 1 }'), 'pay.sw.yaml': charge },
      fixed: { 'order.sw.yaml': order(', input: { orderId: 1 }') },
    },
    { text: { 'order.sw.yaml': order(', «input»: { «currency»: EUR, amount: 3 }'), 'pay.sw.yaml': charge } },
  ],
};
