/** What is remembered of a list as long as its tasks flow as they do: which rules had nothing to say about it, and which names are near. */
import { nearestOf } from '../../rules/nearest.ts';
import type { Run } from '../../syntax/node.ts';
import { isCaught } from '../flow.ts';
import type { FlowTarget, TaskList, TaskRun } from '../model.ts';
import { notes } from '../../syntax/notes.ts';

interface Look {
  readonly texts: readonly string[];
  readonly silent: Set<object>;
  /** What is near a name; found by `search`, once for each. */
  readonly near: Map<string, string | undefined>;
  search?: (name: string) => string | undefined;
}

/** By the first and the last run of a list that share a fragment: an edit leaves one of them as it is. */
const looks = notes<Run, Look>();
const ofList = notes<TaskList, Look>();

/** Rules that found nothing in this list, or in the one of the text before that flows the same. To be added to. Of a short list nothing is kept. */
export const silentRules = (list: TaskList): Set<object> | undefined => (shared(list) ? memoryOf(list).silent : undefined);

/** Of the names of a list's tasks and the `others` that may stand there (the same for all lists of a dialect), the one that was meant. */
export function nearestTask(list: TaskList, others: readonly string[], name: string): string | undefined {
  const look = memoryOf(list);
  look.search ??= nearestOf([...list.names.keys(), ...others]);
  if (!look.near.has(name)) look.near.set(name, look.search(name));
  return look.near.get(name);
}

function memoryOf(list: TaskList): Look {
  const look = ofList.get(list) ?? lookAt(list);
  ofList.set(list, look);
  return look;
}

const shared = ({ runs }: TaskList): TaskRun | undefined => runs.find(({ run }) => run.fragment);

function lookAt(list: TaskList): Look {
  const first = shared(list)?.run;
  const last = list.runs.findLast(({ run }) => run.fragment)?.run;
  const texts = first ? textsOf(list) : [];
  const fresh = (): Look => ({ texts, silent: new Set(), near: new Map() });
  if (!first || !last) return fresh();
  const look = [looks.get(first), looks.get(last)].find((before) => before && areSame(before.texts, texts)) ?? fresh();
  looks.set(first, look);
  looks.set(last, look);
  return look;
}

const wordOf = (target: FlowTarget | undefined): string => (target ? `${target.directive ?? ''}:${target.to}` : '');

/** All that a `FlowList` tells: what the list is to its task, whether errors in it are caught, how it begins, and how its tasks flow. */
const textsOf = (list: TaskList): readonly string[] => [
  list.role,
  String(isCaught(list)),
  wordOf(list.start),
  list.entries.map(wordOf).join(),
  ...list.flowTexts,
];

const areSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, at) => text === b[at]);
