/** The smallest edits that change a document and leave the rest of it, comments included, as its author wrote it. */
import type { Edit } from './node.ts';

export { composeEdits } from './edit/compose.ts';
export { addElement, addPairBefore, addPairs, insertElement, insertPair, insertPairs, insertSources } from './edit/insert.ts';
export { flowSource, linesOfElement, moveElement, takePairs } from './edit/move.ts';
export { removeElement, removePair, startOf } from './edit/remove.ts';
export {
  collectionsAround,
  fillPair,
  isInFlow,
  quote,
  renameKey,
  replaceText,
  replaceTexts,
  replaceValue,
  setValue,
} from './edit/replace.ts';
export {
  behindBreak,
  indentLines,
  insert,
  replace,
  replaceOddBlanks,
  shifted,
  sourceOf,
  spaces,
  startsLine,
  wholeLines,
} from './edit/text.ts';
export { nested, setAt } from './edit/set.ts';
export { replaceTabs } from './edit/tabs.ts';
export { wrapMap } from './edit/wrap.ts';

/** A text with edits applied; they may come in any order but do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, edit.start) + edit.newText;
    from = Math.max(from, edit.end);
  }
  return result + text.slice(from);
}
