/** Text → tree. Never throws; any text gives a tree whose ranges lie inside the text. */
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Node as YamlNode, type Document } from 'yaml';
import type {
  AliasNode,
  DocumentPart,
  Element,
  Format,
  Item,
  MapNode,
  Node,
  Pair,
  ScalarNode,
  ScalarStyle,
  SeqNode,
  Tree,
} from './node.ts';

const styles: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Parses a whole text. */
export function parse(text: string, format: Format, _previous?: Tree): Tree {
  const documents: DocumentPart[] = [];
  const parsed = parseAllDocuments(text, { version: '1.2', keepSourceTokens: false, merge: false, uniqueKeys: false, logLevel: 'silent' });
  for (const document of Array.isArray(parsed) ? parsed : []) documents.push({ item: documentItem(document), offset: document.range[0] });
  return makeTree(text, format, documents);
}

export function makeTree(text: string, format: Format, documents: readonly DocumentPart[]): Tree {
  let places: Map<Item, { base: number; owner?: SeqNode }> | undefined;
  const place = (): Map<Item, { base: number; owner?: SeqNode }> => {
    if (places) return places;
    const found = (places = new Map());
    const visit = (item: Item, base: number): void => {
      found.set(item, { ...found.get(item), base });
      for (const child of item.children) visit(child.item, base + child.offset);
      const own = (node: Node | undefined): void => {
        if (node?.kind === 'map') for (const pair of node.pairs) own(pair.value);
        if (node?.kind === 'seq')
          for (const { node: element } of node.elements)
            if (element.item === item) own(element);
            else found.set(element.item, { base: found.get(element.item)?.base ?? 0, owner: node });
      };
      own(item.root);
    };
    for (const { item, offset } of documents) visit(item, offset);
    return found;
  };
  return {
    text,
    format,
    documents,
    base: (item) => place().get(item)?.base ?? 0,
    owner: (item) => place().get(item)?.owner,
  };
}

function documentItem(document: Document.Parsed): Item {
  const anchors = new Map<string, Node>();
  const item = newItem(document.range[2] - document.range[0]);
  const base = document.range[0];
  if (document.contents) item.root = convert(document.contents, item, base);
  item.problems = document.errors.map((e) => ({ code: 'syntax/yaml', message: e.message, start: e.pos[0] - base, end: e.pos[1] - base }));
  return item;

  function convert(node: YamlNode, owner: Draft<Item>, at: number): Node {
    const [from, to] = node.range ?? [at, at];
    const common = { item: owner, start: from - at, end: to - at, ...('anchor' in node && node.anchor ? { anchor: node.anchor } : {}) };
    let made: Node;
    if (isMap(node)) {
      const map: Draft<MapNode> = { ...common, kind: 'map', flow: node.flow ?? false, pairs: [] };
      made = map;
      map.pairs = node.items.map((pair): Pair => {
        const keyNode = pair.key as YamlNode | null;
        const key = keyNode ? (convert(keyNode, owner, at) as ScalarNode) : emptyKey(owner, from - at);
        const raw = pair.value as YamlNode | null;
        const value = raw && raw.range && (raw.range[1] > raw.range[0] || !isScalar(raw)) ? convert(raw, owner, at) : undefined;
        return {
          item: owner,
          start: key.start,
          end: value ? Math.max(value.end, key.end) : key.end,
          key: key.kind === 'scalar' ? key : { ...emptyKey(owner, key), end: (key as Node).end },
          ...(value ? { value } : {}),
        };
      });
    } else if (isSeq(node)) {
      const list: Draft<SeqNode> = { ...common, kind: 'seq', flow: node.flow ?? false, elements: [] };
      made = list;
      list.elements = (node.items as YamlNode[]).map((element): Element => {
        if (!isMap(element) || element.range == null) return { node: convert(element, owner, at), offset: 0 };
        const child = newItem(element.range[1] - element.range[0]);
        const offset = element.range[0] - at;
        (owner.children as { item: Item; offset: number }[]).push({ item: child, offset });
        child.root = convert(element, child, element.range[0]);
        return { node: child.root, offset };
      });
    } else if (isAlias(node)) {
      made = { ...common, kind: 'alias', name: node.source, target: anchors.get(node.source) } as AliasNode;
    } else {
      const scalar = isScalar(node) ? node : undefined;
      const style = styles[scalar?.type ?? 'PLAIN'] ?? 'plain';
      const value = scalar?.value as ScalarNode['value'];
      made = {
        ...common,
        kind: 'scalar',
        value: value ?? null,
        text: style === 'plain' ? (scalar?.source ?? String(value)) : String(value),
        style,
      };
    }
    if (common.anchor) anchors.set(common.anchor, made);
    return made;
  }
}

const newItem = (length: number): Draft<Item> => ({ length, children: [], problems: [], comments: [] });
const emptyKey = (item: Item, at: number | { start: number }): ScalarNode => {
  const start = typeof at === 'number' ? at : at.start;
  return { kind: 'scalar', item, start, end: start, value: null, text: '', style: 'plain' };
};
