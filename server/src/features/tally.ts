/** How often each of some words occurs: what two texts are compared by. */
import type { Doc } from '../doc.ts';
import { errorsIn } from '../syntax/locate.ts';

export type Tally = ReadonlyMap<string, number>;

export function tallyOf(words: readonly string[]): Tally {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Does no word occur more often than in the other one? */
export const isWithin = (tally: Tally, other: Tally): boolean => [...tally].every(([word, times]) => times <= (other.get(word) ?? 0));

/** The codes of all that the parser stumbled over: in languages that are not ours, too, where nobody is told of it. */
export const syntaxCodes = ({ tree }: Doc): readonly string[] =>
  tree.documents.flatMap(({ fragment }) => errorsIn(fragment).map(({ code }) => code));
