/** Says where another file, or another document of the same one, has the namespace, the name and the version of a workflow. */
import type { RuleReport } from '../../rules/rule.ts';
import { keyOf } from '../../config/names.ts';
import type { WorkflowModel } from '../../workflow/model.ts';
import { modelOf } from '../../workflow/read.ts';
import type { WorkspaceRule, WorkspaceRuleDocs } from '../rule.ts';
import { type Workspace, workflowsMeant } from '../workspace.ts';

export const duplicateWorkflow: WorkspaceRule = {
  code: 'document/duplicate-workflow',
  // Copies, such as a build or a test makes, are no mistake: for who asks.
  level: 'off',
  *check({ doc, workspace }) {
    const before: WorkflowModel[] = [];
    for (const part of doc.parts) {
      const model = part.kind === 'workflow' ? modelOf(part) : undefined;
      if (!model || Object.values(model.identity).filter(Boolean).length < 3) continue;
      const report = look(model, doc.uri, before, workspace);
      if (report) yield report;
      before.push(model);
    }
  },
};

/** Of the file itself only what stands before is compared: the files may hold it as it was a moment ago. */
function look({ identity, identityAt }: WorkflowModel, uri: string, before: readonly WorkflowModel[], workspace: Workspace) {
  const { namespace, name, version } = identity;
  if (!identityAt.name) return undefined;
  const here = before.find(({ identity: other }) => other.name === name && other.namespace === namespace && other.version === version);
  const elsewhere = workflowsMeant(workspace, identity).filter(
    (found) => keyOf(found.uri) !== keyOf(uri) && found.part.identity.version === version,
  );
  const related = [
    ...(here?.identityAt.name ? [{ at: here.identityAt.name, message: 'Here.' }] : []),
    ...elsewhere.slice(0, 5).map((found) => ({ uri: found.uri, place: found.part.place, message: 'Here.' })),
  ];
  if (related.length === 0) return undefined;
  const where = here ? 'Another workflow of this file' : 'A workflow of another file';
  const report: RuleReport = {
    at: identityAt.name,
    message: `${where} is "${name}" of "${namespace}" in version ${version}, too. Give one of them another name or version.`,
    related,
  };
  return report;
}

export const docs: WorkspaceRuleDocs = {
  rule: duplicateWorkflow,
  clause: 'dsl-reference: Document',
  why: 'A workflow is looked up by its namespace, name and version: of two that share them a runtime keeps one, and nobody is told which.',
  good: [
    {
      'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }
do:
  - pay: { wait: PT1S }
`,
      'order2.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: order, version: 2.0.0 }
do:
  - pay: { wait: PT1S }
`,
    },
  ],
  bad: [
    {
      text: {
        'order.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: «order», version: 1.0.0 }
do:
  - pay: { wait: PT1S }
`,
        'copy.sw.yaml': `
document: { dsl: 1.0.3, namespace: shop, name: «order», version: 1.0.0 }
do:
  - pay: { wait: PT2S }
---
document: { dsl: 1.0.3, namespace: shop, name: refund, version: 1.0.0 }
do:
  - pay: { wait: PT1S }
---
document: { dsl: 1.0.3, namespace: shop, name: «refund», version: 1.0.0 }
do:
  - pay: { wait: PT2S }
`,
      },
    },
  ],
};
