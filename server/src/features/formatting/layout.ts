/** From the tree of a YAML text to its tokens, each with the column in which it is to stand. */
import type { MapNode, Node, ScalarNode, SeqNode, Tree } from '../../syntax/node.ts';
import { hasErrors } from '../values.ts';
import { blockText } from './block-text.ts';
import { createBrackets, type Brackets } from './brackets.ts';
import { createScanner } from './scanner.ts';
import { type Holder, isHolder, type Place, type Token, type TokenKind } from './token.ts';

export interface Indentation {
  readonly unit: number;
  /** Dashes stand deeper than the key above them. */
  readonly listsIndented: boolean;
}

/** A dash and the space behind it. */
const dashWidth = 2;

/**
 * The tokens of a text; undefined where some of it is not known here, such as `? key`. A document with syntax errors is one token, which
 * stays as it is.
 */
export function layout(tree: Tree, { unit, listsIndented }: Indentation): readonly Token[] | undefined {
  const { text } = tree;
  const scanner = createScanner(text, text.startsWith('\ufeff') ? 1 : 0);
  let isKnown = true;

  /** What stands before a node outside of brackets. Comments are given their place when all else has one. */
  const before = (to: number, place: Place, special?: { readonly kind: TokenKind; readonly place: Place }): void =>
    scanner.between(to, (kind) => (kind === 'comment' ? {} : kind === special?.kind ? special.place : place));

  /** Of a value outside of brackets; only the root of a document has no holder. */
  function value(node: Node, base: number, of: Holder | undefined, listColumn: number): void {
    const column = of?.below ?? 0;
    if (node.kind === 'map' && !node.flow) return mapping(node, base, column);
    if (node.kind === 'seq' && !node.flow) return list(node, base, listColumn);
    before(base + node.start, { column });
    if (node.kind === 'map' || node.kind === 'seq') return outerBrackets(node, base, of);
    if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) return block(node, base, of);
    word(node, base, { column }, of?.below);
  }

  function mapping({ pairs }: MapNode, base: number, column: number): void {
    const place = { column, below: column + unit };
    for (const pair of pairs) {
      before(base + pair.key.start, { column }, { kind: 'property', place });
      const isBehindProperty = scanner.tokens.at(-1)?.kind === 'property' && !scanner.next().isFirst;
      word(pair.key, base, isBehindProperty ? { column } : place, place.below);
      isKnown &&= pair.key.start < pair.key.end;
      if (pair.value) value(pair.value, base, scanner.tokens.findLast(isHolder), column + (listsIndented ? unit : 0));
    }
  }

  function list(seq: SeqNode, base: number, column: number): void {
    const below = column + dashWidth;
    for (const element of seq.elements) {
      const elementBase = element.fragment === seq.fragment ? base : tree.base(element.fragment);
      before(elementBase + element.start, { column: below }, { kind: '-', place: { column, below } });
      value(element, elementBase, scanner.tokens.findLast(isHolder), below);
    }
  }

  function block(node: ScalarNode, base: number, of: Holder | undefined): void {
    const found = blockText(text, base + node.start, base + node.end, of);
    if (found) scanner.add('scalar', found.end, { column: of?.below ?? 0 }, found);
    else isKnown = false;
  }

  /** A scalar or alias; its further lines begin at `below`, or stay. */
  function word(node: Node, base: number, place: Place, below: number | undefined): void {
    if (node.start === node.end) return;
    const end = base + node.end;
    const kind = node.kind === 'alias' || text[base + node.start] === '*' ? 'alias' : 'scalar';
    const written = text.slice(base + node.start, end);
    scanner.add(kind, end, place, { text: below === undefined ? written : written.replace(furtherLines, `$1${' '.repeat(below)}`) });
  }

  function outerBrackets(node: MapNode | SeqNode, base: number, of: Holder | undefined): void {
    const place = { column: of?.below ?? 0 };
    const { isFirst } = scanner.add(opener(base + node.start), base + node.start + 1, place);
    inBrackets(node, base, createBrackets(isFirst || of?.kind === '-' ? place.column : (of?.column ?? 0), unit));
  }

  const opener = (at: number): TokenKind => (text[at] === '{' ? '{' : '[');

  /** What stands behind the bracket that was just added, up to the one that closes it. */
  function inBrackets(node: MapNode | SeqNode, base: number, brackets: Brackets): void {
    const inside = (): Place => ({ column: brackets.column() });
    brackets.open(scanner.lineStart());
    const member = (each: Node, at: number): void => {
      scanner.between(at + each.start, inside);
      if (each.kind === 'scalar' || each.kind === 'alias') return word(each, at, inside(), brackets.column());
      const isBare = text[at + each.start] !== '{' && text[at + each.start] !== '[';
      if (isBare) return members(each, at);
      scanner.add(opener(at + each.start), at + each.start + 1, inside());
      inBrackets(each, at, brackets);
    };
    /** Also those of `key: value` in a list, which has no brackets of its own. */
    const members = (holder: MapNode | SeqNode, at: number): void => {
      if (holder.kind === 'seq')
        for (const element of holder.elements) member(element, element.fragment === holder.fragment ? at : tree.base(element.fragment));
      else
        for (const { key, value: held } of holder.pairs) {
          member(key, at);
          if (held) member(held, at);
        }
    };
    members(node, base);
    const end = base + node.end;
    scanner.between(end - 1, inside);
    const closers = /^[\]}]+/.exec(text.slice(end - 1, end + 50))?.[0].length ?? 1;
    const column = brackets.closing(closers);
    scanner.add(text[end - 1] === '}' ? '}' : ']', end, { column });
    brackets.close();
  }

  for (const { fragment, offset } of tree.documents) {
    const end = offset + fragment.length;
    if (hasErrors(fragment)) {
      before(offset, { column: 0 });
      const { at, written } = scanner.next();
      const asItIs = text.slice(at, end).replace(/(?:\r\n?|\n)$/, '');
      scanner.add('mark', at + asItIs.length, { column: written }, { text: asItIs });
    } else {
      if (fragment.root) value(fragment.root, offset, undefined, 0);
      before(end, { column: 0 });
    }
  }
  before(text.length, { column: 0 });
  return isKnown && scanner.isReadable() ? scanner.tokens : undefined;
}

/** From a line break to what the next line begins with. */
const furtherLines = /(\r\n?|\n)[ \t]*(?=[^ \t\r\n])/g;
