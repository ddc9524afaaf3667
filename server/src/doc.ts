/** An immutable text with what is derived from it, computed when first asked for. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { PartKind } from './protocol.ts';
import { eventLanguageFor, formatOf, languageById } from './languages.ts';
import { kindBefore, kindByKeys, kindOfLanguage, type Part, partsOf, type RecognisedKinds } from './recognise.ts';
import { isForeignScheme } from './schemes.ts';
import { mayBeOurs } from './sniff.ts';
import { findLines, type Lines, offsetAt, positionAt } from './syntax/lines.ts';
import type { Format, NodeRange, TextRange, Tree } from './syntax/node.ts';
import { textRange } from './syntax/range.ts';
import { parse } from './syntax/parse.ts';
import { type Change, findChange, mergeChanges } from './syntax/reuse.ts';

export type { Part } from './recognise.ts';

export interface Doc {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** What somebody said it is, whatever it looks like. */
  readonly treatAs?: PartKind;
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

/** What somebody who keeps a text knows of it. */
export interface KnownText {
  readonly lines: Lines;
  /** Where it differs from the text of the document before; undefined when that is not known. */
  readonly change?: Change;
}

/** What is computed from a text, once somebody asks. */
interface Derived {
  tree?: Tree;
  lines?: Lines;
  kinds?: RecognisedKinds;
}

/** The tree and the lines are of an earlier text: `change` is where it differs from the present one, when that is known. */
interface Inherited extends Derived {
  change?: Change;
}

/** What was computed for a document, and what it inherits from the one before. Never the document before itself: that would keep all. */
const states = new WeakMap<Doc, { readonly languageId: string; readonly computed: Derived; readonly inherited: Inherited }>();

/** A new document, of which nothing is parsed yet. It inherits from `previous` what did not change, and what it was recognised as. */
export function createDoc(input: DocInput, previous?: Doc, known?: KnownText): Doc {
  const { text } = input;
  const holds = input.treatAs ?? kindOfLanguage(input.languageId);
  const languageId = holds === 'event' ? eventLanguageFor(input.languageId, input.uri) : input.languageId;
  const computed: Derived = { lines: known?.lines };
  const inherited = inherit(languageId, previous, known?.change);
  const format = formatOf(languageId);
  const readTree = (): Tree => {
    const tree = parse(text, format, inherited.tree, {
      lines: languageById(languageId)?.lines,
      change: inherited.change,
    });
    inherited.tree = undefined;
    return tree;
  };
  const readLines = (): Lines => {
    const { lines } = inherited;
    inherited.lines = undefined;
    return lines?.text === text ? lines : findLines(text, lines, lines && findChange(lines.text, text));
  };
  const lines = (): Lines => (computed.lines ??= readLines());
  let parts: readonly Part[] | undefined;
  const doc: Doc = {
    ...input,
    languageId,
    format,
    ownsLanguage: kindOfLanguage(languageId) !== undefined,
    get tree() {
      return (computed.tree ??= readTree());
    },
    get parts() {
      return (parts ??= findParts(doc, input.treatAs, inherited.kinds, computed));
    },
    positionAt: (offset) => positionAt(lines(), offset),
    offsetAt: (position) => offsetAt(lines(), position),
    range(at) {
      const { start, end } = 'fragment' in at ? textRange(doc.tree, at) : at;
      return { start: positionAt(lines(), start), end: positionAt(lines(), end) };
    },
  };
  states.set(doc, { languageId, computed, inherited });
  return doc;
}

/** What the previous document computed, else what it had inherited itself. Nothing from a document of another language. */
function inherit(languageId: string, previous: Doc | undefined, change: Change | undefined): Inherited {
  const state = previous && states.get(previous);
  if (!state || state.languageId !== languageId) return {};
  const { computed, inherited } = state;
  return {
    tree: computed.tree ?? inherited.tree,
    lines: computed.lines ?? inherited.lines,
    kinds: computed.kinds ?? inherited.kinds,
    change: computed.tree ? change : mergeChanges(inherited.change, change),
  };
}

function findParts(doc: Doc, treatAs: PartKind | undefined, before: RecognisedKinds | undefined, computed: Derived): readonly Part[] {
  computed.kinds = [];
  if (treatAs === 'none' || isForeignScheme(doc.uri)) return [];
  const explicit = treatAs ?? kindOfLanguage(doc.languageId);
  const previous = before?.some(({ kind }) => kind) ? before : undefined;
  if (!explicit && !previous && !mayBeOurs(doc.text, doc.format)) return [];
  const { tree } = doc;
  const found = tree.documents.map((document, index) => {
    const seen = explicit ?? kindByKeys(document, doc.format);
    const kind = seen ?? (previous && kindBefore(tree, index, previous));
    return { document, kind, certain: explicit !== undefined || seen === undefined };
  });
  // What somebody said holds only as long as it is said.
  computed.kinds = explicit ? [] : found;
  return found.flatMap(({ document, kind, certain }) => (kind ? partsOf(document, kind, certain) : []));
}
