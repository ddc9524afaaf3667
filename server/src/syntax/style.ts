/** How a document is written, so that what is added to it looks the same. */
import type { Format, Node, Pair, Tree } from './node.ts';
import { textRange } from './range.ts';
import { columnOf, lineBreakOf } from './text.ts';
import { notes } from './notes.ts';

export interface DocumentStyle {
  readonly format: Format;
  /** What ends a line: of the first line that is ended. */
  readonly lineBreak: string;
  /** How many of `space` a level is indented by. */
  readonly unit: number;
  /** What lines are indented with: tabs in JSON only. */
  readonly space: ' ' | '\t';
  /** Dashes stand deeper than the key above them. */
  readonly listsIndented: boolean;
}

const known = notes<Tree, DocumentStyle>();

/** The style of a document, from the first places that show it; two spaces and indented lists where nothing does. */
export function styleOf(tree: Tree): DocumentStyle {
  const kept = known.get(tree);
  if (kept) return kept;
  const style: DocumentStyle = {
    format: tree.format,
    lineBreak: lineBreakOf(tree.text),
    ...(tree.format === 'json' ? jsonIndentation(tree.text) : yamlIndentation(tree)),
  };
  known.set(tree, style);
  return style;
}

type Indentation = Pick<DocumentStyle, 'unit' | 'space' | 'listsIndented'>;

function jsonIndentation(text: string): Indentation {
  const lead = /[{[](?:\r\n?|\n)([ \t]+)/.exec(text)?.[1] ?? '  ';
  return lead.startsWith('\t') ? { unit: 1, space: '\t', listsIndented: true } : { unit: lead.length, space: ' ', listsIndented: true };
}

function yamlIndentation(tree: Tree): Indentation {
  let level: number | undefined;
  let list: number | undefined;
  /** Nothing is looked at behind the first places of both: a document is long, and its style is asked for while it is typed. */
  const visit = (node: Node | undefined, pair?: Pair): boolean => {
    if ((node?.kind !== 'map' && node?.kind !== 'seq') || node.flow) return false;
    if (pair) {
      const { start } = textRange(tree, node);
      const column = columnOf(tree.text, start);
      // Only what stands on a line of its own, behind spaces, shows how lines are indented.
      if (/^ *$/.test(tree.text.slice(start - column, start))) {
        const deeper = column - columnOf(tree.text, textRange(tree, pair).start);
        if (node.kind === 'map' && deeper > 0) level ??= deeper;
        if (node.kind === 'seq' && deeper >= 0) list ??= deeper;
      }
    }
    if (level !== undefined && list !== undefined) return true;
    return node.kind === 'map' ? node.pairs.some((each) => visit(each.value, each)) : node.elements.some((element) => visit(element));
  };
  tree.documents.some(({ fragment }) => visit(fragment.root));
  return { unit: level ?? (list || 2), space: ' ', listsIndented: list !== 0 };
}
