/** Which call of a service stands at a place, and what its document says. */
import type { ApiDocument, ApiName, ApiParameter } from '../../apis/document.ts';
import { nameIn } from '../../apis/find.ts';
import type { Doc } from '../../doc.ts';
import type { NodeRange, Pair } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { type ApiCall, apiCallsOf, type ApiNameSite } from '../../workflow/api-call.ts';
import { modelOf } from '../../workflow/read.ts';
import { apiOf, factsOf, operationOf, serviceOf } from '../../workspace/api-call.ts';
import type { DocumentFacts, Workspace } from '../../workspace/workspace.ts';
import { partAt } from '../part.ts';

/** Something of a document that a call names at a place. */
export interface ApiWord {
  readonly call: ApiCall;
  readonly facts: DocumentFacts & { readonly api: ApiDocument };
  /** Where it is named. */
  readonly at: NodeRange;
  /** What is meant; nothing of these where the document itself is named. */
  readonly name?: ApiName & { readonly of: ApiNameSite['of'] };
  readonly parameter?: ApiParameter;
}

/** What a call names at an absolute offset, ends included; undefined elsewhere, and for what its document does not have. */
export function apiWordAt(workspace: Workspace, doc: Doc, offset: number): ApiWord | undefined {
  if (workspace.documents.size === 0) return undefined;
  const part = partAt(doc, offset)?.part;
  const model = part?.kind === 'workflow' ? modelOf(part) : undefined;
  const holds = (at: NodeRange): boolean => {
    const { start, end } = textRange(doc.tree, at);
    return start <= offset && offset <= end;
  };
  const call = model && apiCallsOf(model).find(({ body }) => holds(body));
  const facts = call && factsOf(workspace, call, doc.uri);
  const api = call && apiOf(call, facts);
  if (!call || !facts || !('api' in facts) || !api) return undefined;
  if (call.document && holds(call.document)) return { call, facts, at: call.document };
  const named = call.names.find(({ at }) => holds(at));
  if (named) {
    const name = nameIn(api, named.of, named.name, serviceOf(call));
    return name && { call, facts, at: named.at, name: { ...name, of: named.of } };
  }
  const pair = call.given?.find(({ key }: Pair) => holds(key));
  const parameter = pair && operationOf(call, api)?.parameters.find(({ name, also }) => name === pair.key.text || also === pair.key.text);
  return parameter && { call, facts, at: pair.key, parameter };
}
