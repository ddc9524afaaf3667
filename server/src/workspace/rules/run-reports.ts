/** What is wrong with a `run.workflow` by what the workspace holds. Loaded once a workflow runs another. */
import type { Fix } from '../../rules/finding.ts';
import type { RuleReport } from '../../rules/rule.ts';
import { checkSemver } from '../../formats/semver.ts';
import type { NodeRange } from '../../syntax/node.ts';
import type { SubWorkflow, WorkflowIdentity } from '../../workflow/model.ts';
import { nearest } from '../../rules/nearest.ts';
import { changeTo, didYouMean, quoted } from '../../workflow/rules/rule.ts';
import type { WorkflowSummary } from '../summary.ts';
import { createWorkflow } from './new-workflow.ts';
import { type Found, namesIn, namespacesIn, type Workspace, workflowsOf } from '../workspace.ts';

/** Says where one misses what it means by its version, its name or its namespace, or where nothing here is like it. */
export function* runReports({ identity, places }: SubWorkflow, workspace: Workspace, base: string): Iterable<RuleReport> {
  const { namespace, name, version } = identity;
  // DSL 0.x knows no namespaces: there a name alone may mean anything that is deployed.
  if (namespace === undefined || name === undefined) return;
  const found = workflowsOf(workspace, { namespace, name });
  if (found.length > 0) {
    if (version !== undefined && places.version) yield* byVersion(found, name, version, places.version);
  } else if (places.name && places.namespace) {
    const slip =
      namesIn(workspace, namespace).length > 0
        ? byName(workspace, namespace, name, places.name)
        : byNamespace(workspace, namespace, name, places.namespace);
    yield slip ?? elsewhere(workspace, base, identity, places.name);
  }
}

function* byVersion(found: readonly Found<WorkflowSummary>[], name: string, version: string, at: NodeRange): Iterable<RuleReport> {
  const versions = [...new Set(found.map(({ part }) => part.identity.version))];
  // "latest", a range, or what is no version yet; and a workflow without its version may become any.
  if (checkSemver(version) || versions.includes(version) || versions.includes(undefined)) return;
  const there = versions.filter((each) => each !== undefined);
  yield {
    at,
    message: `The workspace has no version "${version}" of the workflow "${name}". It has ${quoted(there)}.`,
    related: related(found, (identity) => `"${name}" ${identity.version} is here.`),
    fixes: (tree) => there.slice(0, 5).map((each): Fix => changeTo(tree, at, each, there.length === 1)),
  };
}

/** Names that differ in a number only ("pay", "pay2", "pay-v3") are names of a series, and no slip. */
const withoutNumbers = (name: string): string => name.replace(/[-_.]?v?\d+/gi, '');

/** What of the workspace a name is a slip of. */
const meant = (name: string, there: Iterable<string>): string | undefined =>
  nearest(
    name,
    [...there].filter((each) => withoutNumbers(each) !== withoutNumbers(name)),
  );

function byName(workspace: Workspace, namespace: string, name: string, at: NodeRange): RuleReport | undefined {
  const instead = meant(name, namesIn(workspace, namespace));
  if (instead === undefined) return undefined;
  return {
    at,
    message: `The workspace has no workflow "${name}" in the namespace "${namespace}".${didYouMean(instead)}`,
    related: related(workflowsOf(workspace, { namespace, name: instead }).slice(0, 1), () => `"${instead}" is here.`),
    fixes: (tree) => [changeTo(tree, at, instead)],
  };
}

/** A namespace that is not here may be deployed elsewhere ("shop-eu" beside "shop"), unless one like it holds the name, or one like that. */
function byNamespace(workspace: Workspace, namespace: string, name: string, at: NodeRange): RuleReport | undefined {
  const instead = meant(namespace, namespacesIn(workspace));
  if (instead === undefined) return undefined;
  const names = namesIn(workspace, instead);
  const there = names.includes(name) ? name : meant(name, names);
  if (there === undefined) return undefined;
  return {
    at,
    message: `The workspace has no namespace "${namespace}".${didYouMean(instead)}`,
    related: related(workflowsOf(workspace, { namespace: instead, name: there }).slice(0, 1), () => `"${there}" is here.`),
    fixes: (tree) => [changeTo(tree, at, instead)],
  };
}

const elsewhere = (workspace: Workspace, base: string, identity: WorkflowIdentity, at: NodeRange): RuleReport => ({
  at,
  severity: 'hint',
  message: `No file here holds the workflow "${identity.name}" of the namespace "${identity.namespace}". Deploy it from elsewhere, or write it.`,
  fixes: (tree) => createWorkflow(tree, workspace, base, at, identity),
});

const related = (found: readonly Found<WorkflowSummary>[], message: (identity: WorkflowSummary['identity']) => string) =>
  found.slice(0, 5).map(({ uri, part: { identity, place } }) => ({ message: message(identity), uri, place }));
