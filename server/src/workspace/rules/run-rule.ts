/** What rules about `run.workflow` share: what any file says may be another answer. */
import type { RuleReport } from '../../rules/rule.ts';
import type { SubWorkflow } from '../../workflow/model.ts';
import { subWorkflowsOf } from '../../workflow/sub-workflows.ts';
import type { WorkspaceRule } from '../rule.ts';
import type { Workspace } from '../workspace.ts';
import { inWorkflows, siteRule } from './site-rule.ts';

/** `base` is the URI of the file. */
type Look = (run: SubWorkflow, workspace: Workspace, base: string) => Iterable<RuleReport>;

/** A rule about each `run.workflow` of a document. */
export const runRule = ({ look, ...rule }: Pick<WorkspaceRule, 'code' | 'level'> & { readonly look: Look }): WorkspaceRule =>
  siteRule({
    ...rule,
    sitesOf: inWorkflows<SubWorkflow>(subWorkflowsOf),
    seenOf: (_, { files }) => files,
    look: (run: SubWorkflow, _, { workspace, base }) => look(run, workspace, base),
  });
