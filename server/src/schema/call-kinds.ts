/** A kind that a value says (`call: http`), where it is written as something else: as a mapping, or only meant by what it is given. */
import { and } from '../formats/sentence.ts';
import { quote } from '../formats/quote.ts';
import type { Node, Pair } from '../syntax/node.ts';
import type { EnclosingMapping, ValidationContext, ValueContext } from './context.ts';
import { pairWords } from './describe.ts';
import { argumentsOfKind, type Fixes, kindOfMapping } from './fixes.ts';
import { alternatives } from './lookup.ts';
import { propertyOf } from './property.ts';
import type { ResolvedMapping, UnknownKey } from './resolve.ts';
import type { Schema } from './schema.ts';
import { canHold, discriminatorsOf } from './shape.ts';
import { callMeant } from './synonyms.ts';

/** `call: { http: { … } }` for `call: http` with the rest under `with`. */
export function kindAsMapping({
  real,
  node,
  context: { pair, enclosing },
  validation: { format },
}: {
  readonly node: Node;
  readonly real: Node;
  readonly context: ValueContext;
  readonly validation: ValidationContext;
}): { readonly message: string; readonly fixes: Fixes } | undefined {
  const by =
    enclosing &&
    discriminatorsOf(enclosing.base)
      .map(({ keys }) => keys[pair?.key.text ?? '']?.discriminatorValue)
      .find((each) => each);
  const [only, ...others] = real === node && real.kind === 'map' ? real.pairs : [];
  if (!pair || !only || others.length > 0 || by?.property !== pair.key.text) return undefined;
  const kind = callMeant(only.key.text);
  const holder = Object.hasOwn(by.cases, kind) ? by.cases[kind]!.required?.[0] : undefined;
  if (holder === undefined || only.value?.kind !== 'map' || enclosing!.map.pairs.some(({ key }) => key.text === holder)) return undefined;
  return {
    message: `${quote(pair.key.text)} is only the kind. Write ${pairWords(pair.key.text, kind, format)}, and what belongs to it under ${quote(holder)}.`,
    fixes: kindOfMapping(enclosing!.map, pair, only, kind, holder),
  };
}

/** What a call is given, right in a step that does not say what it does. Says whether it was that. */
export function reportArguments(
  unknown: readonly UnknownKey[],
  { shape }: ResolvedMapping,
  here: EnclosingMapping,
  validation: ValidationContext,
): boolean {
  const pairs = unknown.map(({ pair }) => pair);
  const found = shape.open
    .flatMap(({ keys }) => Object.values(keys))
    .flatMap(({ discriminatorValue: by }) =>
      Object.entries(by?.cases ?? {}).map(([kind, chosen]) => ({ property: by!.property, kind, chosen })),
    )
    .find(({ chosen }) => isGiven(chosen, pairs));
  if (!found) return false;
  const { property, kind, chosen } = found;
  const holder = chosen.required![0]!;
  const names = pairs.map(({ key }) => key.text);
  here.foundInside.add(property);
  validation.report(
    'schema/unknown-property',
    pairs[0]!.key,
    `This ${here.schema.title} does not say what it does. Write ${pairWords(property, kind, validation.format)}, with ${and(names.map(quote))} under ${quote(holder)}.`,
    { about: { names: [...names, property] }, fixes: argumentsOfKind(here.map, pairs, property, kind, holder) },
  );
  return true;
}

/** Are these pairs all that a kind needs, and nothing that it does not take? */
function isGiven(kind: Schema, pairs: readonly Pair[]): boolean {
  const holder = kind.required?.[0];
  const taken = holder === undefined ? undefined : propertyOf(kind, holder);
  const required = taken?.required ?? [];
  return (
    required.length > 0 &&
    required.every((name) => pairs.some(({ key }) => key.text === name)) &&
    pairs.every(({ key }) => alternatives(taken!).some((each) => canHold(each, key.text)))
  );
}
