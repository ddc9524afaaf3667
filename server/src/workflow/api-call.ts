/** Calls of what a document in another file describes: which document, what of it, with which arguments. */
import { hasExpression } from '../formats/expression.ts';
import { hasMerge, type MapNode, type Node, type Pair, pairOf, resolve, type ScalarNode, stringOf, valueOf } from '../syntax/node.ts';
import { notes } from '../syntax/notes.ts';
import { gatherer } from './gather.ts';
import type { ApiSite, WorkflowModel } from './model.ts';

/** A name that is written out. */
export interface ApiNameSite {
  readonly of: 'operations' | 'channels' | 'services' | 'servers';
  readonly name: string;
  readonly at: ScalarNode;
}

export interface ApiCall {
  readonly api: ApiSite['api'];
  /** The arguments of the call. */
  readonly body: MapNode;
  /** Where the document is, as it is written; undefined while it is computed, or not written. */
  readonly document?: ScalarNode;
  readonly names: readonly ApiNameSite[];
  /** What is given to the operation; undefined where that is computed. */
  readonly given?: readonly Pair[];
  /** The same as a whole, or the message that is sent. */
  readonly data?: Pair;
}

/** The keys, from the arguments of a call, under which it says what. */
interface Form {
  readonly document: string;
  readonly names: readonly (readonly [of: ApiNameSite['of'], path: readonly string[]])[];
  readonly given?: string;
  readonly data: readonly string[];
}

const forms: Readonly<Record<ApiSite['api'], Form>> = {
  openapi: { document: 'document', names: [['operations', ['operationId']]], given: 'parameters', data: ['parameters'] },
  asyncapi: {
    document: 'document',
    names: [
      ['operations', ['operation']],
      ['channels', ['channel']],
      ['servers', ['server', 'name']],
    ],
    data: ['message', 'payload'],
  },
  grpc: {
    document: 'proto',
    names: [
      ['services', ['service', 'name']],
      ['operations', ['method']],
    ],
    given: 'arguments',
    data: ['arguments'],
  },
};

/** The key under which a call says where its document is. */
export const documentKey = (api: ApiSite['api']): string => forms[api].document;

/** The key under which a call gives values to the operation; undefined for calls that know no such. */
export const givenKey = (api: ApiSite['api']): string | undefined => forms[api].given;

/** The keys, from the arguments of a call, that lead to what is handed to the operation. */
export const dataPath = (api: ApiSite['api']): readonly string[] => forms[api].data;

const textAt = (node: Node | undefined): ScalarNode | undefined =>
  node?.kind === 'scalar' && stringOf(node) !== undefined && node.text !== '' && !hasExpression(node.text) ? node : undefined;

const known = notes<MapNode, ApiCall>();

/** What a call says; the same object as long as its text does not change. */
export function readApiCall({ api, at }: ApiSite): ApiCall {
  const before = known.get(at);
  if (before) return before;
  const { document, names, given, data } = forms[api];
  const endpoint = valueOf(valueOf(at, document), 'endpoint');
  const call: ApiCall = {
    api,
    body: at,
    document: textAt(endpoint?.kind === 'map' ? valueOf(endpoint, 'uri') : endpoint),
    names: names.flatMap(([of, path]) => {
      const scalar = textAt(path.reduce<Node | undefined>(valueOf, at));
      return scalar ? [{ of, name: scalar.text, at: scalar }] : [];
    }),
    given: given === undefined ? undefined : givenAt(at, given),
    data: pairOf(data.slice(0, -1).reduce<Node | undefined>(valueOf, at), data.at(-1)!),
  };
  known.set(at, call);
  return call;
}

/** Nothing is given where nothing is written. What an expression gives, or is merged in, nobody sees. */
function givenAt(at: MapNode, key: string): readonly Pair[] | undefined {
  const pair = pairOf(at, key);
  const value = resolve(pair?.value);
  if (!pair || !value || (value.kind === 'scalar' && value.value === null)) return [];
  return value.kind === 'map' && !hasMerge(value) ? value.pairs : undefined;
}

const inTasks = gatherer<ApiSite>(({ facts }) => facts.apis);

/** Every such call of a workflow, those in functions included. */
export const apiCallsOf = (model: WorkflowModel): readonly ApiCall[] => inTasks(model).map(readApiCall);
