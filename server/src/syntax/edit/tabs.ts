/** Tabs that indent lines, replaced by the spaces that YAML wants there. All offsets are absolute. */
import type { Edit, Tree } from '../node.ts';
import { styleOf } from '../style.ts';
import { endAbove, lineEnd, lineStart } from '../text.ts';
import { behindBreak, replace, spaces } from './text.ts';

/** Where a line that alone has tabs belongs, by the spaces of the lines around it; undefined where these do not tell. */
function columnBeside(text: string, first: number): number | undefined {
  const above = first > 0 ? text.slice(lineStart(text, endAbove(text, first)), first) : '';
  const below = text.slice(behindBreak(text, lineEnd(text, first)), lineEnd(text, behindBreak(text, lineEnd(text, first))));
  if (/^ *\t/.test(above) || /^ *\t/.test(below) || above.trim() === '' || below.trim() === '') return undefined;
  const indent = (line: string): number => /^ */.exec(line)![0].length;
  const opens = /:\s*$/.test(above);
  const inside = above.trimStart().startsWith('- ') ? indent(above) + 2 : indent(above);
  if (opens) return indent(below) > inside ? indent(below) : undefined;
  return indent(below) <= inside ? inside : undefined;
}

/** A line as it is read: how far its blanks reach, where it stands once there are spaces, and where what is inside of it does. */
interface Line {
  readonly width: number;
  readonly column: number;
  readonly inside: number;
}

const dashesOf = (words: string): number => /^(?:- +)*/.exec(words)![0].length;
/** Does something belong below it: behind a key, or the sign of a text? */
const opens = (words: string): boolean => /(?::|[|>][-+\d]*)\s*(?:\s#.*)?$/.test(words);

/** What a line says, at a column; below a key one level deeper, below an item behind its dash. */
function lineAt(words: string, width: number, column: number, unit: number): Line {
  const dashes = dashesOf(words);
  return { width, column, inside: column + dashes + (opens(words) || dashes === 0 ? unit : 0) };
}

/** Where words belong by the last line before them that says something: inside of it, or else beside it; unknown for an item. */
function columnBelow(text: string, first: number, words: string, unit: number): number | undefined {
  for (let stop = first; stop > 0;) {
    const start = lineStart(text, endAbove(text, stop));
    const line = text.slice(start, stop);
    const above = line.trim();
    const indent = line.length - line.trimStart().length;
    if (above !== '' && !above.startsWith('#')) {
      if (opens(above)) return lineAt(above, 0, indent, unit).inside;
      return words.startsWith('- ') ? undefined : indent + dashesOf(above);
    }
    stop = start;
  }
  return undefined;
}

/** Spaces for the blanks before the words of this line, and of the lines below it that start with tabs: each stands inside of what is above it. */
export function replaceTabs(tree: Tree, from: number): Edit[] {
  const { text } = tree;
  const { unit } = styleOf(tree);
  const first = lineStart(text, from);
  const beside = columnBeside(text, first);
  if (beside !== undefined) return [replace({ start: first, end: first + /^[ \t]*/.exec(text.slice(first))![0].length }, spaces(beside))];
  const edits: Edit[] = [];
  // The lines around, outermost first; of those that have no tab, only the last one before.
  let around: Line[] = [];
  for (let at = first; at < text.length; at = behindBreak(text, lineEnd(text, at))) {
    const line = text.slice(at, lineEnd(text, at));
    const lead = /^[ \t]*/.exec(line)![0];
    const words = line.slice(lead.length);
    if (at === first ? !lead.includes('\t') : !lead.startsWith('\t')) {
      if (words !== '') around = [];
      continue;
    }
    const width = lead.replace(/\t/g, spaces(unit)).length;
    const outer = around.filter((each) => each.width < width);
    const same = around.find((each) => each.width === width);
    const above = around.length === 0 && words !== '' ? columnBelow(text, at, words, unit) : outer.at(-1)?.inside;
    const column = words === '' ? 0 : (same?.column ?? above ?? width);
    edits.push(replace({ start: at, end: at + lead.length }, spaces(column)));
    if (words !== '' && !words.startsWith('#')) around = [...outer, lineAt(words, width, column, unit)];
  }
  return edits;
}
