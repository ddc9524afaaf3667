/** Which runs of a workflow lead back to it. Loaded once a workflow runs another. */
import type { RuleReport } from '../../rules/rule.ts';
import type { SubWorkflow, WorkflowIdentity } from '../../workflow/model.ts';
import { quoted } from '../../workflow/rules/rule.ts';
import type { WorkflowSummary } from '../summary.ts';
import { type Found, type Workspace, runsOf, workflowsMeant, workflowsOf } from '../workspace.ts';

/** Says of each of these runs, which all stand in a workflow of this name, how it leads back to there. */
export function* cycleReports(runs: readonly SubWorkflow[], own: WorkflowIdentity, workspace: Workspace): Iterable<RuleReport> {
  const ways = waysTo(own, workspace);
  for (const run of runs) {
    const found = look(run, own, ways, workspace);
    if (found) yield found;
  }
}

const isSame = (one: WorkflowIdentity, other: WorkflowIdentity): boolean =>
  one.name === other.name && one.namespace === other.namespace && one.version === other.version;

/** A workflow that runs one on the way back, and how many steps it is to there. */
interface Step {
  readonly next?: WorkflowSummary;
  readonly far: number;
}

/** The workflows that run this one whatever comes, in whatever way they name it. */
const callersOf = (workspace: Workspace, { identity }: WorkflowSummary): readonly WorkflowSummary[] =>
  runsOf(workspace, identity)
    .filter(({ run }) => run.certain && workflowsMeant(workspace, run.identity).some(({ part }) => isSame(part.identity, identity)))
    .map(({ part }) => part);

type Ways = ReadonlyMap<WorkflowSummary, Step>;
const kept = new WeakMap<Workspace['files'], Map<string, Ways>>();

/** Every workflow from which runs lead to this one, with the next step on the shortest way: looked for once in each state of the files. */
function waysTo(own: WorkflowIdentity, workspace: Workspace): Ways {
  const known = kept.get(workspace.files) ?? new Map<string, Ways>();
  kept.set(workspace.files, known);
  const key = JSON.stringify([own.namespace, own.name, own.version]);
  const ways = known.get(key) ?? findWays(own, workspace);
  known.set(key, ways);
  return ways;
}

function findWays(own: WorkflowIdentity, workspace: Workspace): Ways {
  const ways = new Map<WorkflowSummary, Step>();
  if (own.name === undefined || own.namespace === undefined) return ways;
  let edge = workflowsOf(workspace, { name: own.name, namespace: own.namespace })
    .map(({ part }) => part)
    .filter((part) => isSame(part.identity, own));
  for (const part of edge) ways.set(part, { far: 0 });
  for (let far = 1; edge.length > 0; far++) {
    const farther: WorkflowSummary[] = [];
    for (const next of edge)
      for (const caller of callersOf(workspace, next)) {
        if (ways.has(caller)) continue;
        ways.set(caller, { next, far });
        farther.push(caller);
      }
    edge = farther;
  }
  return ways;
}

/** The way from what is run back to the workflow it stands in; undefined where there is none. */
function look({ identity, places }: SubWorkflow, own: WorkflowIdentity, ways: Ways, workspace: Workspace) {
  const back = workflowsMeant(workspace, identity).filter(({ part }) => ways.has(part));
  const [first] = back.sort((a, b) => ways.get(a.part)!.far - ways.get(b.part)!.far);
  if (!first || !places.name) return undefined;
  const names: string[] = [];
  for (let at: WorkflowSummary | undefined = first.part; at && ways.get(at)!.next; at = ways.get(at)!.next)
    names.push(at.identity.name ?? '');
  return report(names, own.name!, places.name, first);
}

const report = (way: readonly string[], own: string, at: RuleReport['at'], { uri, part }: Found<WorkflowSummary>): RuleReport => ({
  at,
  message:
    way.length === 0
      ? `"${own}" runs itself here, and nothing ends that. Put a condition before it.`
      : `${quoted(way)} ${way.length === 1 ? 'runs' : 'run'} "${own}" again, and nothing ends that. Put a condition before it.`,
  related: way.length === 0 ? undefined : [{ message: `"${way[0]}" is here.`, uri, place: part.place }],
});
