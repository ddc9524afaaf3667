/** What a name of a workflow means in a document. */
import type { Schema } from '../schema/schema.ts';
import type { ApiDocument, ApiKind, ApiName, ApiNames, ApiOperation } from './document.ts';
import { escapeStep } from '../formats/json-pointer.ts';
import { pointerStep } from './source.ts';

type Called = NonNullable<Schema['api']>;

const kinds: Readonly<Record<Called, ApiKind>> = { openapi: 'openapi', asyncapi: 'asyncapi', grpc: 'proto' };

/** The kind of document that a call of a service needs. */
export const kindFor = (called: Called): ApiKind => kinds[called];

/** What a document of each kind is called. */
export const kindWords = (kind: ApiKind): string => ({ openapi: 'OpenAPI', asyncapi: 'AsyncAPI', proto: '.proto' })[kind];

/** The same in a sentence: "an OpenAPI document", "a .proto file". */
export const kindPhrase = (kind: ApiKind): string => (kind === 'proto' ? 'a .proto file' : `an ${kindWords(kind)} document`);

/** What the names of a document are names of. */
export const nounOf = (kind: ApiKind, of: ApiNames): string =>
  ({ operations: kind === 'proto' ? 'method' : 'operation', channels: 'channel', services: 'service', servers: 'server' })[of];

/** The package of a service may be left out. */
const isCalled = (name: string, wanted: string): boolean => name === wanted || name.endsWith(`.${wanted}`);

const operationsOf = (api: ApiDocument, service: string | undefined): readonly ApiOperation[] =>
  service === undefined ? api.operations : api.operations.filter((each) => each.service === undefined || isCalled(each.service, service));

/** What may be named beside a service: operations are those of it. */
export const namesIn = (api: ApiDocument, of: ApiNames, service?: string): readonly ApiName[] =>
  of === 'operations' ? operationsOf(api, service) : api[of];

/** A reference to something in a document, with the sort of things that it is among. */
const reference = /^[^#\s]*#\/(?:([^/]+)\/)?([^/]+)$/;

/**
 * What a text of a workflow names: AsyncAPI is given references, too ("#/operations/send"). Undefined where a reference leads to
 * something else, about which nobody can say anything.
 */
export function nameMeant({ kind }: ApiDocument, of: ApiNames, written: string): string | undefined {
  if (kind !== 'asyncapi' || !written.includes('#/')) return written;
  const [, sort, name] = reference.exec(written) ?? [];
  return sort === of ? pointerStep(name!) : undefined;
}

/** How another name is written in place of one: as a reference where that is one. */
export const writtenLike = (written: string, name: string): string =>
  written.includes('#/') ? `${written.slice(0, written.lastIndexOf('/') + 1)}${escapeStep(name)}` : name;

/** What a name means; undefined for what the document does not have. */
export function nameIn(api: ApiDocument, of: ApiNames, written: string, service?: string): ApiName | undefined {
  const names = namesIn(api, of, service);
  const found = names.find((each) => each.name === written);
  if (found || of === 'services') return found ?? names.find((each) => isCalled(each.name, written));
  const name = nameMeant(api, of, written);
  return name === undefined || name === written ? undefined : names.find((each) => each.name === name);
}

/** The operation of a name, of a service where that is given. */
export const operationIn = (api: ApiDocument, name: string, service?: string): ApiOperation | undefined =>
  nameIn(api, 'operations', name, service) as ApiOperation | undefined;

/** The schema of the mapping in which the values for an operation stand. */
export const parametersSchema = ({ summary, parameters }: ApiOperation): Schema => ({
  own: summary ?? '',
  type: 'object',
  properties: Object.fromEntries(parameters.map(({ name, in: where, schema }) => [name, { ...schema, title: where }])),
  required: parameters.flatMap(({ name, required }) => (required ? name : [])),
  additionalProperties: true,
});
