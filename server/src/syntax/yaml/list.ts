/** Block lists. Elements of the previous tree whose text did not change are taken as they are. */
import type { Fragment, Node, Run, SeqNode } from '../node.ts';
import { report, type SeqBuilder } from '../builders.ts';
import { addElement, addRun, beginElement, beginList, endList } from '../list.ts';
import type { Old } from '../reuse.ts';
import { finish, isDash, parseBlock } from './block.ts';
import { skipStrange } from './recovery.ts';
import { isInPlace, worse } from './fragment.ts';
import { isDashlessItem, isFirstDashAside, isTight, lineBelow } from './columns.ts';
import { lineEnd, overBreak } from '../text.ts';
import { atEnd, checkIndent, code, column, contentEnd, flush, overSpaces, passOddBlanks, skip, type Parser } from './parser.ts';
import { indentation, scalar } from './scalar.ts';
import { reportDisplaced } from './swapped.ts';
import { DASH, HASH, SPACE, isBlank, isBreak, isEnd } from '../characters.ts';

/** A list whose dashes stand in column `dashColumn`, in a parent in column `parentIndent` (`parentIndent === dashColumn`: the list of a key in the same column). */
export function parseSeq(p: Parser, parentIndent: number, dashColumn: number): SeqNode {
  const seq: SeqBuilder = { kind: 'seq', fragment: p.fragment, start: p.pos - p.base, end: 0, elements: [], runs: [], flow: false };
  p.depth++;
  const list = beginList(seq, p.fragment, {
    column: dashColumn,
    depth: p.depth,
    reusing: p.old !== undefined,
    onTrial: p.reuse?.change.isTrial === true,
  });
  p.lists++;
  p.dashes.push(dashColumn);
  let bad = -1;
  for (;;) {
    checkIndent(p);
    const dash = isDash(p);
    const start = p.pos;
    const before = p.lineStart;
    const at = column(p);
    beginElement(list);
    const run = dash && at === dashColumn ? reusedRun(p, dashColumn) : undefined;
    if (run) addRun(list, run);
    else addElement(list, dash ? parseElement(p, at) : parseDashlessElement(p, dashColumn), p.strange >= 0);
    seq.end = Math.max(start + 1 - p.base, endOf(p, seq.elements.at(-1)!));
    skipStrange(p, Math.min(parentIndent, dashColumn - 1));
    if (atEnd(p)) break;
    const next = column(p);
    if (endsList(p, next, parentIndent, dashColumn)) break;
    flush(p);
    if (isDash(p) && next !== dashColumn && next !== bad) {
      const isFirst = seq.elements.length === 1 && isFirstDashAside(p, next, dashColumn, parentIndent);
      const dash = isFirst ? seq.start + p.base : p.pos;
      reportDisplaced(p, 'misplaced-dash', dash, dash + 1);
      bad = next;
    } else if (next === dashColumn) bad = -1;
    if (p.pos === start && p.lineStart === before) p.pos++;
  }
  endList(list);
  p.dashes.pop();
  p.lists--;
  p.depth--;
  return seq;
}

/** Does the line in column `next` belong to what is around the list: less deep than its dashes, or beside them and a key? */
function endsList(p: Parser, next: number, parentIndent: number, dashColumn: number): boolean {
  if (next < dashColumn) return next <= parentIndent || !isDash(p);
  return next === dashColumn && dashColumn === parentIndent && !isDash(p) && !isTight(p.text, p.pos) && !isDashlessItem(p);
}

/** Where an element that was just read ends, from the start of the fragment that holds the list. */
function endOf({ fragment }: Parser, element: Node): number {
  if (element.fragment === fragment) return element.end;
  const last = fragment.children.at(-1)!;
  return last.offset + (last.fragment.run ? last.fragment.children.at(-1)!.offset : 0) + element.end;
}

function parseElement(p: Parser, dashColumn: number): Node {
  const { text } = p;
  const dash = p.pos;
  p.pos = overSpaces(text, dash + 1);
  passOddBlanks(p);
  const first = code(p);
  let tabbed = false;
  if (isBlank(first) || first === HASH) {
    p.pos = dash + 1;
    skip(p);
    if (atEnd(p) || column(p) <= dashColumn) {
      // The place to type at: behind "- ".
      const at = p.last === dash + 1 && text.charCodeAt(dash + 1) === SPACE ? dash + 2 : dash + 1;
      p.last = Math.max(p.last, at);
      return scalar(p, at, at, null, '', 'plain');
    }
    flush(p);
  } else tabbed = text.slice(dash + 1, p.pos).includes('\t');
  const start = p.pos;
  const known = reused(p, dashColumn, p.reuse?.find(p.old, p.oldBase, p.pos))?.root;
  const node = known ?? parseBlock(p, dashColumn, true);
  if (tabbed && (node.kind === 'map' || node.kind === 'seq') && !node.flow) report(p, 'tab', dash + 1, start);
  if (known) return known;
  finish(p, node);
  return node;
}

