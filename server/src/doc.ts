/** An immutable text with what is derived from it, computed when first asked for. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from 'vscode-languageserver-types';
import type { PartKind } from './protocol.ts';
import type { DocumentPart, Format, Node, Place, Span, Tree } from './syntax/node.ts';
import { span } from './syntax/node.ts';
import { parse } from './syntax/parse.ts';

/** A part of a file that is a workflow or an event: a YAML document, an event of a batch, a line of a JSONL file. */
export interface Part {
  readonly kind: Exclude<PartKind, 'none'>;
  readonly document: DocumentPart;
  /** The mapping that is the workflow or the event. */
  readonly root: Node;
}

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
  range(at: Span | Place): Range;
}

export interface DocInput {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Overrides recognition. */
  readonly treatAs?: PartKind;
}

/** A new document; `previous` lends what did not change. */
export function createDoc(input: DocInput, previous?: Doc): Doc {
  const lines = TextDocument.create(input.uri, input.languageId, input.version, input.text);
  const format: Format = /json/.test(input.languageId) || input.languageId.startsWith('cloudevent') ? 'json' : 'yaml';
  let tree: Tree | undefined;
  // Let go as soon as it has lent: a chain of all texts since the file was opened would be kept otherwise.
  let lender = previous;
  const doc: Doc = {
    ...input,
    format,
    ownsLanguage: /^(workflow-|cloudevent)/.test(input.languageId),
    get tree() {
      if (!tree) {
        tree = parse(input.text, format, lender?.tree);
        lender = undefined;
      }
      return tree;
    },
    get parts() {
      const parts: Part[] = [];
      for (const document of doc.tree.documents) {
        const root = document.item.root;
        if (root?.kind === 'map' && root.pairs.some((pair) => pair.key.text === 'do' || pair.key.text === 'document'))
          parts.push({ kind: 'workflow', document, root });
        else if (root?.kind === 'map' && root.pairs.some((pair) => pair.key.text === 'specversion'))
          parts.push({ kind: 'event', document, root });
      }
      return parts;
    },
    positionAt: (offset) => lines.positionAt(offset),
    offsetAt: (position) => lines.offsetAt(position),
    range(at) {
      const { start, end } = 'item' in at ? span(doc.tree, at) : at;
      return { start: lines.positionAt(start), end: lines.positionAt(end) };
    },
  };
  return doc;
}
