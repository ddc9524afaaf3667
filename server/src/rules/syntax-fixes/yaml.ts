/** The fixes of YAML by the code of the problem. */
import { behindBreak, replaceTabs } from '../../syntax/edit.ts';
import { lineEnd, lineStart } from '../../syntax/text.ts';
import { type Swap, swapAt, swapsNear } from '../../syntax/yaml/swapped.ts';
import type { Fix } from '../finding.ts';
import { alignDashes, alignKeys, isDeeperThan } from './columns.ts';
import { linesForCommas, linesOfTheirOwn, listBelow, missingDash, moveInto, textBelow } from './lines.ts';
import { type Make, add, change, fix, goesOnBelow, oddBlank, remove } from './make.ts';
import { closeQuote, escapeBackslashes, escapeInQuotes, quoteAll, quoteIt, quoteToEnd, quoteWhole, quoteWords } from './quotes.ts';
import { closeBracket, colonFor, commaBefore, hashComment, otherAlias, withoutBracket } from './signs.ts';

const bracket: Readonly<Record<string, string>> = { '}': ']', ']': '}' };

const swapped = ({ words: [upper, lower], edits }: Swap): Fix => fix(`Swap "${upper}" and "${lower}"`, ...edits);

/** A line out of place may have changed places with a neighbour. */
const orSwapped =
  (make: Make): Make =>
  (trouble) =>
    [make(trouble) ?? [], swapsNear(trouble.text, trouble.start).map(swapped)].flat(2);

export const yaml: Readonly<Record<string, Make>> = {
  'syntax/indentation': orSwapped(moveInto(alignKeys)),
  'syntax/misplaced-dash': orSwapped(moveInto(alignDashes)),
  'syntax/dash-without-list': orSwapped(() => undefined),
  'syntax/lines-swapped': ({ text, start }) => [swapAt(text, start) ?? []].flat().map(swapped),
  'syntax/missing-comma': commaBefore,
  'syntax/text-after-value': quoteWhole,
  'syntax/block-header': textBelow,
  'syntax/unopened-bracket': (trouble) => change(trouble, `Remove this "${trouble.words}"`, ''),
  'syntax/stray-separator': (trouble) => change(trouble, 'Remove it', ''),
  'syntax/foreign-comment': hashComment,
  'syntax/code-fence': ({ text, start, end }) =>
    fix('Remove this line', { start: lineStart(text, start), end: behindBreak(text, lineEnd(text, end)), newText: '' }),
  'syntax/extra-dash': ({ tree, start }) => change({ start, end: start + 2 }, 'Remove the "-"', isDeeperThan(tree, start) ? '  ' : ''),
  'syntax/list-sign': (trouble) => change(trouble, 'Change to "- "', '-'),
  'syntax/missing-colon': colonFor,
  'syntax/missing-space-after-colon': ({ end }) => add('Add a space after the colon', end, ' '),
  'syntax/missing-space-after-dash': ({ end }) => add('Add a space after the dash', end, ' '),
  'syntax/missing-dash': orSwapped(missingDash),
  // A dash and a key are the next line, which ran into this one.
  'syntax/colon-in-value': (trouble) =>
    /\s-\s+\S+:(?:\s|$)/.test(trouble.words) || (goesOnBelow(trouble) && !/[\r\n]/.test(trouble.words))
      ? undefined
      : quoteWords('Quote the value')(trouble),
  'syntax/key-behind-comma': linesForCommas,
  'syntax/brackets-in-text': (trouble) => quoteWords(trouble.words.startsWith('${') ? 'Quote the expression' : 'Quote the value')(trouble),
  'syntax/odd-blank': oddBlank,
  'syntax/nested-on-one-line': linesOfTheirOwn,
  'syntax/tab': ({ tree, start }) => fix('Indent with spaces', ...replaceTabs(tree, start)),
  'syntax/reserved-character': quoteToEnd,
  'syntax/unknown-alias': (trouble) => otherAlias(trouble) ?? quoteIt(trouble),
  'syntax/alias-of-itself': quoteIt,
  'syntax/alias-name': quoteToEnd,
  'syntax/anchor-name': quoteToEnd,
  'syntax/text-after-quote': quoteAll,
  'syntax/list-on-key-line': listBelow,
  'syntax/bracket-before-list': withoutBracket,
  'syntax/second-anchor': ({ text, start, end }) =>
    change({ start, end: end + /^[ \t]*/.exec(text.slice(end))![0].length }, 'Remove it', ''),
  'syntax/unclosed-quote': closeQuote,
  'syntax/unclosed-bracket': closeBracket,
  'syntax/bad-escape': escapeBackslashes(/[0abtnvfre "/\\N_LPxuU\t\r\n]/),
  'syntax/control-character': escapeInQuotes,
  'syntax/extra-comma': remove('Remove this comma'),
  'syntax/wrong-bracket': (trouble) => change(trouble, `Close with "${bracket[trouble.words]}"`, bracket[trouble.words] ?? ''),
};
