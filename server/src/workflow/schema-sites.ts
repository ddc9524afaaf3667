/** JSON Schemas that a workflow names and that stand in other files (dsl-reference: Schema, External Resource). */
import { hasExpression } from '../formats/expression.ts';
import { type Node, resolve, type ScalarNode, stringOf, valueOf } from '../syntax/node.ts';
import { notes } from '../syntax/notes.ts';
import { at } from './describe.ts';
import { gatherer } from './gather.ts';
import type { WorkflowModel } from './model.ts';
import { jsonSchemaIn } from './parameters.ts';

/** Where a schema is, as it is written. */
export interface SchemaSite {
  readonly at: ScalarNode;
}

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

const sites = notes<ScalarNode, SchemaSite>();

function siteOf(address: ScalarNode): SchemaSite {
  const site = sites.get(address) ?? { at: address };
  sites.set(address, site);
  return site;
}

const sitesUnder = (holder: Node | undefined): readonly SchemaSite[] =>
  holders.flatMap((key) => {
    const value = valueOf(holder, key);
    const address = value && schemaAddressIn(value);
    return address ? [siteOf(address)] : [];
  });

const inTasks = gatherer<SchemaSite>(({ body }) => sitesUnder(body));

/** Every such schema of a workflow, its own and those of tasks and functions. The same objects as long as their texts do not change. */
export const schemaSitesOf = (model: WorkflowModel): readonly SchemaSite[] => [...sitesUnder(model.root), ...inTasks(model)];
