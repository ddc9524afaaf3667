/** An event in an HTTP message (bindings/http-protocol-binding.md): where it stands there, and in binary mode what its headers mean. */
import { decodeHeaderValue, encodeHeaderValue } from '../formats/percent.ts';
import { essence } from '../formats/media-type.ts';
import { shellQuoted } from '../formats/shell.ts';
import { headerNamed } from '../syntax/http/stream.ts';
import type { DocumentPart, Edit, Header, HttpBody, HttpMessage, Node, NodeRange, Pair, ScalarNode, Tree } from '../syntax/node.ts';
import { notes } from '../syntax/notes.ts';
import { textRange } from '../syntax/range.ts';
import { lineBreakOf } from '../syntax/text.ts';
import { type Plain, toValue } from '../syntax/value.ts';
import { coreAttributes, requiredAttributes } from './attributes.ts';
import { type CloudEvent, cloudEvent, type EventWriter, type Member } from './model.ts';

/** http §3: attributes in headers, an event as the body, a list of events as the body. */
export type ContentMode = 'binary' | 'structured' | 'batched';

/** The way in which a message carries events; undefined for one that carries none. The content type decides, and headers where it says nothing. */
export function contentMode(message: HttpMessage): ContentMode | undefined {
  const type = essence(headerNamed(message, 'content-type')?.value ?? '');
  if (/^application\/cloudevents-batch(?:\+|$)/.test(type)) return 'batched';
  if (/^application\/cloudevents(?:\+|$)/.test(type)) return 'structured';
  const names = message.headers.flatMap(({ name }) => attributeIn(name) ?? []);
  return names.some((name) => Object.hasOwn(coreAttributes, name)) ? 'binary' : undefined;
}

/** The attribute that a header carries in this binding (http §3.1); undefined for any other. */
export function attributeOfHeader(header: string): string | undefined {
  const lower = header.toLowerCase();
  if (lower === 'content-type') return 'datacontenttype';
  return lower.startsWith('ce-') && !reservedHeaders.has(lower) ? lower.slice(3) : undefined;
}

/** The attribute that the name of a header stands for, in this binding (`ce-`) or in another one. */
const attributeIn = (header: string): string | undefined => /^(?:ce[-_]|cloudevents[:_])(.+)$/i.exec(header)?.[1]?.toLowerCase();

/** Names that no header has in this binding: rules of their own tell of those. */
const reservedHeaders: ReadonlySet<string> = new Set(['ce-datacontenttype', 'ce-data', 'ce-data_base64']);

/** Is it one of those? */
export const isReservedHeader = (name: string): boolean => reservedHeaders.has(name.toLowerCase());

const events = notes<HttpMessage, CloudEvent>();
const nobody: ReadonlySet<string> = new Set();

/** The event that a message in binary mode carries. Read once a message. */
export function httpEvent({ message, fragment }: DocumentPart & { readonly message: HttpMessage }): CloudEvent {
  const known = events.get(message);
  if (known) return known;
  const headerOf = new Map<Member, Header>();
  const named = new Set(message.headers.map(({ name }) => attributeOfHeader(name)));
  for (const header of message.headers) {
    const member = memberOf(header);
    // What is said in the words of another binding, too, is said for others.
    const isSaidTwice = member && attributeOfHeader(header.name) === undefined && named.has(attributeIn(header.name));
    if (member && !isSaidTwice) headerOf.set(member, header);
  }
  const { body } = message;
  const root = fragment.root;
  const data: Member | undefined = body && {
    name: body.isBase64 ? 'data_base64' : 'data',
    nameAt: body,
    valueAt: body,
    kind: root?.kind === 'map' ? 'object' : root?.kind === 'seq' ? 'list' : 'text',
    value: body.text,
    text: body.text,
    isExpression: !body.isVerbatim,
  };
  const event = cloudEvent({
    format: 'http',
    at: message.head,
    members: data ? [...headerOf.keys(), data] : [...headerOf.keys()],
    required: requiredAttributes,
    typedBySchema: nobody,
    writer: writerOf(message, headerOf),
    pairOf: (member) => (member === data ? bodyPair(body!, root) : headerOf.has(member) ? headerPair(headerOf.get(member)!) : undefined),
    content: () => contentOf([...headerOf.keys()], data && { [data.name]: root ? toValue(root) : data.text }),
    message,
  });
  events.set(message, event);
  return event;
}

