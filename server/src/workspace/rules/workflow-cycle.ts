/** Says where workflows run each other in a circle. */
import type { RuleReport } from '../../rules/rule.ts';
import type { SubWorkflow, WorkflowIdentity } from '../../workflow/model.ts';
import { modelOf } from '../../workflow/read.ts';
import { quoted } from '../../workflow/rules/rule.ts';
import { subWorkflowsOf } from '../../workflow/sub-workflows.ts';
import type { WorkspaceRule, WorkspaceRuleDocs } from '../rule.ts';
import type { WorkflowSummary } from '../summary.ts';
import { type Found, type Workspace, workflowsOf } from '../workspace.ts';

export const workflowCycle: WorkspaceRule = {
  code: 'run/workflow-cycle',
  level: 'warning',
  *check({ doc, workspace }) {
    for (const part of doc.parts) {
      const model = part.kind === 'workflow' ? modelOf(part) : undefined;
      for (const run of model ? subWorkflowsOf(model) : []) {
        const report = look(run, model!.identity, workspace);
        if (report) yield report;
      }
    }
  },
};

/** More of them are not followed: nobody runs so many from one. */
const most = 1000;

const isSame = (one: WorkflowIdentity, other: WorkflowIdentity): boolean =>
  one.name === other.name && one.namespace === other.namespace && one.version === other.version;

/** What a run names, where it is certain: by its version, or the only one there is. */
function target(workspace: Workspace, { name, namespace, version }: WorkflowIdentity): Found<WorkflowSummary> | undefined {
  if (name === undefined || namespace === undefined) return undefined;
  const found = workflowsOf(workspace, { namespace, name });
  return found.find(({ part }) => part.identity.version === version) ?? (found.length === 1 ? found[0] : undefined);
}

/** The shortest way from a run back to the workflow it stands in. */
function look({ identity, places }: SubWorkflow, own: WorkflowIdentity, workspace: Workspace): RuleReport | undefined {
  const first = target(workspace, identity);
  const at = places.name;
  if (!first || !at || own.name === undefined) return undefined;
  const seen = new Set<WorkflowSummary>([first.part]);
  let waiting: { readonly found: Found<WorkflowSummary>; readonly way: readonly string[] }[] = [{ found: first, way: [] }];
  while (waiting.length > 0 && seen.size < most) {
    const next: typeof waiting = [];
    for (const { found, way } of waiting) {
      const names = [...way, found.part.identity.name ?? ''];
      if (isSame(found.part.identity, own)) return report(names.slice(0, -1), own.name, at, first);
      for (const run of found.part.runs) {
        const inner = target(workspace, run.identity);
        if (!inner || seen.has(inner.part)) continue;
        seen.add(inner.part);
        next.push({ found: inner, way: names });
      }
    }
    waiting = next;
  }
  return undefined;
}

const report = (way: readonly string[], own: string, at: RuleReport['at'], { uri, part }: Found<WorkflowSummary>): RuleReport => ({
  at,
  message:
    way.length === 0
      ? `"${own}" runs itself here. Unless a condition ends it, it never ends.`
      : `${quoted(way)} ${way.length === 1 ? 'runs' : 'run'} "${own}" again. Unless a condition ends it, they run each other for ever.`,
  related: way.length === 0 ? undefined : [{ message: `"${way[0]}" is here.`, uri, place: part.place }],
});

export const docs: WorkspaceRuleDocs = {
  rule: workflowCycle,
  clause: 'dsl-reference: Workflow Process',
  why: 'Workflows that run each other in a circle start new ones until the runtime gives up.',
  good: [
    {
      'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - settle: { run: { workflow: { namespace: shop, name: pay, version: 1.0.0 } } }
`,
      'pay.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: pay, version: 1.0.0 }
do:
  - charge: { wait: PT1S }
`,
    },
  ],
  bad: [
    {
      text: {
        'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - settle: { run: { workflow: { namespace: shop, name: «pay», version: 1.0.0 } } }
`,
        'pay.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: pay, version: 1.0.0 }
do:
  - reorder: { run: { workflow: { namespace: shop, name: «order», version: 1.0.0 } } }
  - again: { run: { workflow: { namespace: shop, name: «pay», version: 1.0.0 } } }
`,
      },
    },
  ],
};
