/** What rules about `run.workflow` share: each is looked at again when its text, or what any file says, is another. */
import type { RuleReport } from '../../rules/rule.ts';
import { notes } from '../../syntax/notes.ts';
import type { SubWorkflow } from '../../workflow/model.ts';
import { modelOf } from '../../workflow/read.ts';
import { subWorkflowsOf } from '../../workflow/sub-workflows.ts';
import type { DocInWorkspace, WorkspaceRule } from '../rule.ts';
import type { Workspace } from '../workspace.ts';

type Look = (run: SubWorkflow, workspace: Workspace) => Iterable<RuleReport>;

/** A rule about each `run.workflow` of a document. */
export function runRule({ look, ...rule }: Pick<WorkspaceRule, 'code' | 'level'> & { readonly look: Look }): WorkspaceRule {
  const known = notes<SubWorkflow, { readonly files: Workspace['files']; readonly reports: readonly RuleReport[] }>();
  function* check({ doc, workspace }: DocInWorkspace): Iterable<RuleReport> {
    const { files } = workspace;
    for (const part of doc.parts) {
      const model = part.kind === 'workflow' ? modelOf(part) : undefined;
      for (const run of model ? subWorkflowsOf(model) : []) {
        const before = known.get(run);
        const reports = before?.files === files ? before.reports : [...look(run, workspace)];
        known.set(run, { files, reports });
        yield* reports;
      }
    }
  }
  return { ...rule, check };
}
