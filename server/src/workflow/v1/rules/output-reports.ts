/** Where what a task hands on is known, and the next cannot take it. */
import { keywordAt } from '../../../data/related.ts';
import { dataReports } from '../../../data/reports.ts';
import { quote } from '../../../formats/quote.ts';
import type { RuleReport } from '../../../rules/rule.ts';
import { kindWord } from '../../../schema/describe.ts';
import { or } from '../../../formats/sentence.ts';
import { fromJsonSchema } from '../../../schema/json-schema.ts';
import type { JsonType, Schema } from '../../../schema/schema.ts';
import { typesOf } from '../../../schema/shape.ts';
import { type Node, type NodeRange, type Pair, pairOf, resolve, valueOf } from '../../../syntax/node.ts';
import type { TaskSyntax } from '../../model.ts';
import { inputSchemaIn, parametersOf, plainSchema } from '../../parameters.ts';

/** `taken` is the JSON Schema of what `next` takes. */
export function outputReports(one: TaskSyntax, next: TaskSyntax, taken: Node): readonly RuleReport[] {
  const output = valueOf(one.body, 'output');
  const given = inputSchemaIn(output);
  if (given) return mismatches(one, next, given, taken);
  return writtenReports(one, { name: next.name, schema: taken });
}

/** `promised` is the JSON Schema of what a task says that it hands on. */
export const promiseReports = (task: TaskSyntax, promised: Node): readonly RuleReport[] =>
  writtenReports(task, { name: 'output.schema', schema: promised });

function writtenReports(task: TaskSyntax, { name, schema }: { readonly name: string; readonly schema: Node }): readonly RuleReport[] {
  const written = writtenOutput(task);
  const related = (way: readonly string[]): RuleReport['related'] => keywordAt(schema, way, name);
  return written ? dataReports(written, { name, schema: plainSchema(schema), related }) : [];
}

/** What a task hands on, where it is written out: undefined where an expression or a call makes it. */
function writtenOutput({ kind, body }: TaskSyntax): Pair | undefined {
  const written = pairOf(valueOf(body, 'output'), 'as') ?? (kind === 'set' ? pairOf(body, 'set') : undefined);
  return resolve(written?.value)?.kind === 'map' ? written : undefined;
}

/** By two schemas: what the one never gives, and what it gives of another kind. Where either leaves it open, nothing. */
function mismatches(one: TaskSyntax, next: TaskSyntax, given: Node, taken: Node): readonly RuleReport[] {
  const parameters = parametersOf(given);
  const [gives, takes] = [fromJsonSchema(given), fromJsonSchema(taken)];
  const input = pairOf(pairOf(next.body, 'input')?.value, 'schema');
  const at = (key: string): NodeRange => propertyAt(taken, key)?.key ?? input?.key ?? next.nameAt;
  const relatedTo = (pair: Pair | undefined): RuleReport['related'] =>
    pair && [{ at: pair.key, message: `What ${quote(one.name)} gives is said here.` }];
  const whole = relatedTo(pairOf(pairOf(one.body, 'output')?.value, 'schema'));
  const other = atOdds(gives, takes);
  if (other)
    return [
      { at: at(''), message: `${quote(one.name)} gives ${other.given}, but ${quote(next.name)} takes ${other.taken}.`, related: whole },
    ];
  // What is no mapping for sure has no keys to speak of.
  if (kindsOf(gives)?.join() !== 'object') return [];
  const missing = (takes.required ?? []).filter((name) => parameters?.closed && !parameters.names.includes(name));
  const surely = new Set([...(gives.required ?? []), ...(takes.required ?? [])]);
  return [
    ...missing.map((name) => ({
      at: at(name),
      message: `${quote(next.name)} needs ${quote(name)}, which ${quote(one.name)} does not give.`,
      related: whole,
    })),
    ...[...surely].flatMap((name): RuleReport[] => {
      const [from, to] = [gives.properties?.[name], takes.properties?.[name]];
      const odds = from && to && atOdds(from, to);
      if (!odds) return [];
      const message = `${quote(next.name)} takes ${odds.taken} as ${quote(name)}, but ${quote(one.name)} gives ${odds.given}.`;
      return [{ at: at(name), message, related: relatedTo(propertyAt(given, name)) ?? whole }];
    }),
  ];
}

const propertyAt = (schema: Node, key: string): Pair | undefined => pairOf(valueOf(schema, 'properties'), key);

/** The kinds that a schema names; undefined where it takes any. That it speaks of keys does not make it one of mappings. */
const kindsOf = ({ type, enum: values }: Schema): readonly JsonType[] | undefined =>
  type !== undefined || values ? (typesOf(type === undefined ? { enum: values } : { type }) as readonly JsonType[]) : undefined;

/** The kinds of two values of which none of the one is one of the other; undefined where some may be. */
function atOdds(gives: Schema, takes: Schema): { readonly given: string; readonly taken: string } | undefined {
  const [from, to] = [kindsOf(gives), kindsOf(takes)];
  if (!from || !to) return undefined;
  const wide = (types: readonly JsonType[]): readonly JsonType[] => types.map((type) => (type === 'integer' ? 'number' : type));
  if (wide(from).some((type) => wide(to).includes(type))) return undefined;
  const words = (types: readonly JsonType[]): string => or(types.map((type) => kindWord(type, 'yaml')));
  return { given: words(from), taken: words(to) };
}
