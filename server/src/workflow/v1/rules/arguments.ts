/** What a function of the workflow takes, as the schema of its input says where that is written out. */
import { fromJsonSchema } from '../../../schema/json-schema.ts';
import type { Node, Pair } from '../../../syntax/node.ts';
import { pairOf, resolve, stringOf, valueOf } from '../../../syntax/node.ts';
import { gatherer } from '../../gather.ts';
import type { Task, WorkflowModel } from '../../model.ts';
import { inputSchemaOf } from '../../query.ts';
import { callKinds } from '../vocabulary.ts';

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
  readonly function: string;
  readonly names: readonly string[];
  readonly required: readonly string[];
  /** Others are refused. */
  readonly closed: boolean;
}

/** What a function takes; undefined where nobody says. */
function parametersOf(model: WorkflowModel, name: string): Parameters | undefined {
  const document = inputSchemaOf(model, name);
  const { properties, required = [] } = fromJsonSchema(document);
  if (!properties) return undefined;
  const open = resolve(valueOf(document, 'additionalProperties'));
  return { function: name, names: Object.keys(properties), required, closed: open?.kind === 'scalar' && open.value === false };
}

/** Every call of a function whose parameters are known, with arguments that are written out. */
export function* describedCalls(model: WorkflowModel): Iterable<FunctionCall & { given: readonly Pair[]; parameters: Parameters }> {
  if (!model.symbols.all('function').some(({ name }) => parametersOf(model, name))) return;
  for (const call of calls(model)) {
    const parameters = call.given && parametersOf(model, call.called);
    if (call.given && parameters) yield { ...call, given: call.given, parameters };
  }
}
