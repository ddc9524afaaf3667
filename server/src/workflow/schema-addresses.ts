/** JSON Schemas that a workflow names and that stand in other files (dsl-reference: Schema, External Resource). */
import { type DescribedEvent, describedEvent } from '../event/described.ts';
import { hasExpression } from '../formats/expression.ts';
import { type Node, resolve, type ScalarNode, stringOf, valueOf } from '../syntax/node.ts';
import { at } from './describe.ts';
import { gatherer } from './gather.ts';
import type { WorkflowModel } from './model.ts';
import { jsonSchemaIn } from './parameters.ts';
import { emittedEvents } from './rules/event/emitted.ts';

/** What may have a schema. */
const holders = ['input', 'output', 'export'];

/** The address of the JSON Schema of what stands under `input`, `output` or `export`; undefined where it is computed, or a part of a file. */
function schemaAddressIn(holder: Node | undefined): ScalarNode | undefined {
  const schema = jsonSchemaIn(holder);
  const endpoint = valueOf(schema, 'document') ? undefined : resolve(at(schema, 'resource.endpoint'));
  const address = endpoint?.kind === 'map' ? resolve(valueOf(endpoint, 'uri')) : endpoint;
  const isWhole = address?.kind === 'scalar' && stringOf(address) !== undefined && !hasExpression(address.text) && !/#./.test(address.text);
  return isWhole && address.text !== '' ? address : undefined;
}

/** The same of a function or task. */
export const inputAddressOf = (holder: Node | undefined): ScalarNode | undefined => schemaAddressIn(valueOf(resolve(holder), 'input'));

const addressesUnder = (holder: Node | undefined): readonly ScalarNode[] =>
  holders.flatMap((key) => schemaAddressIn(valueOf(holder, key)) ?? []);

const inTasks = gatherer<ScalarNode>(({ body }) => addressesUnder(body));

/** The events of a workflow that say where the schema of their data is. */
export const describedEventsOf = (model: WorkflowModel): readonly DescribedEvent[] =>
  emittedEvents(model).flatMap((event) => describedEvent(event) ?? []);

/** The address of every such schema of a workflow: of its own and of those of tasks, functions and events. */
export const schemaAddressesOf = (model: WorkflowModel): readonly ScalarNode[] => [
  ...addressesUnder(model.root),
  ...inTasks(model),
  ...describedEventsOf(model).map(({ address }) => address),
];
