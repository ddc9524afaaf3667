/** Calls of services, and what their documents say of them. */
import type { ApiDocument, ApiName, ApiOperation } from '../apis/document.ts';
import { kindFor, nameIn, operationIn } from '../apis/find.ts';
import { fileNameOf } from '../config/names.ts';
import { nearest } from '../rules/nearest.ts';
import type { ApiCall, ApiNameSite } from '../workflow/api-call.ts';
import { documentNamed } from './address.ts';
import type { DocumentFacts, Workspace } from './workspace.ts';

/** The document of a call, if it can be one of that call. */
export const apiOf = ({ api }: Pick<ApiCall, 'api'>, facts: DocumentFacts | undefined): ApiDocument | undefined =>
  facts && 'api' in facts && facts.api.kind === kindFor(api) ? facts.api : undefined;

const nameOf = ({ names }: Pick<ApiCall, 'names'>, of: ApiNameSite['of']): string | undefined => names.find((each) => each.of === of)?.name;

/** The service that a call names beside a method of it. */
export const serviceOf = (call: Pick<ApiCall, 'names'>): string | undefined => nameOf(call, 'services');

/** The operation that a call names, if the document has it. */
export function operationOf(call: ApiCall, api: ApiDocument): ApiOperation | undefined {
  const name = nameOf(call, 'operations');
  return name === undefined ? undefined : operationIn(api, name, serviceOf(call));
}

/** What a call sends something to: an operation, or a channel where it names none. */
export function receiverOf(call: ApiCall, api: ApiDocument): ApiName | undefined {
  const channel = nameOf(call, 'channels');
  return operationOf(call, api) ?? (channel === undefined ? undefined : nameIn(api, 'channels', channel));
}

/** What is known of the document of a call in a file; undefined while nobody has read it. */
export function factsOf({ documents }: Workspace, { document }: ApiCall, uri: string): DocumentFacts | undefined {
  const named = document && documents.size > 0 ? documentNamed(document, uri) : undefined;
  return named && documents.get(named.key);
}

/** The file that an address may mean which leads nowhere: one of that name elsewhere, else one of a name like it. */
export function nearSource({ sources }: Workspace, uri: string): string | undefined {
  const name = fileNameOf(uri);
  const all = [...sources.values()].map((each) => each.uri);
  const instead = all.some((each) => fileNameOf(each) === name) ? name : nearest(name, all.map(fileNameOf));
  const found = instead === undefined ? [] : all.filter((each) => fileNameOf(each) === instead);
  return found.length === 1 ? found[0] : undefined;
}
