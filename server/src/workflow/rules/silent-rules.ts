/** Which rules had nothing to say about a list, as long as its tasks flow as they do. */
import type { Run } from '../../syntax/node.ts';
import { isCaught } from '../flow.ts';
import type { FlowTarget, TaskList } from '../model.ts';

interface Look {
  readonly texts: readonly string[];
  readonly silent: Set<object>;
}

/** By the first and the last run of a list that share a fragment: an edit leaves one of them as it is. */
const looks = new WeakMap<Run, Look>();
const ofList = new WeakMap<TaskList, Set<object>>();

/** Rules that found nothing in this list, or in the one of the text before that flows the same. To be added to; a short list is looked at anew. */
export function silentRules(list: TaskList): Set<object> {
  const known = ofList.get(list);
  if (known) return known;
  const { silent } = lookAt(list);
  ofList.set(list, silent);
  return silent;
}

function lookAt(list: TaskList): Look {
  const shared = list.runs.filter(({ run }) => run.fragment);
  const [first, last] = [shared[0]?.run, shared.at(-1)?.run];
  const texts = textsOf(list);
  if (!first || !last) return { texts, silent: new Set() };
  const look = [looks.get(first), looks.get(last)].find((before) => before && areSame(before.texts, texts)) ?? { texts, silent: new Set() };
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
