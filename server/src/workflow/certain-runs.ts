/** The workflows that a workflow runs whatever comes. Sure where it says yes; what tasks that jump back lead to may be left out. */
import type { Dialect, FlowEdge, SubWorkflow, Task, TaskList, WorkflowModel } from './model.ts';

/** What nothing goes around: no condition, loop or catch stands above it, and no task before it may end the workflow. In text order. */
export const certainRuns = ({ main, dialect }: WorkflowModel): readonly SubWorkflow[] => (main ? runsIn(main, dialect) : []);

const runsIn = (list: TaskList, dialect: Dialect): readonly SubWorkflow[] =>
  unavoidable(list).flatMap((task) => [
    ...task.facts.subWorkflows,
    ...task.lists.flatMap((inner) => (isEntered(task, inner, dialect) ? runsIn(inner, dialect) : [])),
  ]);

/** The tasks of a list that no edge jumps over. */
function unavoidable({ tasks, edges, reached }: TaskList): readonly Task[] {
  let next = 0;
  let farthest = 0;
  return tasks.filter((task) => {
    // Edges stand in the order of the tasks that they leave.
    for (let edge = edges[next]; edge && (edge.from?.index ?? -1) < task.index; edge = edges[++next])
      farthest = Math.max(farthest, indexBehind(edge));
    return reached[task.index] && farthest <= task.index && !isSkippable(task);
  });
}

/** The index of what an edge leads to; of branches, which begin together, none is jumped over. */
function indexBehind({ from, to }: FlowEdge<Task>): number {
  if (from && from.lists.some(mayEnd)) return Infinity;
  if (!from && typeof to === 'object' && to.list.role === 'branches') return 0;
  return typeof to === 'object' ? to.index : Infinity;
}

const isSkippable = ({ flows }: Task): boolean => flows.some(({ kind }) => kind === 'skip');

/** Something inside may end the workflow, or raise what ends it. */
const mayEnd = ({ tasks }: TaskList): boolean =>
  tasks.some(({ flows, lists }) => flows.some(({ kind, target }) => kind === 'fault' || target?.directive === 'end') || lists.some(mayEnd));

/** A list that its task goes through for sure: a loop may find nothing to do, and of branches that race the first one ends the others. */
const isEntered = (task: Task, { role }: TaskList, dialect: Dialect): boolean =>
  role === 'try' || role === 'do' || (role === 'branches' && !dialect.isRace(task));
