/** Block lists. Elements of the previous tree whose text did not change are taken as they are. */
import type { Element, Node, SeqNode } from '../node.ts';
import type { SeqBuilder } from '../builders.ts';
import { finish, isDash, readBlock } from './block.ts';
import { worse } from './fragment.ts';
import {
  atEnd,
  checkTabs,
  code,
  column,
  contentEnd,
  flush,
  isBlank,
  isBreak,
  lineEnd,
  overBreak,
  overSpaces,
  report,
  skip,
  type Reader,
} from './reader.ts';
import { indentation, scalar } from './scalar.ts';

/** A list whose dashes stand in column `c`, in a parent in column `n` (`n === c`: the list of a key in the same column). */
export function readSeq(r: Reader, n: number, c: number): SeqNode {
  const seq: SeqBuilder = { kind: 'seq', fragment: r.fragment, start: r.pos - r.base, end: 0, elements: [], flow: false };
  r.depth++;
  r.lists++;
  r.dashes.push(c);
  let bad = -1;
  for (;;) {
    checkTabs(r);
    const dash = isDash(r);
    const start = r.pos;
    const before = r.lineStart;
    const at = column(r);
    const element = dash ? readElement(r, at) : readDashless(r, c);
    seq.elements.push(element);
    seq.end = Math.max(start + 1 - r.base, element.offset + element.node.end);
    skip(r);
    if (atEnd(r)) break;
    const next = column(r);
    if (next < c ? next <= n : next === c && c === n && !isDash(r)) break;
    // Not a dash and less indented than the list: a key of the mapping around it.
    if (next < c && !isDash(r)) break;
    flush(r);
    if (isDash(r) && next !== c && next !== bad) {
      report(r, 'misplaced-dash', r.pos, r.pos + 1);
      bad = next;
    } else if (next === c) bad = -1;
    if (r.pos === start && r.lineStart === before) r.pos++;
  }
  r.dashes.pop();
  r.lists--;
  r.depth--;
  return seq;
}

function readElement(r: Reader, c: number): Element {
  const { text } = r;
  const dash = r.pos;
  r.pos = overSpaces(text, dash + 1);
  const first = code(r);
  let tabbed = false;
  if (isBlank(first) || first === 35) {
    r.pos = dash + 1;
    skip(r);
    if (atEnd(r) || column(r) <= c) {
      // The place to type at: behind "- ".
      const at = r.last === dash + 1 && text.charCodeAt(dash + 1) === 32 ? dash + 2 : dash + 1;
      r.last = at;
      return { node: scalar(r, at, at, null, '', 'plain'), offset: 0 };
    }
    flush(r);
  } else tabbed = text.slice(dash + 1, r.pos).includes('\t');
  const known = reused(r, c);
  if (known) return known;
  const start = r.pos;
  const node = readBlock(r, c, true);
  if (tabbed && (node.kind === 'map' || node.kind === 'seq') && !node.flow) report(r, 'tab', dash + 1, start);
  finish(r, node);
  return own(r, node);
}

const own = (r: Reader, node: Node): Element => ({
  node,
  offset: node.fragment === r.fragment ? 0 : r.fragment.children[r.fragment.children.length - 1]!.offset,
});

/** A line in the list's column that does not start with a dash. */
function readDashless(r: Reader, n: number): Element {
  const { text } = r;
  const end = contentEnd(text, r.pos);
  const tight = code(r) === 45;
  const from = tight ? r.pos + 1 : r.pos;
  const colon = /:(?=\s|$)/.exec(text.slice(from, end))?.index ?? end - from;
  const words = text.slice(from, from + colon);
  report(
    r,
    tight ? 'missing-space-after-dash' : 'missing-dash',
    r.pos,
    Math.max(from + (tight ? 0 : colon), r.pos + 1),
    tight ? text.slice(from, end) : words,
  );
  r.pos = from;
  const around = r.dashless;
  r.dashless = n;
  const node = readBlock(r, n, true);
  r.dashless = around;
  finish(r, node);
  return own(r, node);
}

/** The element that stood here before, when reading it again would give the same. */
function reused(r: Reader, c: number): Element | undefined {
  const { reuse, old } = r;
  if (!reuse || !old) return undefined;
  const was = reuse.find(old, r.oldBase, r.pos);
  const context = was?.fragment.context;
  if (!context || !was?.fragment.root) return undefined;
  const { fragment } = was;
  if (context.reuse === 'never' || context.list !== c || context.depth !== r.depth || context.column !== column(r)) return undefined;
  const { change } = reuse;
  const oldEnd = was.base + fragment.length;
  // The break behind the item is untouched too.
  if (!was.behind && oldEnd >= change.start) return undefined;
  const end = r.pos + fragment.length;
  if (!was.behind && !endsTheSame(r.text, end, c, change.start, context.reuse === 'ifTailSame')) return undefined;
  const offset = r.pos - r.base;
  context.parent = r.fragment;
  context.offset = offset;
  r.fragment.children.push({ fragment, offset });
  r.reusable = worse(r.reusable, context.reuse);
  r.pos = end;
  r.skipped = -1;
  return { node: fragment.root!, offset };
}

/** Whether what follows the item still ends it. `change` is where the text is no longer what it was. */
function endsTheSame(text: string, end: number, c: number, change: number, fragile: boolean): boolean {
  let pos = lineEnd(text, end);
  // The rest of its own line may have become part of it.
  if (pos >= change) return false;
  for (;;) {
    pos = lineEnd(text, pos);
    if (pos >= text.length) return !fragile;
    const at = indentation(text, overBreak(text, pos));
    pos = at.pos;
    const first = text.charCodeAt(pos);
    if (pos + 2 <= change && first === first && first !== 35 && !isBreak(first)) return true;
    if (isBreak(first)) continue;
    if (fragile) return false;
    if (first !== first) return true;
    if (first !== 35) return at.column <= c;
    if (at.column > c && pos >= change) return false;
  }
}
