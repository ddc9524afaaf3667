/** What a function of the workflow takes, as the schema of its input says where that is written out. */
import { fromJsonSchema } from '../../../schema/json-schema.ts';
import type { Node, Pair } from '../../../syntax/node.ts';
import { pairOf, resolve, stringOf, valueOf } from '../../../syntax/node.ts';
import { gatherer } from '../../gather.ts';
import type { Task, WorkflowModel } from '../../model.ts';
import { nearest } from '../../../rules/nearest.ts';
import { inputSchemaOf } from '../../query.ts';
import { callKinds } from '../vocabulary.ts';
import { notes } from '../../../syntax/notes.ts';

/** A call of a function, with the arguments that are written out. */
export interface FunctionCall {
  readonly called: string;
  /** The text that names the function. */
  readonly at: Node;
  /** Undefined where the arguments are computed. */
  readonly given?: readonly Pair[];
}

const calls = gatherer<FunctionCall>(({ kind, body }: Task) => {
  const name = kind === 'call' ? valueOf(body, 'call') : undefined;
  const called = stringOf(name);
  if (!name || !called || callKinds.includes(called)) return [];
  const written = pairOf(body, 'with');
  const given = resolve(written?.value);
  return [{ called, at: name, given: !written ? [] : given?.kind === 'map' ? given.pairs : undefined }];
});

interface Parameters {
  readonly names: readonly string[];
  readonly required: readonly string[];
  /** Others are refused. */
  readonly closed: boolean;
  /** All of them are told: nothing in the schema adds more. */
  readonly complete: boolean;
}

/** Keywords of JSON Schema by which a mapping may have more properties than are named beside them. */
const adding = ['patternProperties', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas'];

const parameters = notes<Node, Parameters | undefined>();

/** What a function takes, by the schema of its input; undefined where that says nothing. The same object as long as its text stays the same. */
function parametersOf(document: Node): Parameters | undefined {
  if (parameters.has(document)) return parameters.get(document);
  const { properties, required = [] } = fromJsonSchema(document);
  const open = resolve(valueOf(document, 'additionalProperties'));
  const complete = !adding.some((key) => pairOf(document, key));
  const closed = complete && open?.kind === 'scalar' && open.value === false;
  const read = properties && { names: Object.keys(properties), required, closed, complete };
  parameters.set(document, read);
  return read;
}

/** What is wrong with the arguments of a call. */
export interface Mismatch {
  readonly call: FunctionCall;
  readonly names: readonly string[];
  /** Arguments that are not among the names; `instead` is the one that was meant, perhaps. */
  readonly unknown: readonly { readonly pair: Pair; readonly instead?: string }[];
  /** What is required and is neither written nor meant. */
  readonly missing: readonly string[];
}

const compared = notes<FunctionCall, { readonly document: Node; readonly mismatch?: Mismatch }>();

/** The calls whose arguments are written out and are not those that the function takes. */
export function mismatches(model: WorkflowModel): readonly Mismatch[] {
  const documents = new Map(model.symbols.all('function').map(({ name }) => [name, inputSchemaOf(model, name)]));
  if (![...documents.values()].some((document) => document !== undefined)) return [];
  return calls(model).flatMap((call) => {
    const document = documents.get(call.called);
    if (!document || !call.given) return [];
    const known = compared.get(call);
    const mismatch = known?.document === document ? known.mismatch : compare(call, call.given, parametersOf(document));
    compared.set(call, { document, mismatch });
    return mismatch ?? [];
  });
}

function compare(call: FunctionCall, given: readonly Pair[], taken: Parameters | undefined): Mismatch | undefined {
  const written = new Set(given.map(({ key }) => key.text));
  // What is merged in stands elsewhere.
  if (!taken || written.has('<<')) return undefined;
  const free = taken.names.filter((name) => !written.has(name));
  const unknown = given
    .filter(({ key }) => !taken.names.includes(key.text))
    .map((pair) => ({ pair, instead: nearest(pair.key.text, free) }))
    // A schema that does not close itself takes more than it names.
    .filter(({ instead }) => taken.complete && (taken.closed || instead !== undefined));
  const meant = new Set(unknown.map(({ instead }) => instead));
  const missing = taken.required.filter((name) => !written.has(name) && !meant.has(name));
  return unknown.length + missing.length > 0 ? { call, names: taken.names, unknown, missing } : undefined;
}
