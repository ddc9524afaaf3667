/** A key that a mapping lacks, found a level too deep: in an entry of the list that it belongs beside. */
import type { MapNode, Pair, SeqNode } from '../syntax/node.ts';
import type { ResolvedMapping } from './resolve.ts';
import type { ValidationContext, ValueContext } from './context.ts';
import { moveBeside, moveElementBeside } from './fixes.ts';
import { quote } from '../formats/quote.ts';

/** Where it was found: the mapping that it is written in, and the element that this is or stands in. */
interface Sunken {
  readonly map: MapNode;
  readonly pair: Pair;
  readonly index: number;
}

/**
 * The last entry of a list in which `name` stands: in its body beside something else, beside its name, or as the name itself. Where the body has
 * a `key` of its own, the two belong together.
 */
function find(list: SeqNode, key: string, name: string): Sunken | undefined {
  for (let index = list.elements.length - 1; index >= 0; index--) {
    const map = list.elements[index]!;
    if (map.kind !== 'map') continue;
    for (const { value } of [...map.pairs].reverse()) {
      const pair = value?.kind === 'map' ? value.pairs.find((each) => each.key.text === name) : undefined;
      if (value?.kind === 'map' && pair && value.pairs.length > 1 && !value.pairs.some((each) => each.key.text === key))
        return { map: value, pair, index };
    }
    const pair = map.pairs.find((each) => each.key.text === name);
    if (pair) return { map, pair, index };
  }
  return undefined;
}

/**
 * Reports keys that what is chosen in `map` needs and that stand a level too deep; returns them. To be called before what stands in the map
 * is checked: of findings at one place the first speaks.
 */
export function reportSunkenKeys(
  map: MapNode,
  { shape, pairs }: ResolvedMapping,
  context: ValueContext,
  validation: ValidationContext,
): readonly string[] {
  return shape.choices.flatMap(({ by, pair: holder, schema: { required = [] } }) =>
    (by === 'key' ? required : []).filter((name) => !pairs.has(name) && reportSunken(map, holder, name, context, validation)),
  );
}

function reportSunken(map: MapNode, holder: Pair, name: string, context: ValueContext, validation: ValidationContext): boolean {
  const list = holder.value;
  const found = list?.kind === 'seq' ? find(list, holder.key.text, name) : undefined;
  if (!found || list?.kind !== 'seq') return false;
  const { pair, index } = found;
  const of = context.pair ? ` of ${quote(context.pair.key.text)}` : '';
  validation.report('schema/misplaced', pair.key, `${quote(name)} belongs beside ${quote(holder.key.text)}${of}.`, {
    fixes:
      found.map === list.elements[index] && found.map.pairs.length === 1
        ? moveElementBeside(map, holder, { list, index, map: found.map, pair })
        : moveBeside(map, holder, found.map, pair),
  });
  return true;
}
