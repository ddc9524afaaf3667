/** A tree of JSON as YAML: its data with every digit, its comments and blank lines where they stood, texts of several lines as blocks. */
import { isSpace, LF } from '../characters.ts';
import type { MapNode, Node, SeqNode, TextRange, Tree } from '../node.ts';
import { textRange } from '../range.ts';
import type { DocumentStyle } from '../style.ts';
import { type Comment, commentsOf } from './comments.ts';
import { isBlockText, yamlText } from './text.ts';

type Collection = MapNode | SeqNode;

/** A collection that holds something: any other value stands on the line of its key or dash. */
const isFull = (node: Node | undefined): node is Collection =>
  (node?.kind === 'map' && node.pairs.length > 0) || (node?.kind === 'seq' && node.elements.length > 0);

/** The text of a file that holds what a node of JSON holds, in a style that is there. No obstacle (`obstacle.ts`) may stand in its way. */
export function toYaml(tree: Tree, root: Node, { unit, space, lineBreak }: DocumentStyle): string {
  const comments = commentsOf(tree);
  const step = ' '.repeat(space === '\t' ? 2 : unit);
  const lines: string[] = [];

  /** Writes lines, the first of them behind what stands before it in its line: indentation, and the dash of the element that it begins. */
  const put = (lead: string, rest: string, written: readonly string[]): void =>
    written.forEach((line, index) => lines.push((index === 0 ? lead : rest) + line));

  /** The blank line before a place, unless it begins what is around it. */
  const keepBlankLine = (offset: number, isFirst: boolean): void => {
    if (!isFirst && isBehindBlankLine(tree.text, offset)) lines.push('');
  };

  /** The members or elements of a collection; `first` stands before its first line, `rest`, of the same length, before all others. */
  const block = (node: Collection, first: string, rest: string): void => {
    let lead = first;
    const own = ({ start, lines: words }: Comment): void => {
      keepBlankLine(start, lead !== rest || lines.length === opened);
      put(lead, rest, words);
      lead = rest;
    };
    const opened = lines.length;
    for (const item of node.kind === 'map' ? node.pairs : node.elements) {
      const value = 'key' in item ? item.value : item;
      const at = textRange(tree, value ?? item);
      comments.before(isFull(value) ? at.start : at.end).forEach(own);
      keepBlankLine(textRange(tree, item).start, lead !== rest || lines.length === opened);
      entry('key' in item ? `${yamlText(item.key.text, true)}:` : '-', value, at, lead, rest);
      lead = rest;
    }
    const { end } = textRange(tree, node);
    [...comments.before(end), ...comments.behind(end)].forEach(own);
  };

  /** A value behind its head: the key with its colon, or a dash. */
  const entry = (head: string, value: Node | undefined, at: TextRange, lead: string, rest: string) => {
    if (!isFull(value)) {
      const [word, ...below] = leaf(value, rest + (head === '-' ? '  ' : step));
      put('', '', [`${lead}${head} ${word}${behind(comments.behind(at.end))}`, ...below]);
    } else if (head === '-') block(value, `${lead}- `, `${rest}  `);
    else {
      lines.push(`${lead}${head}${behind(comments.behind(at.start + 1))}`);
      block(value, rest + step, rest + step);
    }
  };

  if (isFull(root)) block(root, '', '');
  else lines.push(...leaf(root, step));
  comments.before(Infinity).forEach(({ lines: words }) => put('', '', words));
  return `${lines.join(lineBreak)}${lineBreak}`;
}

/** What stands on the line of a key or dash, and the lines of a block below it. */
function leaf(node: Node | undefined, indentation: string): readonly string[] {
  if (node?.kind === 'map') return ['{}'];
  if (node?.kind === 'seq') return ['[]'];
  if (node?.kind !== 'scalar') return ['null'];
  if (typeof node.value !== 'string') return [node.text];
  if (!isBlockText(node.value)) return [yamlText(node.value, false)];
  const isEnded = node.value.endsWith('\n');
  const lines = node.value.slice(0, isEnded ? -1 : undefined).split('\n');
  return [isEnded ? '|' : '|-', ...lines.map((line) => line && indentation + line)];
}

/** Comments at the end of a line. */
const behind = (comments: readonly Comment[]): string => comments.map(({ lines }) => ` ${lines.join(' ')}`).join('');

/** Is the line above the one on which something starts blank, with nothing but blanks before it? */
function isBehindBlankLine(text: string, offset: number): boolean {
  const overBlanks = (from: number): number => {
    let at = from;
    while (isSpace(text.charCodeAt(at - 1)) || text[at - 1] === '\r') at--;
    return at;
  };
  const line = overBlanks(offset);
  if (text.charCodeAt(line - 1) !== LF) return false;
  return text.charCodeAt(overBlanks(line - 1) - 1) === LF;
}
