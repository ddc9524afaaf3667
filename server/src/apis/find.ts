/** What a name of a workflow means in a document. */
import type { ApiDocument, ApiKind, ApiName, ApiNames, ApiOperation } from './document.ts';

/** The kind of document that a call of a service needs. */
export const kindFor: Readonly<Record<'openapi' | 'asyncapi' | 'grpc', ApiKind>> = {
  openapi: 'openapi',
  asyncapi: 'asyncapi',
  grpc: 'proto',
};

/** What a document of each kind is called, and what its names are names of. */
export const kindWords: Readonly<Record<ApiKind, string>> = { openapi: 'OpenAPI', asyncapi: 'AsyncAPI', proto: '.proto' };

export const nounOf = (kind: ApiKind, of: ApiNames): string =>
  ({ operations: kind === 'proto' ? 'method' : 'operation', channels: 'channel', services: 'service', servers: 'server' })[of];

/** The package of a service may be left out. */
const isCalled = ({ name }: ApiName, wanted: string): boolean => name === wanted || name.endsWith(`.${wanted}`);

/** What may be named beside a service: operations are those of it. */
export const namesIn = (api: ApiDocument, of: ApiNames, service?: string): readonly ApiName[] =>
  of === 'operations' && service !== undefined ? operationsOf(api, service) : api[of];

const operationsOf = (api: ApiDocument, service: string | undefined): readonly ApiOperation[] =>
  service === undefined
    ? api.operations
    : api.operations.filter((each) => each.service === undefined || isCalled({ ...each, name: each.service }, service));

/** What a name means; undefined for what the document does not have. */
export const nameIn = (api: ApiDocument, of: ApiNames, name: string, service?: string): ApiName | undefined => {
  const names = namesIn(api, of, service);
  return names.find((each) => each.name === name) ?? (of === 'services' ? names.find((each) => isCalled(each, name)) : undefined);
};

/** The operation of a name, of a service where that is given. */
export const operationIn = (api: ApiDocument, name: string, service?: string): ApiOperation | undefined =>
  operationsOf(api, service).find((each) => each.name === name);