/** As a member of an event: `Content-Type` is the type of the data (http §3.1.1). Undefined for headers that say nothing of the event. */
function memberOf({ name, nameAt, value, valueAt, isTemplate }: Header): Member | undefined {
  const attribute = attributeOfHeader(name) ?? (isReservedHeader(name) || attributeIn(name) === undefined ? undefined : name);
  if (attribute === undefined) return undefined;
  const text = attribute === 'datacontenttype' ? value : decodeHeaderValue(value).text;
  return {
    name: attribute,
    nameAt,
    valueAt,
    kind: 'text',
    value: text,
    text,
    isExpression: isTemplate,
  };
}

const scalar = ({ fragment, start, end }: NodeRange, text: string): ScalarNode => ({
  kind: 'scalar',
  fragment,
  start,
  end,
  value: text,
  text,
  style: 'plain',
});

const headerPair = ({ name, nameAt, value, valueAt }: Header): Pair => ({
  fragment: nameAt.fragment,
  start: nameAt.start,
  end: valueAt.end,
  key: scalar(nameAt, name),
  value: scalar(valueAt, value),
});

/** What is said of all of it stands at its first character. */
const bodyPair = (body: HttpBody, value: Node | undefined): Pair => ({
  fragment: body.fragment,
  start: body.start,
  end: body.end,
  key: scalar({ ...body, end: body.start + 1 }, 'body'),
  value,
});

const contentOf = (members: readonly Member[], data: Readonly<Record<string, Plain>> | undefined): Plain => ({
  ...Object.fromEntries(members.map(({ name, text }) => [name, text])),
  ...data,
});

/** The header that carries an attribute (http §3.1). */
export const headerName = (attribute: string): string => (attribute === 'datacontenttype' ? 'Content-Type' : `ce-${attribute}`);
const headerValue = (attribute: string, text: string): string => (attribute === 'datacontenttype' ? text : encodeHeaderValue(text));

/** An attribute as the header that carries it. */
export const headerLine = (attribute: string, text: string): string => `${headerName(attribute)}: ${headerValue(attribute, text)}`;

const put = (tree: Tree, at: NodeRange, newText: string): Edit => ({ ...textRange(tree, at), newText });

/** A name or a value that a shell makes of other text is not written anew. */
const isWritten = (tree: Tree, { value, valueAt }: Header): boolean => {
  const { start, end } = textRange(tree, valueAt);
  return tree.text.slice(start, end) === value;
};

/** Another name for a header. */
export const renameHeader = (tree: Tree, header: Header, name: string): Edit[] =>
  isWritten(tree, header) ? [put(tree, header.nameAt, name)] : [];

/** Another value for a header, as it goes over the wire. */
export const setHeader = (tree: Tree, header: Header, value: string): Edit[] =>
  isWritten(tree, header) ? [put(tree, header.valueAt, value)] : [];

/** A message without a header. */
export const removeHeader = (tree: Tree, { whole }: Header): Edit[] => [put(tree, whole, '')];

function writerOf(message: HttpMessage, headerOf: ReadonlyMap<Member, Header>): EventWriter {
  return {
    rename: (tree, member, name) => {
      const header = headerOf.get(member);
      return header ? renameHeader(tree, header, headerName(name)) : [];
    },
    setValue: (tree, member, value) => {
      const header = headerOf.get(member);
      return header ? setHeader(tree, header, headerValue(member.name, String(value))) : [];
    },
    setJson: (tree, member, json) => (headerOf.has(member) ? [] : [put(tree, member.valueAt, json)]),
    remove: (tree, member) => {
      const header = headerOf.get(member);
      return header ? removeHeader(tree, header) : [];
    },
    add: (tree, attributes) => [put(tree, message.addAt, headerLines(tree, message, attributes))],
  };
}

/** Headers in the way the message is written: lines, or options in front of the first one, a line each where that one has its own. */
function headerLines(
  tree: Tree,
  { style, head, addAt }: HttpMessage,
  attributes: readonly (readonly [name: string, value: Plain])[],
): string {
  const texts = attributes.map(([name, value]) => headerLine(name, String(value)));
  const { start } = textRange(tree, addAt);
  if (style === 'curl') {
    const gap = /[ \t]*\\\r?\n[ \t]*$/.exec(tree.text.slice(textRange(tree, head).start, start))?.[0] ?? ' ';
    return texts.map((each) => `-H ${shellQuoted(each)}${gap}`).join('');
  }
  const eol = lineBreakOf(tree.text);
  const lead = start > 0 && !/[\r\n]/.test(tree.text[start - 1]!) ? eol : '';
  return `${lead}${texts.map((each) => `${each}${eol}`).join('')}`;
}
