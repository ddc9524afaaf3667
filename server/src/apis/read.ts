/** From the text of a file to what it says about a service. */
import { fromJsonSchema } from '../schema/json-schema.ts';
import { parse } from '../syntax/parse.ts';
import type { Fragment, Node, Tree } from '../syntax/node.ts';
import { valueOf } from '../syntax/node.ts';
import { toValue } from '../syntax/value.ts';
import { findLines, positionAt } from '../syntax/lines.ts';
import { severityOf } from '../syntax/problems.ts';
import { readAsyncApi } from './asyncapi.ts';
import type { ApiDocument, ApiKind, ApiRead } from './document.ts';
import { readOpenApi } from './openapi.ts';
import { readProto } from './proto.ts';
import { kindOfSource } from './sniff.ts';
import { createPlaces, createSource, type Source } from './source.ts';

/** UTF-16 units. What is longer is generated, and would hold up the server for seconds. */
const longest = 8_000_000;

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

/**
 * What a document says, by its text and the name of its file. Never throws; what is half written is read as far as it goes. One that describes no
 * service is taken for a schema: whoever needs a service is told of it.
 */
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
    const flaw = flawIn(tree, document!);
    return { api: flaw === undefined ? { kind, ...api } : { kind, ...api, isWhole: false, flaw }, ranges };
  }
  const flaw = document && flawIn(tree, document);
  if (flaw !== undefined && kindOfSource(uri, text)) return { failure: flaw };
  const root = flaw === undefined ? document?.root : undefined;
  const ranges = [{ start: beginning, end: beginning }];
  return { schema: { plain: root ? toValue(root) : null, taken: fromJsonSchema(root), flaw }, ranges };
}

const beginning = { line: 0, character: 0 };

/** A version may be written as a number. */
const textOf = (node: Node | undefined): string | undefined => (node?.kind === 'scalar' ? node.text : undefined);

/** What is said of a text that is none of its language. */
function flawIn(tree: Tree, document: Fragment): string | undefined {
  const at = firstError(tree, document);
  return at === undefined ? undefined : `cannot be read: look at line ${positionAt(findLines(tree.text), at).line + 1}.`;
}

/** The offset of what cannot be read, and may be anything. */
function firstError(tree: Tree, fragment: Fragment): number | undefined {
  const own = fragment.errors.filter(({ code }) => severityOf(code) === 'error').map(({ start }) => tree.base(fragment) + start);
  const inside = fragment.children.flatMap((each) => firstError(tree, each.fragment) ?? []);
  const all = [...own, ...inside];
  return all.length === 0 ? undefined : Math.min(...all);
}
