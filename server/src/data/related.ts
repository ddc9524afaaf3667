/** Where a JSON Schema says what it asks for. */
import type { Related } from '../rules/finding.ts';
import { quote } from '../formats/quote.ts';
import { type Node, type Pair, pairOf, resolve } from '../syntax/node.ts';

/** The keyword at the end of a way down a schema, as a remark; undefined where the way leads elsewhere. */
export function keywordAt(schema: Node, way: readonly string[], taker: string): readonly Related[] | undefined {
  let at: Node | undefined = schema;
  let pair: Pair | undefined;
  for (const step of way) {
    const real: Node | undefined = resolve(at);
    const next: Pair | undefined = pairOf(real, step);
    if (next) pair = next;
    else if (real?.kind !== 'seq') break;
    at = next ? next.value : real?.kind === 'seq' ? real.elements[Number(step)] : undefined;
  }
  return pair && [{ at: pair.key, message: `What ${quote(taker)} takes is said here.` }];
}
