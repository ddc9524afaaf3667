/** From the text of a file to what it says about a service. */
import { parse } from '../syntax/parse.ts';
import type { Fragment, Node } from '../syntax/node.ts';
import { valueOf } from '../syntax/node.ts';
import { severityOf } from '../syntax/problems.ts';
import { readAsyncApi } from './asyncapi.ts';
import type { ApiDocument, ApiKind, ApiRead } from './document.ts';
import { readOpenApi } from './openapi.ts';
import { readProto } from './proto.ts';
import { createPlaces, createSource, type Source } from './source.ts';

/** UTF-16 units. What is longer is generated, and would hold up whoever types. */
const longest = 20_000_000;

/** Documents in YAML or JSON, by the key at their top that says what they are and of which version. */
const kinds: readonly {
  readonly kind: ApiKind;
  readonly key: string;
  readonly versions: RegExp;
  readonly read: (source: Source, version: string) => Omit<ApiDocument, 'kind'>;
}[] = [
  { kind: 'openapi', key: 'openapi', versions: /^3(\.|$)/, read: readOpenApi },
  { kind: 'openapi', key: 'swagger', versions: /^2(\.|$)/, read: readOpenApi },
  { kind: 'asyncapi', key: 'asyncapi', versions: /^[23](\.|$)/, read: readAsyncApi },
];

/** What a document says, by its text and the name of its file. Never throws; what is half written is read as far as it goes. */
export function readApi(uri: string, text: string): ApiRead {
  if (text.length > longest) return { failure: 'is too long to be read.' };
  if (/\.proto$/i.test(uri)) return readProto(text);
  const tree = parse(text, /\.jsonc?$/i.test(uri) ? 'json' : 'yaml');
  const document = tree.documents.find(({ fragment }) => fragment.root)?.fragment;
  for (const { kind, key, versions, read } of kinds) {
    const version = document && textOf(valueOf(document.root, key));
    if (version === undefined) continue;
    if (!versions.test(version)) return { failure: `is written in a version of ${key} that is not known here: "${version}".` };
    const { ranges, mark } = createPlaces(text);
    const api = read(createSource(tree, document!.root!, mark), version);
    return { api: { kind, ...api, isWhole: api.isWhole && !isBroken(document!) }, ranges };
  }
  return { failure: 'describes no service: it is neither OpenAPI nor AsyncAPI.' };
}

/** A version may be written as a number. */
const textOf = (node: Node | undefined): string | undefined => (node?.kind === 'scalar' ? node.text : undefined);

/** Something in it cannot be read: what that was may be anything. */
const isBroken = ({ errors, children }: Fragment): boolean =>
  errors.some(({ code }) => severityOf(code) === 'error') || children.some(({ fragment }) => isBroken(fragment));
