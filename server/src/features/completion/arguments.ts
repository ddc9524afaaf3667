/** What a function of the workflow takes: the JSON Schema of its input says so. */
import { fromJsonSchema } from '../../schema/json-schema.ts';
import { alternatives } from '../../schema/lookup.ts';
import type { Schema } from '../../schema/schema.ts';
import { type ScalarNode, stringOf, valueOf } from '../../syntax/node.ts';
import type { WorkflowModel } from '../../workflow/model.ts';
import { inputSchemaOf } from '../../workflow/query.ts';
import { inputAddressOf } from '../../workflow/schema-addresses.ts';
import { schemaAt } from './schema-at.ts';
import type { CompletionTarget } from './target.ts';

type Place = Pick<CompletionTarget, 'nodes' | 'path'>;

export interface Arguments {
  /** The name of the function. */
  readonly called: string;
  readonly schema: Schema;
  readonly place: Place;
}

/**
 * For a place inside the arguments of a call: their schema, and the place counted from there. Undefined elsewhere, and for functions whose
 * input nobody describes. `elsewhere` knows the schema of another file, if anybody does.
 */
export function argumentsAt(
  root: Schema,
  modelOf: () => WorkflowModel | undefined,
  { nodes, path }: Place,
  elsewhere: (address: ScalarNode) => Schema | undefined,
): Arguments | undefined {
  const index = nodes.findLastIndex((node, depth) => path[depth] === 'with' && stringOf(valueOf(node, 'call')) !== undefined);
  const called = stringOf(valueOf(nodes[index], 'call'));
  // What only looks like a call may stand in data.
  const isCall = (): boolean =>
    schemaAt(root, { nodes: nodes.slice(0, index + 1), path: [...path.slice(0, index), 'call'] })
      .schemas.flatMap(alternatives)
      .some(({ references }) => references === 'function');
  const model = called !== undefined && isCall() ? modelOf() : undefined;
  const schema = model && takenBy(model, called!, elsewhere);
  return schema && { called: called!, schema, place: { nodes: nodes.slice(index + 1), path: path.slice(index + 1) } };
}

/** What a function takes, by a schema in the same text or in another file. */
function takenBy(model: WorkflowModel, name: string, elsewhere: (address: ScalarNode) => Schema | undefined): Schema | undefined {
  const document = inputSchemaOf(model, name);
  if (document) return fromJsonSchema(document);
  const address = inputAddressOf(model.symbols.get('function', name)?.node);
  return address && elsewhere(address);
}
