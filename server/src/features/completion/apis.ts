/** What the documents of services say that may be written in calls of them. */
import type { ApiOperation } from '../../apis/document.ts';
import { kindFor, kindWords, namesIn, parametersSchema } from '../../apis/find.ts';
import type { Doc } from '../../doc.ts';
import type { Schema } from '../../schema/schema.ts';
import { type MapNode, pairOf } from '../../syntax/node.ts';
import { type ApiCall, dataPath, documentKey, givenKey, readApiCall } from '../../workflow/api-call.ts';
import { addressFrom } from '../../workspace/address.ts';
import { apiOf, factsOf, operationOf, receiverOf, serviceOf } from '../../workspace/api-call.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { plainText } from '../words.ts';
import type { Arguments } from './arguments.ts';
import { schemaAt } from './schema-at.ts';
import type { Name } from './suggestion.ts';
import type { CompletionTarget } from './target.ts';

type Spot = Pick<CompletionTarget, 'nodes' | 'path'>;

/** Of a message, no more fields are written than somebody reads. */
const mostFields = 8;

/** The call around a place, and how many of the nodes around belong to it or stand around it. */
function callAround(root: Schema, { nodes, path }: Spot): { readonly call: ApiCall; readonly depth: number } | undefined {
  const index = nodes.findLastIndex((_, depth) => path[depth] === 'with');
  const body = nodes[index + 1];
  if (index < 0 || body?.kind !== 'map') return undefined;
  const at = schemaAt(root, { nodes: nodes.slice(0, index + 1), path: path.slice(0, index + 1) });
  const api = at.schemas.find((schema) => schema.api)?.api;
  return api && { call: readApiCall({ api, at: body }), depth: index + 2 };
}

/** The names of a sort that the document of the call around has. */
export function apiNames(
  workspace: Workspace,
  doc: Doc,
  root: Schema,
  of: NonNullable<Schema['apiNames']>,
  target: CompletionTarget,
): Name[] {
  const around = workspace.documents.size > 0 ? callAround(root, target) : undefined;
  const api = around && apiOf(around.call, factsOf(workspace, around.call, doc.uri));
  if (!api || !around) return [];
  const { call } = around;
  // A comment behind the name would stand behind what it brings.
  const isLast = target.style !== 'block' || /^[ \t]*(?:[\r\n]|$)/.test(doc.text.slice(target.replace.end, target.replace.end + 200));
  return namesIn(api, of, serviceOf(call)).map((each) => ({
    name: each.name,
    detail: each.detail,
    docs: each.summary && plainText(each.summary),
    brings: isLast && of === 'operations' ? skeleton(call, each as ApiOperation) : undefined,
  }));
}

/** Where the documents are that the call around may name. */
export function documentAddresses(workspace: Workspace, doc: Doc, root: Schema, target: CompletionTarget): Name[] {
  const around = workspace.sources.size > 0 ? callAround(root, target) : undefined;
  const path = around && target.path.slice(around.depth - 1).join('.');
  if (!around || !path || ![`${documentKey(around.call.api)}.endpoint`, `${documentKey(around.call.api)}.endpoint.uri`].includes(path))
    return [];
  const kind = kindFor(around.call.api);
  return [...workspace.sources.values()]
    .filter((each) => each.kind === kind)
    .map(({ uri }) => ({ name: addressFrom(doc.uri, uri), detail: kindWords(kind) }));
}

/** The pairs that an operation needs beside its name, as a template; undefined where it needs none, or something is written. */
function skeleton({ api, body }: ApiCall, { parameters }: ApiOperation): string | undefined {
  const key = givenKey(api);
  const needed = api === 'grpc' ? parameters.slice(0, mostFields) : parameters.filter(({ required }) => required);
  // A document may be wrong about the names it has; what cannot be a word is left to the user.
  const named = needed.filter(({ name }) => /^[A-Za-z_][\w-]*$/.test(name));
  if (key === undefined || pairOf(body, key) || named.length === 0) return undefined;
  const lines = named.map(({ name }, at) => `  ${name}: \\\${ \${${at + 1}:${pathOf(name)}} }`);
  return [`${key}:`, ...lines].join('\n');
}

const pathOf = (name: string): string => (/^\w+$/.test(name) ? `.${name}` : `."${name}"`);

/** For a place inside the values that a call gives to an operation: what that takes, and the place counted from there. */
export function apiArgumentsAt(workspace: Workspace, doc: Doc, root: Schema, place: Spot): Arguments | undefined {
  const around = workspace.documents.size > 0 ? callAround(root, place) : undefined;
  if (!around) return undefined;
  const { call, depth } = around;
  const keys = dataPath(call.api);
  const start = depth - 1 + keys.length;
  const isInside = keys.every((key, index) => place.path[depth - 1 + index] === key);
  const api = isInside && isMap(place.nodes[start]) ? apiOf(call, factsOf(workspace, call, doc.uri)) : undefined;
  const receiver = api && receiverOf(call, api);
  const operation = api && operationOf(call, api);
  const schema = operation?.parameters.length ? parametersSchema(operation) : receiver?.taken;
  return receiver && schema && { called: receiver.name, schema, place: { nodes: place.nodes.slice(start), path: place.path.slice(start) } };
}

const isMap = (node: CompletionTarget['nodes'][number] | undefined): node is MapNode | undefined =>
  node === undefined || node.kind === 'map';
