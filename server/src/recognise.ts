/** What is ours in a tree: by what its file is, or by its top-level keys. */
import { languageById } from './languages.ts';
import type { PartKind } from './protocol.ts';
import { contentMode } from './event/http.ts';
import { isWorkflow } from './workflow/read.ts';
import { type DocumentPart, elementsOf, type Format, type Node, resolve, stringOf, type Tree, valueOf } from './syntax/node.ts';

export type OwnKind = Exclude<PartKind, 'none'>;

/** A part of a file that is a workflow or an event: a YAML document, an event of a batch, a line of a JSONL file. */
export interface Part {
  readonly kind: OwnKind;
  readonly document: DocumentPart;
  /** The mapping that is the workflow or the event; whatever else stands there while it is being typed. */
  readonly root: Node;
}

/** The kind that a language id promises; undefined for languages that are not ours. */
export const kindOfLanguage = (languageId: string): OwnKind | undefined => languageById(languageId)?.holds;

const isEvent = (root: Node): boolean =>
  root.kind === 'map' &&
  root.pairs.some(({ key }) => key.text === 'specversion') &&
  root.pairs.some(({ key }) => key.text === 'type' || key.text === 'source' || key.text === 'id');

const isSonataFlow = (root: Node | undefined): boolean =>
  stringOf(valueOf(root, 'kind')) === 'SonataFlow' && (stringOf(valueOf(root, 'apiVersion')) ?? '').startsWith('sonataflow.org');

/** A resource of Kubernetes: by both keys that each of them has, and none else has together. */
const isResource = ({ fragment: { root } }: DocumentPart): boolean =>
  stringOf(valueOf(root, 'apiVersion')) !== undefined && stringOf(valueOf(root, 'kind')) !== undefined;

/** The documents of a file of workflows, without resources that stand beside a workflow. A single resource may be one that went wrong. */
export function workflowDocuments(documents: readonly DocumentPart[], format: Format): readonly DocumentPart[] {
  if (documents.length < 2) return documents;
  const isSeen = documents.map((document) => kindByKeys(document, format) === 'workflow');
  return isSeen.includes(true) ? documents.filter((document, index) => isSeen[index] || !isResource(document)) : documents;
}

const mappings = (root: Node): readonly Node[] => elementsOf(root).filter((element) => element.kind === 'map');

/** Events that nobody has named so: one by its keys, or those of an array. */
function eventsByKeys(root: Node): readonly Node[] {
  if (root.kind === 'map') return isEvent(root) ? [root] : [];
  return mappings(root).filter(isEvent);
}

/** A document's kind by what stands in it; undefined when it is not ours, or not yet. */
export function kindByKeys(document: DocumentPart, format: Format): OwnKind | undefined {
  if (document.message) return contentMode(document.message) ? 'event' : undefined;
  const root = resolve(document.fragment.root);
  if (root?.kind === 'map' && isWorkflow(root)) return 'workflow';
  return root && format === 'json' && eventsByKeys(root).length > 0 ? 'event' : undefined;
}

/** The parts of a document; `explicit` when its file, its user or its past says what it is, and not only its keys. */
export function partsOf(document: DocumentPart, kind: OwnKind, explicit: boolean): readonly Part[] {
  const root = resolve(document.fragment.root);
  const mode = document.message && contentMode(document.message);
  // Its body is data.
  if (mode === 'binary') return [{ kind: 'event', document, root: nothing(document) }];
  if (kind === 'workflow') {
    if (explicit && isSonataFlow(root)) return [];
    return [{ kind, document, root: root ?? nothing(document) }];
  }
  if (!root) return [];
  // A batch in which no event stands yet is one all the same.
  const isSaid = explicit || mode !== undefined;
  const batch = isSaid && root.kind === 'seq' ? mappings(root) : [];
  const events = batch.length > 0 ? batch : isSaid ? [root] : eventsByKeys(root);
  return events.map((event) => ({ kind, document, root: event }));
}

/** What stands in an empty document. */
const nothing = ({ fragment }: DocumentPart): Node => ({
  kind: 'scalar',
  fragment,
  start: 0,
  end: 0,
  value: null,
  text: '',
  style: 'plain',
});

/** What each document was recognised as, to be kept while it is edited. */
export type RecognisedKinds = readonly { readonly document: DocumentPart; readonly kind: OwnKind | undefined }[];

/** The kind that a document had before: the same one, or the one in its place counted from either end. */
export function kindBefore(tree: Tree, index: number, before: RecognisedKinds): OwnKind | undefined {
  const { fragment } = tree.documents[index]!;
  const same = before.find(({ document }) => document.fragment === fragment);
  if (same) return same.kind;
  const moved = before.length - tree.documents.length;
  if (moved === 0) return before[index]?.kind;
  const first = tree.documents.findIndex((document, at) => document.fragment !== before[at]?.document.fragment);
  return index === first ? before[index]?.kind : before[index + moved]?.kind;
}
