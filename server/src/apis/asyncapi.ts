/** AsyncAPI 2 and 3: operations, channels and servers. */
import { hasMerge, type Node, type Pair, pairOf, stringOf, valueOf } from '../syntax/node.ts';
import { createMessages, type Messages, sentBy, sentOn } from './asyncapi-messages.ts';
import type { ApiDocument, ApiName, ApiOperation } from './document.ts';
import { isElsewhere, pairsOf, type Source } from './source.ts';

/** What operations say in version 2, where they have no names of their own but an id. */
const actions = ['publish', 'subscribe'] as const;

/** What a document of a declared version says. */
export function readAsyncApi(source: Source, version: string): Omit<ApiDocument, 'kind'> {
  const { root } = source;
  const channels = pairsOf(valueOf(root, 'channels'));
  const operations = valueOf(root, 'operations');
  const isSecond = version.startsWith('2');
  const messages = createMessages(source);
  return {
    version,
    title: stringOf(valueOf(valueOf(root, 'info'), 'title')),
    isWhole:
      ![root, valueOf(root, 'channels'), operations, valueOf(root, 'servers')].some(isElsewhere) &&
      !(isSecond && channels.some(hides(source))),
    operations: isSecond
      ? channels.flatMap((each) => operationsOf(source, messages, each))
      : pairsOf(operations).map((each) => operation(source, messages, each)),
    channels: channels.map((each) => channel(source, messages, each)),
    services: [],
    servers: pairsOf(valueOf(root, 'servers')).map((each) => server(source, each)),
    definitions: messages.definitions,
  };
}

/** Of a name only the key is wanted, but in version 2 operations stand in channels: may there be one that nobody sees? */
const hides =
  (source: Source) =>
  ({ value }: Pair): boolean => {
    const item = source.follow(value);
    if (!item) return value !== undefined;
    return hasMerge(item) || actions.some((action) => pairOf(item, action) && !isNamed(source.follow(valueOf(item, action))));
  };

/** An operation that has no id is seen as well; what is brought in may be one. */
const isNamed = (operation: Node | undefined): boolean =>
  operation !== undefined && (!hasMerge(operation) || pairOf(operation, 'operationId') !== undefined);

const textIn = (node: Node | undefined, ...keys: readonly string[]): string | undefined => {
  for (const key of keys) {
    const text = stringOf(valueOf(node, key));
    if (text) return text;
  }
  return undefined;
};

const summaryOf = (node: Node | undefined): string | undefined => textIn(node, 'summary', 'title', 'description');

const said = (...words: readonly (string | undefined)[]): string => words.filter((each) => each).join(' · ');

/** What takes values that a document describes is left to the document. */
const untold = { parameters: [], isOpen: true, security: [] } satisfies Partial<ApiOperation>;

function operationsOf(source: Source, messages: Messages, { key, value }: Pair): ApiOperation[] {
  const item = source.follow(value);
  return actions.flatMap((action) => {
    const node = source.follow(valueOf(item, action));
    const id = valueOf(node, 'operationId');
    if (id?.kind !== 'scalar' || id.text === '') return [];
    return [
      {
        ...untold,
        ...messages.oneOf(sentBy(source, node)),
        name: id.text,
        detail: said(action, key.text),
        summary: summaryOf(node),
        place: source.mark(id),
      },
    ];
  });
}

function operation(source: Source, messages: Messages, { key, value }: Pair): ApiOperation {
  const node = source.follow(value);
  const there = valueOf(node, 'channel');
  const address = textIn(source.follow(there), 'address') ?? source.referred(there);
  return {
    ...untold,
    ...messages.oneOf(sentOn(source, node)),
    name: key.text,
    detail: said(textIn(node, 'action'), address) || 'operation',
    summary: summaryOf(node),
    place: source.mark(key),
  };
}

function channel(source: Source, messages: Messages, { key, value }: Pair): ApiName {
  const node = source.follow(value);
  const detail = said(...actions.filter((action) => pairOf(node, action)), textIn(node, 'address')) || 'channel';
  return {
    ...messages.oneOf(sentBy(source, valueOf(node, 'publish'))),
    name: key.text,
    detail,
    summary: summaryOf(node),
    place: source.mark(key),
  };
}

function server(source: Source, { key, value }: Pair): ApiName {
  const node = source.follow(value);
  const detail = said(textIn(node, 'protocol'), textIn(node, 'url', 'host')) || 'server';
  return { name: key.text, detail, summary: summaryOf(node), place: source.mark(key) };
}