/** A line in the list's column that does not start with a dash. */
function parseDashlessElement(p: Parser, dashColumn: number): Node {
  const { text } = p;
  const end = contentEnd(text, p.pos);
  const sign = /^(?:--|[*•–—+]|\d+[.)])(?=[ \t])/.exec(text.slice(p.pos, Math.min(end, p.pos + 8)))?.[0];
  if (sign) {
    report(p, 'list-sign', p.pos, p.pos + sign.length, sign);
    p.pos = overSpaces(text, p.pos + sign.length);
    const known = p.dashless;
    p.dashless = dashColumn;
    const node = parseBlock(p, dashColumn, true);
    p.dashless = known;
    finish(p, node);
    return node;
  }
  const tight = code(p) === DASH;
  // What stands below lines up with it as it would behind the blank.
  const below = lineBelow(text, p.pos).column;
  if (tight && below !== dashColumn + 1) p.wider++;
  else if (!tight && isDashlessItem(p)) p.wider += 2;
  const from = tight ? p.pos + 1 : p.pos;
  const colon = /:(?=\s|$)/.exec(text.slice(from, end))?.index ?? end - from;
  const words = text.slice(from, from + colon);
  (tight ? report : reportDisplaced)(
    p,
    tight ? 'missing-space-after-dash' : 'missing-dash',
    p.pos,
    Math.max(from + (tight ? 0 : colon), p.pos + 1),
    tight ? text.slice(from, end) : words,
  );
  p.pos = from;
  const around = p.dashless;
  p.dashless = dashColumn;
  const node = parseBlock(p, dashColumn, true);
  p.dashless = around;
  finish(p, node);
  return node;
}

/** The run that stood here before, behind its first dash, when reading all of it again would give the same. */
function reusedRun(p: Parser, dashColumn: number): Run | undefined {
  const { pos } = p;
  const start = overSpaces(p.text, pos + 1);
  const was = p.reuse?.findRun(p.old, p.oldBase, start);
  if (!was) return undefined;
  p.pos = start;
  const run = reused(p, dashColumn, was)?.run;
  if (!run) p.pos = pos;
  return run;
}

/** The fragment that stood here before, when reading it again would give the same. */
function reused(p: Parser, dashColumn: number, was: Old | undefined): Fragment | undefined {
  const { reuse } = p;
  const context = was?.fragment.context;
  if (!reuse || !context || !isInPlace(p, dashColumn)) return undefined;
  const { fragment } = was;
  if (context.reuse === 'never' || context.list !== dashColumn || context.depth !== p.depth || context.column !== column(p))
    return undefined;
  const { change } = reuse;
  const oldEnd = was.base + fragment.length;
  // The break behind the fragment is untouched too.
  if (!was.behind && oldEnd >= change.start) return undefined;
  const end = p.pos + fragment.length;
  if (!was.behind && !endsTheSame(p.text, end, dashColumn, change.start, context.reuse === 'ifTailSame')) return undefined;
  const offset = p.pos - p.base;
  reuse.adopt(fragment, p.fragment, offset);
  p.reusable = worse(p.reusable, context.reuse);
  p.pos = end;
  p.skipped = -1;
  return fragment;
}

/**
 * Whether what follows the fragment still ends it, when `change` is where the text stops being what it was. `tail`: how it ends was
 * decided by looking further, for a quote or bracket that closes it: then all must be as it was, up to a line that ends any such search.
 */
function endsTheSame(text: string, end: number, dashColumn: number, change: number, tail: boolean): boolean {
  let pos = lineEnd(text, end);
  // The rest of its own line may have become part of it.
  if (pos >= change) return false;
  for (;;) {
    pos = lineEnd(text, pos);
    if (pos >= text.length) return !tail;
    const at = indentation(text, overBreak(text, pos));
    pos = at.pos;
    const first = text.charCodeAt(pos);
    if (isBreak(first)) continue;
    const outside = at.column <= dashColumn;
    // Of a line outside, its start: a dash and the blank behind it. Of one that is indented deeper, all decides whether it goes on with what stands before it.
    const same = (outside ? pos + 2 : lineEnd(text, pos) + 1) <= change;
    if (first === HASH) {
      // What follows a comment that is not the same is not either.
      if (!same && !outside) return false;
    } else if (!tail) return same || outside || isEnd(first);
    else if (!same) return false;
    else if (outside) return true;
  }
}
