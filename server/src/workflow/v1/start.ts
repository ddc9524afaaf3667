/** What starts a workflow: the pill at the top of the drawing. */
import type { Pair } from '../../syntax/node.ts';
import { pairOf, valueOf } from '../../syntax/node.ts';
import { describeCron } from '../../time/describe-cron.ts';
import type { StartSummary, WorkflowModel } from '../model.ts';
import { durationText, eventsWords, textOf } from '../describe.ts';

const rows: readonly (readonly [key: string, icon: string, word: string | undefined, detail: (pair: Pair) => string])[] = [
  ['on', 'listen', 'on', (pair) => eventsWords(pair.value)],
  ['cron', 'calendar', undefined, (pair) => describeCron(textOf(pair.value)) ?? textOf(pair.value)],
  ['every', 'every', 'every', (pair) => durationText(pair.value)],
  ['after', 'every', 'again after', (pair) => durationText(pair.value)],
];

/** The first of `on`, `cron`, `every` and `after` that is written; an empty one where somebody else starts the workflow. */
export function startOf(model: WorkflowModel): StartSummary {
  const schedule = valueOf(model.root, 'schedule');
  for (const [key, icon, word, detail] of rows) {
    const pair = pairOf(schedule, key);
    if (pair) return { icon, word, detail: detail(pair), at: pair.key };
  }
  return {};
}
