/** A document in YAML or JSON, as its readers see it: references inside of it are followed, places are taken down. */
import type { Range } from 'vscode-languageserver-types';
import { findLines, positionAt } from '../syntax/lines.ts';
import { unescapeStep } from '../formats/json-pointer.ts';
import {
  hasMerge,
  type Node,
  type NodeRange,
  type Pair,
  pairOf,
  resolve,
  stringOf,
  type TextRange,
  type Tree,
  valueOf,
} from '../syntax/node.ts';
import { wordsRange } from '../syntax/range.ts';
import type { ApiPlace } from './document.ts';

export interface Source {
  readonly root: Node;
  /** A node, or what it refers to; undefined for what stands in another file, nowhere, or in itself. */
  follow(node: Node | undefined): Node | undefined;
  /** What a reference leads to in this document, itself perhaps a reference. */
  at(reference: string): Node | undefined;
  /** The name by which a node is referred to: the last step of its `$ref`. */
  referred(node: Node | undefined): string | undefined;
  mark(at: NodeRange): ApiPlace;
}

/** The pairs of a mapping, seen through aliases; none of anything else. */
export const pairsOf = (node: Node | undefined): readonly Pair[] => {
  const map = resolve(node);
  return map?.kind === 'map' ? map.pairs : [];
};

/** Does more of it stand where nobody looks? */
export const isElsewhere = (node: Node | undefined): boolean => hasMerge(node) || pairOf(node, '$ref') !== undefined;

/** What is taken down while a text is read, with LSP's positions. */
export function createPlaces(text: string): { readonly ranges: Range[]; mark(at: TextRange): ApiPlace } {
  const lines = findLines(text);
  const ranges: Range[] = [];
  return {
    ranges,
    mark: ({ start, end }) => ranges.push({ start: positionAt(lines, start), end: positionAt(lines, end) }) - 1,
  };
}

export function createSource(tree: Tree, root: Node, mark: (at: TextRange) => ApiPlace): Source {
  const found = new Map<string, Node | undefined>();
  const target = (reference: string): Node | undefined => {
    if (!found.has(reference)) found.set(reference, pointed(root, reference));
    return found.get(reference);
  };
  return {
    root,
    at: (reference) => (reference.startsWith('#') ? target(reference) : undefined),
    follow(node) {
      const seen = new Set<string>();
      for (let at = resolve(node); ;) {
        const reference = stringOf(valueOf(at, '$ref'));
        if (reference === undefined) return at;
        if (!reference.startsWith('#') || seen.has(reference)) return undefined;
        seen.add(reference);
        at = target(reference);
      }
    },
    referred: (node) => {
      const reference = stringOf(valueOf(node, '$ref'));
      return reference === undefined ? undefined : pointerStep(reference.slice(reference.lastIndexOf('/') + 1));
    },
    mark: (at) => mark(wordsRange(tree, at)),
  };
}

const pointed = (root: Node, reference: string): Node | undefined =>
  reference
    .split('/')
    .slice(1)
    .reduce<Node | undefined>((at, each) => at && member(at, pointerStep(each)), root);

const member = (node: Node, key: string): Node | undefined => {
  const at = resolve(node);
  return at?.kind === 'seq' ? resolve(at.elements[Number(key)]) : valueOf(at, key);
};

/** One step of a JSON Pointer in a URI. */
export function pointerStep(written: string): string {
  let text = written;
  try {
    text = decodeURIComponent(written);
  } catch {
    // A percent sign that is one.
  }
  return unescapeStep(text);
}
