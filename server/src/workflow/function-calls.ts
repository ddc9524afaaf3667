/** Calls of a workflow's functions, and what is given to them. */
import { type Node, type Pair, pairOf, resolve, stringOf, valueOf } from '../syntax/node.ts';
import { gatherer } from './gather.ts';
import type { Task } from './model.ts';

/** A call of a function, with the arguments that are written out. */
export interface FunctionCall {
  readonly called: string;
  /** The text that names the function. */
  readonly at: Node;
  /** Undefined where the arguments are computed. */
  readonly given?: readonly Pair[];
  /** The pair in which they stand. */
  readonly written?: Pair;
}

/** Every call of what is a name, nested ones and those in functions included; the same objects as long as their texts do not change. */
export const functionCallsOf = gatherer<FunctionCall>(({ kind, body, facts }: Task) => {
  const name = kind === 'call' ? valueOf(body, 'call') : undefined;
  const called = stringOf(name);
  if (!name || !called || !facts.references.some((each) => each.kind === 'function' && each.name === called)) return [];
  const written = pairOf(body, 'with');
  const given = resolve(written?.value);
  return [{ called, at: name, given: !written ? [] : given?.kind === 'map' ? given.pairs : undefined, written }];
});
