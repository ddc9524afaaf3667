/** Setting YAML: spaces, indentation, blank lines. Whatever is not white space stays, and so does every value. */
import type { Tree } from '../../syntax/node.ts';
import { walk } from '../../syntax/locate.ts';
import { parse } from '../../syntax/parse.ts';
import { textRange } from '../../syntax/range.ts';
import { styleOf } from '../../syntax/style.ts';
import { columnOf, lineBreakOf } from '../../syntax/text.ts';
import { sameValues } from '../values.ts';
import { layout } from './layout.ts';
import { print } from './print.ts';

/**
 * A text set with `unit` spaces a level; its documents with syntax errors stay as they are. Undefined where it holds something that cannot
 * be set here, or would say something else afterwards.
 */
export function setYaml(tree: Tree, unit: number): string | undefined {
  const tokens = layout(tree, { unit, listsIndented: areListsIndented(tree) });
  if (!tokens) return undefined;
  const mark = tree.text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const text = mark + print(tokens, lineBreakOf(tree.text));
  return sameValues(tree, parse(text, 'yaml')) ? text : undefined;
}

const byteOrderMark = '\ufeff';

/** Do dashes stand deeper than the key above them, as most of this text has it? */
function areListsIndented(tree: Tree): boolean {
  let deeper = 0;
  let level = 0;
  for (const { fragment } of tree.documents)
    walk(fragment.root, (node, pair) => {
      if (node.kind !== 'seq' || node.flow || !pair) return;
      const [list, key] = [textRange(tree, node), textRange(tree, pair)].map(({ start }) => columnOf(tree.text, start));
      if (list! > key!) deeper++;
      else level++;
    });
  return deeper === level ? styleOf(tree).listsIndented : deeper > level;
}
