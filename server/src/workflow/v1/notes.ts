/** What a task says of whether it runs and when it ends. One row a kind. */
import type { Node } from '../../syntax/node.ts';
import { valueOf } from '../../syntax/node.ts';
import { shortDuration } from '../../time/duration.ts';
import { at, durationOf, eventsWords, expressionOf, textOf } from '../describe.ts';
import type { TaskNote } from '../model.ts';

const conditionWords = (node: Node | undefined): string => (node?.kind === 'map' ? eventsWords(node) : expressionOf(textOf(node)));

/** A limit is written out, or is the name of one under `use.timeouts`. */
function limitWords(limit: Node | undefined): string {
  const after = limit?.kind === 'map' ? valueOf(limit, 'after') : undefined;
  const duration = durationOf(after);
  return duration ? shortDuration(duration) : expressionOf(textOf(after ?? limit));
}

const rows: readonly (readonly [kind: TaskNote['kind'], paths: readonly string[], words: (node: Node | undefined) => string])[] = [
  ['if', ['if'], conditionWords],
  ['while', ['while', 'with.subscription.consume.while'], conditionWords],
  ['until', ['listen.to.until', 'with.subscription.consume.until'], conditionWords],
  ['timeout', ['timeout'], limitWords],
];

/** The notes of a task in the order to show them; those without words yet are left out. */
export const notesOf = (body: Node | undefined): TaskNote[] =>
  rows.flatMap(([kind, paths, words]) =>
    paths.flatMap((path) => {
      const text = words(at(body, path));
      return text ? [{ kind, text }] : [];
    }),
  );
