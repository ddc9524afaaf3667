/** The fixes of JSON by the code of the problem. */
import { insert } from '../../syntax/edit.ts';
import { mendBrackets } from '../../syntax/json/brackets.ts';
import { withoutQuotes } from '../../syntax/open-quote.ts';
import { doubleQuoted } from '../../syntax/write.ts';
import { type Make, add, change, fix, oddBlank, remove } from './make.ts';
import { closeQuote, escapeBackslashes, escapeControls, escapeQuotes } from './quotes.ts';
import { closeBracket, colonForSign, endBefore } from './signs.ts';

const words: Readonly<Record<string, string>> = { true: 'true', false: 'false' };

/** Brackets of JSON are found by looking at all of them: so are their fixes. */
const mend: Make = ({ text, start }) => {
  const found = mendBrackets(text);
  return found?.start === start ? fix(found.title, ...found.edits) : undefined;
};

/** The brace before the first key, and the one at the end where that is missing, too. */
const addOpener: Make = ({ tree, text, start }) => {
  const document = tree.documents.findLast(({ offset }) => offset <= start);
  const inside = document ? text.slice(start, document.offset + document.fragment.length).trimEnd() : '';
  const isJson = (words: string): boolean => {
    try {
      JSON.parse(words);
      return true;
    } catch {
      return false;
    }
  };
  const isOpen = isJson(`{${inside}}`);
  return fix(isOpen ? 'Put it in { }' : 'Add "{"', insert(start, '{'), ...(isOpen ? [insert(start + inside.length, '}')] : []));
};

export const json: Readonly<Record<string, Make>> = {
  'syntax/odd-blank': oddBlank,
  'syntax/trailing-comma': remove('Remove this comma'),
  'syntax/extra-quote': remove('Remove this quote'),
  'syntax/text-after-quote': escapeQuotes,
  'syntax/extra-comma': remove('Remove this comma'),
  'syntax/unopened-bracket': (trouble) => mend(trouble) ?? change(trouble, `Remove this "${trouble.words}"`, ''),
  'syntax/extra-bracket': mend,
  'syntax/wrong-opener': mend,
  'syntax/wrong-bracket': mend,
  'syntax/missing-bracket': mend,
  'syntax/missing-brace': mend,
  'syntax/line-twice': mend,
  'syntax/lines-swapped': mend,
  'syntax/unexpected-character': (trouble) => (trouble.words === ':' ? change(trouble, 'Remove it', '') : undefined),
  'syntax/single-quotes': (trouble) =>
    change(trouble, 'Change to double quotes', doubleQuoted(trouble.words.replace(/^'|'$/g, '').replace(/\\'/g, "'"))),
  'syntax/unquoted-key': (trouble) => {
    const key = withoutQuotes(trouble.words);
    return change(trouble, `Quote "${key}"`, doubleQuoted(key));
  },
  'syntax/control-character': escapeControls,
  'syntax/unclosed-bracket': (trouble) => mend(trouble) ?? closeBracket(trouble),
  'syntax/unquoted-text': (trouble) => {
    const words = withoutQuotes(trouble.words);
    // Quotes inside may be written as escapes already.
    return change(trouble, 'Put it in double quotes', /\\"/.test(words) ? `"${words}"` : doubleQuoted(words));
  },
  'syntax/word-spelling': (trouble) => {
    const word = words[trouble.words.toLowerCase()] ?? 'null';
    return change(trouble, `Change to ${word}`, word);
  },
  'syntax/missing-json-colon': ({ end, text }) =>
    /^[ \t]*["\d[{tfn-]/.test(text.slice(end, end + 20)) ? add('Add ":"', end, ':') : colonForSign(text, end),
  'syntax/missing-comma': ({ tree, text, at, start }) =>
    /["[{]/.test(text[start]!) ? add('Add a comma', endBefore(tree, at), ',') : undefined,
  'syntax/semicolon': (trouble) => change(trouble, 'Change to ","', ','),
  'syntax/json-escape': escapeBackslashes(/["\\/bfnrtu]/),
  'syntax/text-before-json': ({ text, start, end }) => {
    const tail = /[;)]+(?=\s*$)/.exec(text.slice(end));
    const from = end + (tail?.index ?? 0);
    const behind = tail ? [{ start: from, end: from + tail[0].length, newText: '' }] : [];
    return fix('Remove it', { start, end: end + /^\s*/.exec(text.slice(end))![0].length, newText: '' }, ...behind);
  },
  // What holds a value is not thrown away, nor is a comment.
  'syntax/text-after-json': ({ text, start, words }) => {
    const rest = words.replace(/(?:\/\/|\/\*|#)[^]*$/, '').trimEnd();
    return /["\w[{]/.test(text.slice(start, start + rest.length))
      ? undefined
      : change({ start, end: start + rest.length }, 'Remove it', '');
  },
  'syntax/missing-opener': addOpener,
  'syntax/json-comment': (trouble) => ({ ...change(trouble, 'Remove the comment', ''), preferred: false }),
  'syntax/bad-number': (trouble) => {
    if (/[NI]/.test(trouble.words)) return { ...change(trouble, 'Change to null', 'null'), preferred: false };
    const number = (/^-?0[xob]/i.test(trouble.words) ? String(Number(trouble.words)) : trouble.words)
      .replace(/^\+/, '')
      .replace(/^(-?)0+(?=\d)/, '$1')
      .replace(/^(-?)\./, '$10.')
      .replace(/\.(?=$|e)/i, '');
    return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(number) ? change(trouble, `Change to ${number}`, number) : undefined;
  },
  'syntax/unclosed-quote': closeQuote,
};
