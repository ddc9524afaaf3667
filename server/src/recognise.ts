/**
 * What is ours in a text: the table of files and top-level keys. Foreign files cost a look for a few words, no parse.
 */
import type { PartKind } from './protocol.ts';
import {
  type DocumentPart,
  elementsOf,
  type Format,
  type MapNode,
  type Node,
  resolve,
  stringOf,
  type Tree,
  valueOf,
} from './syntax/node.ts';

export type OwnKind = Exclude<PartKind, 'none'>;

/** A part of a file that is a workflow or an event: a YAML document, an event of a batch, a line of a JSONL file. */
export interface Part {
  readonly kind: OwnKind;
  /** The line of the DSL a workflow is written in: 1.0 (`document`, `do`) or 0.x (`states`). */
  readonly line?: 'v1' | 'v0';
  readonly document: DocumentPart;
  /** The mapping that is the workflow or the event; whatever else stands there while it is being typed. */
  readonly root: Node;
}

/** What files of our own language ids hold. */
const languages: Readonly<Record<string, OwnKind>> = {
  'workflow-yaml': 'workflow',
  'workflow-json': 'workflow',
  cloudevent: 'event',
  'cloudevent-lines': 'event',
};

/** The kind that a language id promises. */
export const kindOfLanguage = (languageId: string): OwnKind | undefined =>
  Object.hasOwn(languages, languageId) ? languages[languageId] : undefined;

/** Texts nobody edits as a file: old versions, output, settings of the editor itself. */
const foreignSchemes = new Set(
  'git gitlens gitfs git-graph svn hg pr review output debug search-editor vscode vscode-scm vscode-settings vscode-userdata vscode-notebook-cell-output walkthrough comment chat-editing-text-model conflictresolution'.split(
    ' ',
  ),
);

export const isForeignScheme = (uri: string): boolean => foreignSchemes.has(/^[\w+.-]*(?=:)/.exec(uri)?.[0].toLowerCase() ?? '');

const isSpace = (c: number): boolean => c === 32 || c === 9 || c === 10 || c === 13;
const isQuote = (c: number): boolean => c === 34 || c === 39;

/** The word is written as a key that may be a top-level one: at the start of a line, or in braces. */
function hasKey(text: string, word: string): boolean {
  for (let pos = text.indexOf(word); pos >= 0; pos = text.indexOf(word, pos + 1)) {
    let after = pos + word.length;
    if (isQuote(text.charCodeAt(after))) after++;
    while (text.charCodeAt(after) === 32 || text.charCodeAt(after) === 9) after++;
    if (text.charCodeAt(after) !== 58) continue;
    let before = pos - 1;
    if (isQuote(text.charCodeAt(before))) before--;
    const c = text.charCodeAt(before);
    if (c !== c || c === 10 || c === 13 || c === 0xfeff) return true;
    while (isSpace(text.charCodeAt(before))) before--;
    const opener = text.charCodeAt(before);
    if (opener === 123 || opener === 44) return true;
  }
  return false;
}

const marks: Readonly<Record<Format, readonly (readonly string[])[]>> = {
  yaml: [['document', 'do'], ['states']],
  json: [['document', 'do'], ['states'], ['specversion']],
};

/** Whether a closer look is worth it. Generous, and quick on what is foreign. */
export const mayBeOurs = (text: string, format: Format): boolean =>
  marks[format].some((words) => words.every((word) => hasKey(text, word)));

/** A workflow by its top-level keys, and in which line of the DSL. */
function workflowLine(root: MapNode): Part['line'] | undefined {
  if (valueOf(valueOf(root, 'document'), 'dsl') && root.pairs.some(({ key }) => key.text === 'do')) return 'v1';
  const states = elementsOf(valueOf(root, 'states'));
  const named = stringOf(valueOf(root, 'specVersion')) !== undefined || stringOf(valueOf(root, 'id')) !== undefined;
  return named && states.length > 0 && states.every((state) => stringOf(valueOf(state, 'type')) !== undefined) ? 'v0' : undefined;
}

/** For files whose name says workflow, half-typed ones included. */
const lineOf = (root: Node | undefined): Part['line'] => {
  const keys = root?.kind === 'map' ? root.pairs.map(({ key }) => key.text) : [];
  return !keys.includes('document') && keys.some((key) => key === 'specVersion' || key === 'states') ? 'v0' : 'v1';
};

const isEvent = (root: Node): boolean =>
  root.kind === 'map' &&
  root.pairs.some(({ key }) => key.text === 'specversion') &&
  root.pairs.some(({ key }) => key.text === 'type' || key.text === 'source' || key.text === 'id');

const isSonataFlow = (root: Node | undefined): boolean =>
  stringOf(valueOf(root, 'kind')) === 'SonataFlow' && (stringOf(valueOf(root, 'apiVersion')) ?? '').startsWith('sonataflow.org');

const mappings = (root: Node): readonly Node[] => elementsOf(root).filter((element) => element.kind === 'map');

/** Events without being told: one by its keys, or those of an array. */
function eventsByKeys(root: Node): readonly Node[] {
  if (root.kind === 'map') return isEvent(root) ? [root] : [];
  return mappings(root).filter(isEvent);
}

/** A document's kind by what stands in it. */
export function kindByKeys(document: DocumentPart, format: Format): OwnKind | undefined {
  const root = resolve(document.fragment.root);
  if (root?.kind === 'map' && workflowLine(root)) return 'workflow';
  return root && format === 'json' && eventsByKeys(root).length > 0 ? 'event' : undefined;
}

/** The parts of a document; `told` when its file, its user or its past says what it is. */
export function partsOf(document: DocumentPart, kind: OwnKind, told: boolean): readonly Part[] {
  const root = resolve(document.fragment.root);
  if (kind === 'workflow') {
    if (told && isSonataFlow(root)) return [];
    return [{ kind, line: lineOf(root), document, root: root ?? nothing(document) }];
  }
  if (!root) return [];
  // A batch in which no event stands yet is one all the same.
  const batch = told && root.kind === 'seq' ? mappings(root) : [];
  const events = batch.length > 0 ? batch : told ? [root] : eventsByKeys(root);
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

/** What each document was taken for, to be kept while it is edited. */
export type Kinds = readonly { readonly document: DocumentPart; readonly kind: OwnKind | undefined }[];

/** The kind that a document had before: the same one, or the one in its place counted from either end. */
export function kindBefore(tree: Tree, index: number, before: Kinds): OwnKind | undefined {
  const { fragment } = tree.documents[index]!;
  const same = before.find(({ document }) => document.fragment === fragment);
  if (same) return same.kind;
  const moved = before.length - tree.documents.length;
  if (moved === 0) return before[index]?.kind;
  const first = tree.documents.findIndex((document, at) => document.fragment !== before[at]?.document.fragment);
  return index === first ? before[index]?.kind : before[index + moved]?.kind;
}
