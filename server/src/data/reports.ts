/** Reports about data that is written out, by the JSON Schema of whoever takes it. */
import { nearest } from '../rules/nearest.ts';
import { quote } from '../formats/quote.ts';
import type { RuleReport } from '../rules/rule.ts';
import { type Node, type NodeRange, type Pair, resolve } from '../syntax/node.ts';
import type { Plain } from '../syntax/value.ts';
import { type PlacedFlaw, flawsOf } from './flaws.ts';
import { rangeOf, say } from './words.ts';

/** Who takes the data. */
export interface Taker {
  readonly name: string;
  readonly schema: Plain;
  /** What others say already of keys at the top. */
  readonly told?: { readonly required: readonly string[]; readonly closed: boolean };
  /** Places that say why, for a keyword of the schema by the way to it. */
  readonly related?: (way: readonly string[]) => RuleReport['related'];
}

/** What is wrong with the value of a pair. */
export function dataReports(given: Pair, taker: Taker): readonly RuleReport[] {
  const value = resolve(given.value);
  if (!value) return [];
  const flaws = withoutMeant(flawsOf(value, taker.schema).filter((flaw) => !isTold(flaw, taker)));
  return flaws.map((flaw) => {
    const said = say(flaw, given.key.text, quote(taker.name));
    return { at: said.at ?? place(flaw, given), message: said.message, fixes: said.fixes, related: taker.related?.(flaw.schemaPath) };
  });
}

const isTold = ({ path, keyword, params }: PlacedFlaw, { told }: Taker): boolean =>
  path.length === 0 &&
  told !== undefined &&
  ((keyword === 'required' && told.required.includes(String(params['missingProperty']))) ||
    (keyword === 'additionalProperties' && told.closed));

const place = ({ node, pair, path }: PlacedFlaw, given: Pair): NodeRange => {
  if (node?.kind === 'scalar' && node.text !== '') return node;
  return (pair ?? (path.length === 0 ? given : undefined))?.key ?? rangeOf(node) ?? given.key;
};

/** What is missing and was written under another name is said there; all that one mapping lacks is said at once. */
function withoutMeant(flaws: readonly PlacedFlaw[]): readonly PlacedFlaw[] {
  const unknown = flaws.filter(({ keyword }) => keyword === 'additionalProperties');
  const isMeant = (flaw: PlacedFlaw): boolean =>
    unknown.some(
      ({ node, params }) => node === flaw.node && nearest(String(params['additionalProperty']), [missingIn(flaw)]) !== undefined,
    );
  const lacks = new Map<Node | undefined, string[]>();
  return flaws.flatMap((flaw) => {
    if (flaw.keyword !== 'required') return flaw;
    if (isMeant(flaw)) return [];
    const before = lacks.get(flaw.node);
    if (before) {
      before.push(missingIn(flaw));
      return [];
    }
    const missing = [missingIn(flaw)];
    lacks.set(flaw.node, missing);
    return { ...flaw, params: { missing } };
  });
}

const missingIn = ({ params }: PlacedFlaw): string => String(params['missingProperty']);
