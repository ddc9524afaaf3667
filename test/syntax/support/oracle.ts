/** What the `yaml` package makes of a text, in a form to compare with ours. Undefined when it finds a mistake. */
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Node as YamlNode } from 'yaml';
import type { Node, Tree } from '../../../server/src/syntax/node.ts';

/** Kind, place and content of a node. */
export type Outline =
  | { kind: 'map'; start: number; pairs: [Outline, Outline | undefined][]; anchor?: string; flow: boolean }
  | { kind: 'seq'; start: number; elements: Outline[]; anchor?: string; flow: boolean }
  | { kind: 'scalar'; start: number; end: number; value: unknown; style: string; anchor?: string }
  | { kind: 'alias'; start: number; name: string };

const styles: Record<string, string> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

export function oracle(text: string): (Outline | undefined)[] | undefined {
  const documents = parseAllDocuments(text, { version: '1.2', uniqueKeys: false, logLevel: 'silent', merge: false });
  if (!Array.isArray(documents)) return [undefined];
  if (documents.some((document) => document.errors.length || document.warnings.length)) return undefined;
  return documents.map((document) => (document.contents ? outline(document.contents as YamlNode) : undefined));
}

function outline(node: YamlNode): Outline {
  const start = node.range?.[0] ?? -1;
  if (isAlias(node)) return { kind: 'alias', start, name: node.source };
  const anchor = 'anchor' in node && node.anchor ? { anchor: node.anchor } : {};
  if (isMap(node))
    return {
      kind: 'map',
      start,
      flow: node.flow ?? false,
      ...anchor,
      pairs: node.items.map((pair) => [key(pair.key as YamlNode), value(pair.value as YamlNode | null)]),
    };
  if (isSeq(node)) return { kind: 'seq', start, flow: node.flow ?? false, ...anchor, elements: (node.items as YamlNode[]).map(element) };
  if (!isScalar(node)) throw new Error('unknown node');
  const style = styles[node.type ?? 'PLAIN']!;
  const block = style === 'literal' || style === 'folded';
  return { kind: 'scalar', start, end: block ? -1 : (node.range?.[1] ?? -1), value: node.value, style, ...anchor };
}

/** An empty place has no position of its own. */
const element = (node: YamlNode): Outline => {
  const made = outline(node);
  return made.kind === 'scalar' && made.start === made.end && !made.anchor ? { ...made, start: -1, end: -1 } : made;
};
const key = (node: YamlNode | null): Outline =>
  node ? element(node) : { kind: 'scalar', start: -1, end: -1, value: null, style: 'plain' };
const value = (node: YamlNode | null): Outline | undefined => {
  if (!node) return undefined;
  const made = element(node);
  return made.kind === 'scalar' && made.start === -1 && !node.tag ? undefined : made;
};

/** Our tree in the same form. */
export const ours = (tree: Tree): (Outline | undefined)[] =>
  tree.documents.map(({ fragment }) => (fragment.root ? outlineOf(fragment.root, tree) : undefined));

function outlineOf(node: Node, tree: Tree): Outline {
  const base = tree.base(node.fragment);
  const start = base + node.start;
  const anchor = node.anchor ? { anchor: node.anchor } : {};
  switch (node.kind) {
    case 'alias':
      return { kind: 'alias', start, name: node.name };
    case 'map':
      return {
        kind: 'map',
        start,
        flow: node.flow,
        ...anchor,
        pairs: node.pairs.map((pair) => [emptied(outlineOf(pair.key, tree)), pair.value && valued(outlineOf(pair.value, tree))]),
      };
    case 'seq':
      return {
        kind: 'seq',
        start,
        flow: node.flow,
        ...anchor,
        elements: node.elements.map((entry) => emptied(outlineOf(entry, tree))),
      };
    case 'scalar': {
      const block = node.style === 'literal' || node.style === 'folded';
      return { kind: 'scalar', start, end: block ? -1 : base + node.end, value: node.value, style: node.style, ...anchor };
    }
  }
}

const emptied = (made: Outline): Outline =>
  made.kind === 'scalar' && made.start === made.end && !made.anchor ? { ...made, start: -1, end: -1 } : made;
const valued = (made: Outline): Outline => emptied(made);
