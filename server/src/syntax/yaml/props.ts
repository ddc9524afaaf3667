/** Anchors, tags and aliases. */
import type { AliasNode, Node } from '../node.ts';
import { report, take, type Mutable, type FragmentBuilder } from '../builders.ts';
import { resolveTagged } from '../core.ts';
import { code, overSpaces, type Parser } from './parser.ts';
import { isFlowIndicator } from './scalar.ts';
import { AMPERSAND, ASTERISK, EXCLAMATION, GREATER, LESS, isBlank, isSpace } from '../characters.ts';

export interface Props {
  anchor?: string;
  tag?: string;
  readonly start: number;
  /** Behind the last of them; `start` where there is none. */
  end: number;
  anchorAt: number;
}

function nameEnd(text: string, from: number): number {
  let pos = from;
  while (!isBlank(text.charCodeAt(pos)) && !isFlowIndicator(text.charCodeAt(pos))) pos++;
  return pos;
}

/** Reads `&anchor` and `!tag` in any order, and the spaces behind them. */
export function parseProps(p: Parser): Props {
  const { text } = p;
  const props: Props = { start: p.pos, end: p.pos, anchorAt: p.pos };
  for (;;) {
    const c = code(p);
    const start = p.pos;
    if (c !== AMPERSAND && c !== EXCLAMATION) break;
    let end = start + 1;
    if (c === EXCLAMATION && text.charCodeAt(end) === LESS)
      while (!isBlank(text.charCodeAt(end)) && text.charCodeAt(end - 1) !== GREATER) end++;
    else end = nameEnd(text, end);
    p.pos = end;
    if (props[c === AMPERSAND ? 'anchor' : 'tag'] !== undefined) report(p, 'second-anchor', start, end, text.slice(start, end));
    else if (c === EXCLAMATION) props.tag = take(p, start, end);
    else {
      props.anchor = take(p, start + 1, end);
      props.anchorAt = start;
      p.naming.add(props.anchor);
      if (end === start + 1) report(p, 'anchor-name', start, end);
    }
    props.end = end;
    if (!isSpace(code(p))) break;
    p.pos = overSpaces(text, p.pos);
  }
  if (code(p) === ASTERISK && !isBlank(text.charCodeAt(p.pos + 1)) && props.end > props.start) {
    const alias = text.slice(p.pos, nameEnd(text, p.pos + 1));
    report(p, 'named-alias', props.start, props.end, alias, text.slice(props.start, props.end));
  }
  return props;
}

/** Gives a node its anchor and tag. */
export function applyProps(p: Parser, node: Node, props: Props): Node {
  const mutable = node as Mutable<Node>;
  // What stands below has a name or tag of its own.
  if ((props.anchor && mutable.anchor) || (props.tag && mutable.tag))
    report(p, 'second-anchor', props.start, props.end, p.text.slice(props.start, props.end));
  if (props.tag !== undefined) {
    mutable.tag = props.tag;
    if (mutable.kind === 'scalar') mutable.value = resolveTagged(props.tag, mutable.text, mutable.style === 'plain');
  }
  if (props.anchor) {
    mutable.anchor = props.anchor;
    p.naming.delete(props.anchor);
    p.reusable = 'never';
    if (p.anchors.has(props.anchor)) report(p, 'duplicate-anchor', props.anchorAt, props.anchorAt + 1 + props.anchor.length, props.anchor);
    p.anchors.set(props.anchor, node);
  }
  if (node.fragment !== p.fragment) (node.fragment as FragmentBuilder).context = { ...node.fragment.context!, reuse: 'never' };
  return node;
}

/** `*name`. */
export function parseAlias(p: Parser): AliasNode {
  const start = p.pos;
  const end = nameEnd(p.text, start + 1);
  const name = take(p, start + 1, end);
  const named = p.anchors.get(name);
  p.pos = end;
  p.reusable = 'never';
  if (!name) report(p, 'alias-name', start, end);
  else if (!named) report(p, p.naming.has(name) ? 'alias-of-itself' : 'unknown-alias', start, end, name);
  // An alias with a name of its own is told; whoever follows the name finds the value in one step.
  const target = named?.kind === 'alias' ? named.target : named;
  return { kind: 'alias', fragment: p.fragment, start: start - p.base, end: end - p.base, name, target };
}
