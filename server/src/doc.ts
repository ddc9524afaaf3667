/** An immutable text with what is derived from it, computed when first asked for. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { PartKind } from './protocol.ts';
import { isForeignScheme, kindBefore, kindByKeys, kindOfLanguage, type Kinds, mayBeOurs, type Part, partsOf } from './recognise.ts';
import { findLines, type Lines, offsetAt, positionAt } from './syntax/lines.ts';
import type { Format, NodeRange, TextRange, Tree } from './syntax/node.ts';
import { textRange } from './syntax/node.ts';
import { parse } from './syntax/parse.ts';
import { findChange } from './syntax/reuse.ts';

export type { Part } from './recognise.ts';

export interface Doc {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  readonly format: Format;
  readonly tree: Tree;
  /** What is ours in this text; empty when nothing is. */
  readonly parts: readonly Part[];
  /** Syntax problems are ours to report: our own language id, not plain yaml or json. */
  readonly ownsLanguage: boolean;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  range(at: TextRange | NodeRange): Range;
}

export interface DocInput {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Overrides recognition. */
  readonly treatAs?: PartKind;
}

/** What was computed for a document, or lent to it by the one before. Never the document before itself: that would keep all. */
interface State {
  tree?: Tree | undefined;
  lines?: Lines | undefined;
  kinds?: Kinds | undefined;
}

const states = new WeakMap<Doc, { readonly languageId: string; own: State; lent: State }>();

const formatOf = (languageId: string): Format => (/json/.test(languageId) || languageId.startsWith('cloudevent') ? 'json' : 'yaml');

/** A new document; `previous` lends what did not change, and what it was recognised as stays. */
export function createDoc(input: DocInput, previous?: Doc): Doc {
  const { languageId, text } = input;
  const own: State = {};
  const lent = lend(languageId, previous);
  const format = formatOf(languageId);
  const readTree = (): Tree => {
    const tree = parse(text, format, lent.tree, { lines: languageId === 'cloudevent-lines' });
    lent.tree = undefined;
    return tree;
  };
  const readLines = (): Lines => {
    const { lines } = lent;
    lent.lines = undefined;
    return lines?.text === text ? lines : findLines(text, lines, lines && findChange(lines.text, text));
  };
  const lines = (): Lines => (own.lines ??= readLines());
  let parts: readonly Part[] | undefined;
  const doc: Doc = {
    ...input,
    format,
    ownsLanguage: kindOfLanguage(languageId) !== undefined,
    get tree() {
      return (own.tree ??= readTree());
    },
    get parts() {
      return (parts ??= findParts(doc, input.treatAs, lent.kinds, own));
    },
    positionAt: (offset) => positionAt(lines(), offset),
    offsetAt: (position) => offsetAt(lines(), position),
    range(at) {
      const { start, end } = 'fragment' in at ? textRange(doc.tree, at) : at;
      return { start: positionAt(lines(), start), end: positionAt(lines(), end) };
    },
  };
  states.set(doc, { languageId, own, lent });
  return doc;
}

/** What the previous document computed, else what had been lent to it. */
function lend(languageId: string, previous: Doc | undefined): State {
  const state = previous && states.get(previous);
  if (!state || state.languageId !== languageId) return {};
  const { own, lent } = state;
  return { tree: own.tree ?? lent.tree, lines: own.lines ?? lent.lines, kinds: own.kinds ?? lent.kinds };
}

function findParts(doc: Doc, treatAs: PartKind | undefined, before: Kinds | undefined, own: State): readonly Part[] {
  own.kinds = [];
  if (treatAs === 'none' || isForeignScheme(doc.uri)) return [];
  const told = treatAs ?? kindOfLanguage(doc.languageId);
  const known = before?.some(({ kind }) => kind) ? before : undefined;
  if (!told && !known && !mayBeOurs(doc.text, doc.format)) return [];
  const { tree } = doc;
  const found = tree.documents.map((document, index) => {
    const seen = told ?? kindByKeys(document, doc.format);
    const kind = seen ?? (known && kindBefore(tree, index, known));
    return { document, kind, told: told !== undefined || seen === undefined };
  });
  // What somebody said holds only as long as it is said.
  own.kinds = told ? [] : found;
  return found.flatMap(({ document, kind, told: sure }) => (kind ? partsOf(document, kind, sure) : []));
}
