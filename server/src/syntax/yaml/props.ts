/** Anchors, tags and aliases. */
import type { AliasNode, Node } from '../node.ts';
import type { Mutable, FragmentBuilder } from '../builders.ts';
import { resolveTagged } from '../core.ts';
import { code, isBlank, isSpace, overSpaces, report, take, type Reader } from './reader.ts';
import { isFlowIndicator } from './scalar.ts';

export interface Props {
  anchor?: string;
  tag?: string;
  readonly start: number;
  anchorAt: number;
}

function nameEnd(text: string, from: number): number {
  let pos = from;
  while (!isBlank(text.charCodeAt(pos)) && !isFlowIndicator(text.charCodeAt(pos))) pos++;
  return pos;
}

/** Reads `&anchor` and `!tag` in any order, and the spaces behind them. */
export function readProps(r: Reader): Props {
  const { text } = r;
  const props: Props = { start: r.pos, anchorAt: r.pos };
  for (;;) {
    const c = code(r);
    const start = r.pos;
    if (c !== 38 && c !== 33) break;
    let end = start + 1;
    if (c === 33 && text.charCodeAt(end) === 60) while (!isBlank(text.charCodeAt(end)) && text.charCodeAt(end - 1) !== 62) end++;
    else end = nameEnd(text, end);
    r.pos = end;
    if (props[c === 38 ? 'anchor' : 'tag'] !== undefined) report(r, 'second-anchor', start, end, text.slice(start, end));
    else if (c === 33) props.tag = take(r, start, end);
    else {
      props.anchor = take(r, start + 1, end);
      props.anchorAt = start;
      if (end === start + 1) report(r, 'anchor-name', start, end);
    }
    if (!isSpace(code(r))) break;
    r.pos = overSpaces(text, r.pos);
  }
  return props;
}

/** Gives a node its anchor and tag. */
export function applyProps(r: Reader, node: Node, props: Props): Node {
  const draft = node as Mutable<Node>;
  if (props.tag !== undefined) {
    draft.tag = props.tag;
    if (draft.kind === 'scalar') draft.value = resolveTagged(props.tag, draft.text, draft.style === 'plain');
  }
  if (props.anchor) {
    draft.anchor = props.anchor;
    r.reusable = 'never';
    if (r.anchors.has(props.anchor)) report(r, 'duplicate-anchor', props.anchorAt, props.anchorAt + 1 + props.anchor.length, props.anchor);
    r.anchors.set(props.anchor, node);
  }
  if (node.fragment !== r.fragment) (node.fragment as FragmentBuilder).context = { ...node.fragment.context!, reuse: 'never' };
  return node;
}

/** `*name`. */
export function readAlias(r: Reader): AliasNode {
  const start = r.pos;
  const end = nameEnd(r.text, start + 1);
  const name = take(r, start + 1, end);
  const target = r.anchors.get(name);
  r.pos = end;
  r.reusable = 'never';
  if (!name) report(r, 'alias-name', start, end);
  else if (!target) report(r, 'unknown-alias', start, end, name);
  return { kind: 'alias', fragment: r.fragment, start: start - r.base, end: end - r.base, name, target };
}
