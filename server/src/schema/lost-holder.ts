/** Keys that stand in the mapping above the one they belong in, because the line that begins that is missing. */
import { propertyOf } from './property.ts';
import type { EnclosingMapping, ValidationContext } from './context.ts';
import { and } from '../formats/sentence.ts';
import { insertHolder } from './fixes.ts';
import { alternatives } from './lookup.ts';
import type { UnknownKey } from './resolve.ts';
import type { Schema } from './schema.ts';
import { canHold } from './shape.ts';
import { quote } from '../formats/quote.ts';

interface Lost {
  readonly around: EnclosingMapping;
  /** The property that begins with the missing line. */
  readonly name: string;
}

/** Reports the last keys of a mapping, where they belong together in one that a mapping around lacks; returns them. */
export function reportLostHolder(
  unknown: readonly UnknownKey[],
  here: EnclosingMapping,
  validation: ValidationContext,
): ReadonlySet<UnknownKey> {
  const { pairs, flow } = here.map;
  const last = unknown.filter(({ pair }, at) => pairs.indexOf(pair) === pairs.length - unknown.length + at);
  const first = last[0]?.pair;
  const known = pairs.length > last.length;
  if (!first || last.length < 2 || last.length < unknown.length || !known || flow || validation.format === 'json') return new Set();
  if (last.some(({ meant, way }) => meant !== undefined || way)) return new Set();
  const names = last.map(({ pair }) => pair.key.text);
  const lost = lostAround(names, here);
  if (!lost) return new Set();
  lost.around.foundInside.add(lost.name);
  validation.report(
    'schema/misplaced',
    first.key,
    `${and(names.map(quote))} belong inside ${quote(lost.name)}, a line that is missing here.`,
    {
      about: { names: [...names, lost.name] },
      fixes: insertHolder(lost.around.map, first, lost.name),
    },
  );
  return new Set(last);
}

/** The only property that a mapping around lacks and that would hold all of these. */
function lostAround(names: readonly string[], here: EnclosingMapping): Lost | undefined {
  for (let around = here.context.enclosing; around; around = around.context.enclosing) {
    const { schema, map } = around;
    const found = Object.keys(schema.properties ?? {}).filter(
      (name) => !map.pairs.some(({ key }) => key.text === name) && holdsAll(propertyOf(schema, name), names),
    );
    if (found.length === 1) return { around, name: found[0]! };
    if (found.length > 1) return undefined;
  }
  return undefined;
}

const holdsAll = (schema: Schema | undefined, names: readonly string[]): boolean =>
  schema !== undefined && alternatives(schema).some((each) => names.every((name) => canHold(each, name)));
