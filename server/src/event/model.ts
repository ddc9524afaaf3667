/**
 * What one CloudEvent means to the rules, however it is written: as JSON, in the `emit` of a workflow or a filter of one, and whatever else a reader is
 * written for. Rules see only this: they point at names and values, and leave to the writer how a fix is written.
 */
import type { Edit, HttpMessage, NodeRange, Pair, Tree } from '../syntax/node.ts';
import type { Plain } from '../syntax/value.ts';
import { dataMembers } from './attributes.ts';
import { type Meant, readNames } from './names.ts';
import { versionKind } from './versions.ts';

/** A name with its value, as written. */
export interface Member {
  readonly name: string;
  readonly nameAt: NodeRange;
  /** The value; the name while there is none. */
  readonly valueAt: NodeRange;
  readonly kind: 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object' | 'nothing';
  /** Of a text, a number, a boolean or null; undefined for the rest. */
  readonly value: string | number | boolean | null | undefined;
  /** A text decoded, a number or a boolean as written (`1e3`); '' for the rest. */
  readonly text: string;
  /** Known only at run time: a runtime expression or a template stands for the value. */
  readonly isExpression: boolean;
}

/** No attribute holds one. */
export const isComposite = ({ kind }: Member): boolean => kind === 'object' || kind === 'list';

/** How fixes change an event: the smallest edits in the style of its text, in absolute offsets. */
export interface EventWriter {
  rename(tree: Tree, member: Member, name: string): readonly Edit[];
  setValue(tree: Tree, member: Member, value: Plain): readonly Edit[];
  /** JSON, as it is written in a text, in the place of a value; on one line, as in JSONL it must be. */
  setJson(tree: Tree, member: Member, json: string): readonly Edit[];
  remove(tree: Tree, member: Member): readonly Edit[];
  /** Adds attributes before all others. */
  add(tree: Tree, attributes: readonly (readonly [name: string, value: Plain])[]): readonly Edit[];
  /** Makes all of it the data of an event that has these attributes; absent where no text could hold that. */
  wrap?(tree: Tree, attributes: readonly (readonly [name: string, value: Plain])[]): readonly Edit[];
}

/** What a reader of a way to write events hands over. */
export interface EventSource {
  /** How it is written; says which rules make sense. */
  readonly format: 'json' | 'http' | 'emit' | 'filter';
  /** Where to point for what the event lacks. */
  readonly at: NodeRange;
  /** In text order, the same name several times where it is written so. */
  readonly members: readonly Member[];
  /** Attributes that must be written; whatever runs a workflow fills in the others. */
  readonly required: readonly string[];
  /** Attributes of which the schema of the document around says already whether they are there and of which kind their value is. */
  readonly typedBySchema: ReadonlySet<string>;
  readonly writer: EventWriter;
  /** All of the event as a plain value, to compare it with others. */
  readonly content: () => Plain;
  /** Where a member stands in the tree; undefined for what is written otherwise. */
  readonly pairOf: (member: Member) => Pair | undefined;
  /** The HTTP message that carries it in its headers. */
  readonly message?: HttpMessage;
}

export interface CloudEvent extends EventSource {
  /** The context attributes by name: the first of each, without the data and without those that are null, which means unset (json §2.2). */
  readonly attributes: ReadonlyMap<string, Member>;
  /** `data` and `data_base64` as written, null included. */
  readonly data?: Member;
  readonly dataBase64?: Member;
  /** Every member but the first of its name, with that first one. */
  readonly duplicates: readonly { readonly member: Member; readonly first: Member }[];
  /** Names that stand for an attribute under another name: misspelt, of a draft, of a header. */
  readonly meant: ReadonlyMap<Member, Meant>;
  /** As written, when it is text. */
  readonly specversion?: string;
  /** `datacontenttype` as written, when it is text. */
  readonly contentType?: string;
  /** What says which version it follows, in the words of a draft too. */
  readonly versionAt?: Member;
  /** Follows another version of CloudEvents (0.3 and older, or one we do not know): the rules of 1.0 do not apply. */
  readonly foreign: boolean;
}

/** The model of an event that a reader has read. */
export function cloudEvent(source: EventSource): CloudEvent {
  const { members, required } = source;
  const firsts = new Map<string, Member>();
  const duplicates: { member: Member; first: Member }[] = [];
  for (const member of members) {
    const first = firsts.get(member.name);
    if (first) duplicates.push({ member, first });
    else firsts.set(member.name, member);
  }
  const attributes = new Map<string, Member>();
  for (const member of members) if (isAttribute(member) && !attributes.has(member.name)) attributes.set(member.name, member);
  const specversion = textOf(attributes.get('specversion'));
  const draft = specversion === undefined ? members.find(({ name }) => name.toLowerCase() === 'cloudeventsversion') : undefined;
  const names = readNames([...attributes.keys(), ...dataMembers.filter((name) => firsts.has(name))], required);
  return {
    ...source,
    attributes,
    data: firsts.get('data'),
    dataBase64: firsts.get('data_base64'),
    duplicates,
    meant: new Map([...names].map(([name, meant]) => [attributes.get(name)!, meant])),
    specversion,
    contentType: textOf(attributes.get('datacontenttype')),
    versionAt: draft ?? attributes.get('specversion'),
    foreign: draft !== undefined || (specversion !== undefined && isForeign(specversion)),
  };
}

const isForeign = (version: string): boolean => ['draft', 'unknown'].includes(versionKind(version));

const isAttribute = ({ name, kind }: Member): boolean => kind !== 'null' && !dataMembers.includes(name);

/** The text of a member whose value is written out as one; undefined for an expression, and for what is no text. */
export const textOf = (member: Member | undefined): string | undefined =>
  member?.kind === 'text' && !member.isExpression ? member.text : undefined;
