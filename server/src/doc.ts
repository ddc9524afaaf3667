/** An immutable text with what is derived from it, computed when first asked for. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { PartKind } from './protocol.ts';
import { eventLanguageFor, formatOf, languageById } from './languages.ts';
import { kindBefore, kindByKeys, kindOfLanguage, type Part, partsOf, type RecognisedKinds, workflowDocuments } from './recognise.ts';
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
  /** No editor has it open: of what is ours in it, nobody else reports syntax problems. */
  readonly isAlone: boolean;
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
  /** No editor has it open. */
  readonly isAlone?: boolean;
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

/** A new document, of which nothing is parsed yet. It inherits from `previous` what did not change, and what it was recognised as. */
export const createDoc = (input: DocInput, previous?: Doc, known?: KnownText): Doc => new TextDoc(input, previous, known);

/** A class: the getters of an object literal outlive the text, and with them all that was computed from it, until memory is short. */
class TextDoc implements Doc {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  readonly treatAs: PartKind | undefined;
  readonly format: Format;
  readonly ownsLanguage: boolean;
  readonly isAlone: boolean;
  readonly #computed: Derived;
  /** From the document before. Never that document itself: it would keep all. */
  readonly #inherited: Inherited;
  #parts: readonly Part[] | undefined;

  constructor({ uri, languageId: given, version, text, treatAs, isAlone = false }: DocInput, previous?: Doc, known?: KnownText) {
    const holds = treatAs ?? kindOfLanguage(given);
    const languageId = holds === 'event' ? eventLanguageFor(given, uri) : given;
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.text = text;
    this.treatAs = treatAs;
    this.format = formatOf(languageId);
    this.isAlone = isAlone;
    this.ownsLanguage = kindOfLanguage(languageId) !== undefined;
    this.#computed = { lines: known?.lines };
    this.#inherited = previous instanceof TextDoc && previous.languageId === languageId ? previous.#leave(known?.change) : {};
  }

  get tree(): Tree {
    return (this.#computed.tree ??= this.#readTree());
  }

  get parts(): readonly Part[] {
    return (this.#parts ??= findParts(this, this.treatAs, this.#inherited.kinds, this.#computed));
  }

  positionAt(offset: number): Position {
    return positionAt(this.#lines, offset);
  }

  offsetAt(position: Position): number {
    return offsetAt(this.#lines, position);
  }

  range(at: TextRange | NodeRange): Range {
    const { start, end } = 'fragment' in at ? textRange(this.tree, at) : at;
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  get #lines(): Lines {
    return (this.#computed.lines ??= this.#readLines());
  }

  #readTree(): Tree {
    const { tree, change } = this.#inherited;
    this.#inherited.tree = undefined;
    return parse(this.text, this.format, tree, { split: languageById(this.languageId)?.split, change });
  }

  #readLines(): Lines {
    const { lines } = this.#inherited;
    this.#inherited.lines = undefined;
    return lines?.text === this.text ? lines : findLines(this.text, lines, lines && findChange(lines.text, this.text));
  }

  /** What the next document inherits: what was computed for this one, else what it had inherited itself. `change` is where the next differs. */
  #leave(change: Change | undefined): Inherited {
    const { tree, lines, kinds } = this.#computed;
    const inherited = this.#inherited;
    return {
      tree: tree ?? inherited.tree,
      lines: lines ?? inherited.lines,
      kinds: kinds ?? inherited.kinds,
      change: tree ? change : mergeChanges(inherited.change, change),
    };
  }
}

function findParts(doc: Doc, treatAs: PartKind | undefined, before: RecognisedKinds | undefined, computed: Derived): readonly Part[] {
  // What somebody said holds only as long as it is said.
  computed.kinds = [];
  if (treatAs === 'none' || isForeignScheme(doc.uri)) return [];
  const explicit = treatAs ?? kindOfLanguage(doc.languageId);
  const previous = before?.some(({ kind }) => kind) ? before : undefined;
  if (!explicit && !previous && !mayBeOurs(doc.text, doc.format, languageById(doc.languageId)?.split)) return [];
  const { tree } = doc;
  if (explicit && !tree.documents[0]?.message) {
    const documents = explicit === 'workflow' ? workflowDocuments(tree.documents, doc.format) : tree.documents;
    return documents.flatMap((document) => partsOf(document, explicit, true));
  }
  const found = tree.documents.map((document, index) => {
    const seen = kindByKeys(document, doc.format);
    const kind = seen ?? (previous && kindBefore(tree, index, previous));
    return { document, kind, certain: seen === undefined };
  });
  computed.kinds = found;
  return found.flatMap(({ document, kind, certain }) => (kind ? partsOf(document, kind, certain) : []));
}
