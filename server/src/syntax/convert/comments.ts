/** The comments of a JSON text in the order that they stand in, each to be taken once and written as YAML. */
import { lineBreakOf } from '../text.ts';
import { commentsIn } from '../locate.ts';
import type { TextRange, Tree } from '../node.ts';

export interface Comment extends TextRange {
  /** As YAML writes it: one line, or several of a comment that has several. */
  readonly lines: readonly string[];
}

export interface Comments {
  /** Takes those that start before an absolute offset. */
  before(offset: number): readonly Comment[];
  /** Takes those of one line that end the line on which an offset is, and have nothing but commas before them. */
  behind(offset: number): readonly Comment[];
}

export function commentsOf(tree: Tree): Comments {
  const { text } = tree;
  const all = tree.documents.flatMap(({ fragment, offset }) => commentsIn(fragment, offset)).sort((a, b) => a.start - b.start);
  let next = 0;
  const take = (range: TextRange): Comment => {
    next++;
    return { ...range, lines: linesOf(text.slice(range.start, range.end)) };
  };
  return {
    before(offset) {
      const taken: Comment[] = [];
      for (let range = all[next]; range && range.start < offset; range = all[next]) taken.push(take(range));
      return taken;
    },
    behind(offset) {
      const taken: Comment[] = [];
      let from = offset;
      for (let range = all[next]; range && endsLine(text, from, range); range = all[next]) {
        taken.push(take(range));
        from = range.end;
      }
      return taken;
    },
  };
}

/** Up to the next word. */
const gap = /[ \t,]*/y;
const lineEnd = /[ \t,]*(?:\/[/*]|#|[\r\n]|$)/y;

function endsLine(text: string, from: number, { start, end }: TextRange): boolean {
  gap.lastIndex = from;
  lineEnd.lastIndex = end;
  return gap.test(text) && gap.lastIndex === start && lineEnd.test(text) && !/[\r\n]/.test(text.slice(start, end));
}

/** The lines of a comment behind `#`; the stars before those of a long one go with it. */
function linesOf(written: string): string[] {
  if (!written.startsWith('/*')) return [line(written.replace(/^(?:\/\/|#)/, ''))];
  const lines = written
    .slice(2, -2)
    .replaceAll(lineBreakOf(written), '\n')
    .split('\n')
    .map((each, index) => (index === 0 ? each : each.replace(/^[ \t]*\*?/, '')));
  const words = lines.filter((each, index) => each.trim() !== '' || (index > 0 && index < lines.length - 1));
  return words.length === 0 ? ['#'] : words.map(line);
}

const line = (words: string): string => `# ${words.trim()}`.trimEnd();
