/** A retry policy in words: "3 ×, from 2 s, doubling". */
import type { Node } from '../../syntax/node.ts';
import { valueOf } from '../../syntax/node.ts';
import { shortDuration } from '../../time/duration.ts';
import { at, durationOf, textOf } from '../describe.ts';
import type { Task, WorkflowModel } from '../model.ts';

/** The words for what a try does before it gives up; undefined when it does not try again. */
export function retryWords(model: WorkflowModel, task: Task): string | undefined {
  const written = at(task.body, 'catch.retry');
  if (!written) return undefined;
  const name = written.kind === 'scalar' ? textOf(written) : '';
  const policy = name ? model.symbols.get('retry', name)?.node : written;
  return policyWords(policy) || name || 'again';
}

const growth: readonly (readonly [key: string, words: string])[] = [
  ['exponential', 'doubling'],
  ['linear', 'growing'],
];

function policyWords(policy: Node | undefined): string {
  const times = textOf(at(policy, 'limit.attempt.count'));
  const delay = durationOf(valueOf(policy, 'delay'));
  const backoff = valueOf(policy, 'backoff');
  const grows = growth.find(([key]) => valueOf(backoff, key))?.[1];
  const limit = durationOf(at(policy, 'limit.duration'));
  return [
    times && `${times} ×`,
    delay && `${grows ? 'from' : 'every'} ${shortDuration(delay)}`,
    grows,
    limit && `for ${shortDuration(limit)}`,
  ]
    .filter(Boolean)
    .join(', ');
}
