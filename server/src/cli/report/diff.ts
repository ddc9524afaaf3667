/** A unified diff, as `git apply` and `patch -p1` take it. */
import type { Edit } from '../../syntax/node.ts';

/** Lines around a change that stay as they are. */
const around = 3;

/** Lines `from` to `to` (zero-based, the end is behind them) of the text before, and what stands there after. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** With their breaks, which may be CRLF; a CR alone ends no line here. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The whole lines that edits change. Edits stand in the order of the text and do not touch. */
function changesIn(text: string, edits: readonly Edit[]): Change[] {
  const changes: Change[] = [];
  let line = 0;
  let at = 0;
  const lineTo = (offset: number): void => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      at = next + 1;
      line += 1;
    }
  };
  for (let index = 0; index < edits.length;) {
    lineTo(edits[index]!.start);
    const [from, start] = [line, at];
    let newText = '';
    let written = start;
    let end = start;
    let isLast = false;
    // Those that begin on the line that the one before ends on go with it.
    do {
      const edit = edits[index]!;
      newText += text.slice(written, edit.start) + edit.newText;
      written = edit.end;
      const stop = text.indexOf('\n', edit.end);
      isLast = stop < 0;
      end = isLast ? text.length : stop + 1;
      index += 1;
    } while (index < edits.length && (isLast || edits[index]!.start < end));
    newText += text.slice(written, end);
    changes.push(...trimmed(from, linesOf(text.slice(start, end)), linesOf(newText)));
  }
  return changes;
}

/** Without the lines at both ends that stay what they are; nothing where all do. */
function trimmed(from: number, before: readonly string[], lines: readonly string[]): Change[] {
  const most = Math.min(before.length, lines.length);
  let head = 0;
  while (head < most && before[head] === lines[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === lines.at(-1 - tail)) tail++;
  const change = { from: from + head, to: from + before.length - tail, lines: lines.slice(head, lines.length - tail) };
  return change.to > change.from || change.lines.length > 0 ? [change] : [];
}

/** Changes so near that the lines around them meet, together. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last && change.from - last.at(-1)!.to <= 2 * around) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

const marked = (mark: string, lines: readonly string[]): string =>
  lines.map((line) => `${mark}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`).join('');

/** "12,3"; an empty stretch is named by the line before it. */
const stretch = (from: number, count: number): string => `${count === 0 ? from : from + 1}${count === 1 ? '' : `,${count}`}`;

/** A path with signs that would end it is put in quotes, as git does; one with blanks ends in a tab. */
function named(path: string): string {
  const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '"': '\\"', '\\': '\\\\' };
  if (/["\\\n\t\r]/.test(path)) return `"${path.replace(/["\\\n\t\r]/g, (sign) => escapes[sign]!)}"`;
  return path.includes(' ') ? `${path}\t` : path;
}

/** What edits, in the order of the text and apart, change in a file; '' where they change nothing. */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  const before = linesOf(text);
  let moved = 0;
  const hunks = hunksOf(changesIn(text, edits)).map((changes) => {
    const first = Math.max(changes[0]!.from - around, 0);
    const last = Math.min(changes.at(-1)!.to + around, before.length);
    let at = first;
    let body = '';
    let grown = 0;
    for (const { from, to, lines } of changes) {
      body += marked(' ', before.slice(at, from)) + marked('-', before.slice(from, to)) + marked('+', lines);
      grown += lines.length - (to - from);
      at = to;
    }
    body += marked(' ', before.slice(at, last));
    const head = `@@ -${stretch(first, last - first)} +${stretch(first + moved, last - first + grown)} @@\n`;
    moved += grown;
    return head + body;
  });
  return hunks.length === 0 ? '' : `--- ${named(`a/${path}`)}\n+++ ${named(`b/${path}`)}\n${hunks.join('')}`;
}
