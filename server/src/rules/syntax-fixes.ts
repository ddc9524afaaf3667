/** Fixes of syntax problems that are a sign or two away from being right. */
import { behindBreak, indentLines, insert, isInFlow, replaceOddBlanks, replaceTabs } from '../syntax/edit.ts';
import { withoutQuotes } from '../syntax/open-quote.ts';
import { mendBrackets } from '../syntax/json/brackets.ts';
import { pathAt, walk } from '../syntax/locate.ts';
import { lineEnd, lineStart } from '../syntax/text.ts';
import type { Edit, Format, Tree } from '../syntax/node.ts';
import { textRange } from '../syntax/range.ts';
import { styleOf } from '../syntax/style.ts';
import { doubleQuoted, singleQuoted } from '../syntax/write.ts';
import { alignDashes, alignKeys } from './column-fixes.ts';
import type { Finding, Fix } from './finding.ts';
import { nearest } from './nearest.ts';

/** What a problem is about: absolute offsets, and the words between them. */
interface Trouble {
  readonly tree: Tree;
  readonly text: string;
  readonly at: Finding['at'];
  readonly start: number;
  readonly end: number;
  readonly words: string;
}
type Make = (trouble: Trouble) => Fix | undefined;

const fix = (title: string, ...edits: Edit[]): Fix => ({ title, edits, preferred: true });
const add = (title: string, at: number, newText: string): Fix => fix(title, insert(at, newText));
const change = ({ start, end }: Pick<Trouble, 'start' | 'end'>, title: string, newText: string): Fix => fix(title, { start, end, newText });

/** Are the lines below part of what stands on this line? Then a sign more on this one does not mend it. */
function goesOnBelow({ text, start }: Trouble): boolean {
  const indent = (line: string): number => /^ */.exec(line)![0].length;
  const own = indent(text.slice(lineStart(text, start)));
  const below =
    /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*([^\r\n]*)/.exec(text.slice(lineEnd(text, start)).replace(/^(?:\r\n?|\n)/, ''))?.[1] ?? '';
  return below.trim() !== '' && indent(below) > own;
}

/** The end of the value on this line, before blanks and a comment. */
function valueEnd({ text, start }: Trouble): number {
  const line = text.slice(start, lineEnd(text, start));
  return start + line.replace(/\s+#.*$/, '').trimEnd().length;
}

/** Inside brackets a value ends before the next comma or bracket. */
const quoteToEnd: Make = (trouble) => {
  const { tree, text, at, start } = trouble;
  const line = valueEnd(trouble);
  if (!isInFlow(tree, at))
    return goesOnBelow(trouble) ? undefined : change({ start, end: line }, 'Quote the value', singleQuoted(text.slice(start, line)));
  const value = /^[^,[\]{}]*/.exec(text.slice(start, line))![0].trimEnd();
  return change({ start, end: start + value.length }, 'Quote the value', singleQuoted(value));
};

/** The words as they are, in quotes. */
const quoteWords =
  (title: string): Make =>
  (trouble) =>
    change(trouble, title, singleQuoted(trouble.words));

/** A guess among others. */
const quoteIt: Make = (trouble) => ({
  ...change(trouble, `Quote it: ${singleQuoted(trouble.words)}`, singleQuoted(trouble.words)),
  preferred: false,
});

const remove =
  (title: string): Make =>
  (trouble) =>
    change(trouble, title, '');

const words: Readonly<Record<string, string>> = { true: 'true', false: 'false' };
const bracket: Readonly<Record<string, string>> = { '}': ']', ']': '}' };

/** In the column of the dashes: what stands below goes along where it would not be deeper than the key any more. */
const dashBefore: Make = ({ tree, text, start }) => {
  const line = lineStart(text, start);
  const nodes = pathAt(tree, start)?.nodes ?? [];
  const element = nodes.find((each) => textRange(tree, each).start === start);
  if (!element || isInFlow(tree, element) || text.slice(line, start).trim() !== '') return undefined;
  const own = start - line;
  const { end } = textRange(tree, element);
  const [first] = deeperLines(text, start);
  const moved = first && first.start < end && first.indent <= own + 2 ? indentLines(tree, { start: lineEnd(text, start), end }, 2) : [];
  return fix('Add "- "', { start: line, end: start, newText: `${' '.repeat(own)}- ` }, ...moved);
};

const missingDash: Make = (trouble) => {
  const { text, start } = trouble;
  const line = lineStart(text, start);
  const column = start - line;
  if (column < 2 || text.slice(line, start).trim() !== '') return undefined;
  // The dash stands where the other elements have theirs, two columns before what follows it.
  const rest = text.slice(start, start + 2000);
  const next = /\n( *)- /g;
  for (let match = next.exec(rest); match; match = next.exec(rest)) {
    if (match[1]!.length > column) continue;
    if (match[1]!.length !== column - 2) break;
    return change({ start: start - 2, end: start }, 'Add "- "', '- ');
  }
  return dashBefore(trouble);
};

/** The signs of quotes inside of a text, written as its own quotes ask for; those that are written so already stay. */
const innerQuotes: Readonly<Record<string, (inside: string) => string>> = {
  "'": (inside) => inside.replace(/''?/g, "''"),
  '"': (inside) => inside.replace(/\\[^]|"/g, (sign) => (sign === '"' ? '\\"' : sign)),
};

/** The quotes end too early: the ones inside are written as such, or, where a text goes on behind quotes, all of it goes into quotes. */
const quoteAll: Make = (trouble) => {
  const { tree, text, at, start } = trouble;
  const before = /(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*$/.exec(text.slice(lineStart(text, start), start))?.[0];
  if (before === undefined || isInFlow(tree, at)) return undefined;
  const range = { start: start - before.length, end: valueEnd(trouble) };
  const value = text.slice(range.start, range.end);
  const mark = before[0]!;
  // `'a' or 'b'` is two texts in quotes, `'it's'` is one, and so is what has an odd number of them.
  const isOne = value.endsWith(mark) && (/\S$/.test(before) || value.split(mark).length % 2 === 0);
  const newText = isOne ? mark + innerQuotes[mark]!(value.slice(1, -1)) + mark : singleQuoted(value);
  return change(range, 'Put all of it in quotes', newText);
};

/** The lines below an offset that are indented deeper than its own: where each starts, and how far it is indented. */
function deeperLines(text: string, offset: number): readonly { readonly start: number; readonly indent: number }[] {
  const indentAt = (at: number): number => /^ */.exec(text.slice(at))![0].length;
  const own = indentAt(lineStart(text, offset));
  const found = [];
  for (let stop = lineEnd(text, offset); stop < text.length; stop = lineEnd(text, stop)) {
    const start = behindBreak(text, stop);
    stop = start;
    if (text.slice(start, lineEnd(text, start)).trim() === '') continue;
    const indent = indentAt(start);
    if (indent <= own) break;
    found.push({ start, indent });
  }
  return found;
}

/** The dash goes below its key; what stands deeper than the other dashes goes with it, where it would not be below its own key. */
const listBelow: Make = ({ tree, text, start }) => {
  const line = text.slice(lineStart(text, start), start);
  if (!/:\s+$/.test(line)) return undefined;
  const { lineBreak, unit, listsIndented } = styleOf(tree);
  const below = deeperLines(text, start);
  const dash = below.find((each) => /^ *- /.test(text.slice(each.start, each.start + each.indent + 2)));
  const column = dash?.indent ?? /^[ -]*/.exec(line)![0].length + (listsIndented ? unit : 0);
  const inside = below.slice(0, dash ? below.indexOf(dash) : below.length);
  const deeper = inside[0] && /:\s*(?:#.*)?$/.test(text.slice(start, lineEnd(text, start))) ? column + 2 + unit - inside[0].indent : 0;
  const moved = inside.flatMap((each): Edit[] => (deeper > 0 ? [insert(each.start, ' '.repeat(deeper))] : []));
  const gap = { start: start - /\s*$/.exec(line)![0].length, end: start, newText: lineBreak + ' '.repeat(column) };
  return fix('Start the list on the next line', gap, ...moved);
};

/** The bracket, and the one that closes it on a line of its own. */
const withoutBracket: Make = ({ text, start, end, words: open }) => {
  const blank = /[ \t]*$/.exec(text.slice(lineStart(text, start), start))![0].length;
  const lineStop = lineEnd(text, start);
  const closer = new RegExp(`(?:\\r\\n?|\\n)[ \\t]*\\${open === '[' ? ']' : '}'},?[ \\t]*(?=[\\r\\n]|$)`).exec(text.slice(lineStop));
  const rest = closer ? text.slice(lineStop, lineStop + closer.index) : '';
  // Of another bracket further down.
  const isOwn = closer && !/[[{]\s*$/m.test(rest) && deeperLines(text, start).every(({ start: at }) => at <= lineStop + closer.index + 2);
  const removal = isOwn ? [{ start: lineStop + closer.index, end: lineStop + closer.index + closer[0].length, newText: '' }] : [];
  return fix(`Remove the "${open}"`, { start: start - blank, end, newText: '' }, ...removal);
};

/** Keys that stand on the line of the one that holds them: each gets a line of its own, and what stands below goes with the last. */
const linesOfTheirOwn: Make = ({ tree, text, start }) => {
  const line = lineStart(text, start);
  const stop = lineEnd(text, start);
  if (/,\s+[\w-]+:\s/.test(text.slice(start, stop))) return undefined;
  const { lineBreak, unit } = styleOf(tree);
  const edits: Edit[] = [];
  let column = /^[ -]*/.exec(text.slice(line, start))![0].length;
  const own = column;
  for (let at = start; ;) {
    column += unit;
    const blanks = /[ \t]*$/.exec(text.slice(line, at))![0].length;
    edits.push({ start: at - blanks, end: at, newText: lineBreak + ' '.repeat(column) });
    const key = /^[\w-]+:[ \t]+(?=[\w-]+:(?:[ \t]|$))/.exec(text.slice(at, stop));
    if (!key) break;
    at += key[0].length;
  }
  const below = /^(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*( *)/.exec(text.slice(stop))?.[1]?.length ?? 0;
  if (below <= own) return fix('Put it on a line of its own', ...edits);
  if (!/:\s*(?:#.*)?$/.test(text.slice(start, stop)))
    return edits.length > 1 ? undefined : fix('Put it on a line of its own', { ...edits[0]!, newText: lineBreak + ' '.repeat(below) });
  const deeper = ' '.repeat(Math.max(0, column + unit - below));
  const lines = new RegExp(`(?:\\r\\n?|\\n)(?=([ ]*)[^\\s])`, 'g');
  lines.lastIndex = stop;
  for (let match = lines.exec(text); match && match[1]!.length > own; match = lines.exec(text))
    if (deeper) edits.push(insert(match.index + match[0].length, deeper));
  return fix('Put it on a line of its own', ...edits);
};

/** `name: order, version: 1` — each key on a line of its own, below the first. */
const linesForCommas: Make = ({ tree, text, start, words }) => {
  const column = /^[ -]*/.exec(text.slice(lineStart(text, start), start))![0].length;
  const newText = styleOf(tree).lineBreak + ' '.repeat(column);
  const edits = [...words.matchAll(/,[ \t]+(?=[\w-]+:[ \t])/g)].map(({ 0: comma, index }): Edit => ({
    start: start + index,
    end: start + index + comma.length,
    newText,
  }));
  return fix(edits.length > 1 ? 'Put each on a line of its own' : 'Put it on a line of its own', ...edits);
};

const closeQuote: Make = ({ text, start, end, words: open }) => {
  const mark = text[start]!;
  // Behind an odd number of them it is this one that closes, and what is wrong stands before it.
  if (text.slice(lineStart(text, start), start).split(mark).length % 2 === 0) return undefined;
  const last = open.at(-1)!;
  return /[“”„‟’]/.test(last)
    ? change({ start: end - 1, end }, `Change ${last} to ${mark}`, mark)
    : add(`Add ${mark} at the end`, end, mark);
};

/** Behind the last thing that stands inside; on a line of its own, as its opening one begins, where they are on several. */
const closeBracket: Make = ({ tree, text, start, words: open }) => {
  const close = open === '{' ? '}' : ']';
  const node = pathAt(tree, start)?.nodes.find(
    (each) => textRange(tree, each).start === start && (each.kind === 'map' || each.kind === 'seq'),
  );
  if (!node) return undefined;
  const inside = text.slice(start, textRange(tree, node).end);
  const at = start + inside.replace(/[\s,]+$/, '').length;
  const below = at > lineEnd(text, start) ? styleOf(tree).lineBreak + /^[ \t]*/.exec(text.slice(lineStart(text, start)))![0] : '';
  // A comma behind the last thing separates what is inside, or, in brackets, the next thing outside.
  const end = isInFlow(tree, node) ? at : start + inside.trimEnd().length;
  return change({ start: at, end }, `Add "${close}"`, below + close);
};

const oddBlank: Make = ({ tree, start }) => fix('Replace with spaces', ...replaceOddBlanks(tree, start));

/** `name = order`, `name => order`: the sign makes way for the colon; else a colon is added behind the key. */
const colonFor: Make = ({ text, start, end }) => {
  const words = text.slice(start, end);
  const last = /[ \t]*(?:=>|:=|=)$/.exec(words);
  if (last && last.index > 0) return change({ start: start + last.index, end }, 'Change to ":"', ':');
  const sign = /^([\w$.-]+)([ \t]*(?:=>|:=|::|[=;])[ \t]*)\S/.exec(words);
  if (sign) {
    const from = start + sign[1]!.length;
    return change({ start: from, end: from + sign[2]!.length }, `Write ": " after "${sign[1]}"`, ': ');
  }
  const word = /^[A-Za-z_$][\w.$-]*(?=[ \t]+\S)/.exec(words)?.[0];
  return add(word ? `Add ":" after "${word}"` : 'Add ":"', start + (word?.length ?? end - start), ':');
};

/** Behind the last word of what stands before, or before the word that turned out to be a key. */
const commaBefore: Make = ({ text, start }) => {
  const line = text.slice(lineStart(text, start), start);
  if (text[start] !== ':')
    return /[\w"'{[&*]/.test(text[start]!) ? add('Add a comma', start - /\s*$/.exec(line)![0].length, ',') : undefined;
  const key = /[ \t]+[\w.$-]+[ \t]*$/.exec(line)?.[0];
  return key ? add('Add a comma', start - key.length, ',') : undefined;
};

/** The value of the key on this line, all of it. */
const quoteWhole: Make = (trouble) => {
  const { tree, text, at, start } = trouble;
  const line = lineStart(text, start);
  const key = /^\s*(?:- +)*[\w.$-]+:\s+/.exec(text.slice(line, start))?.[0];
  if (!key || isInFlow(tree, at) || goesOnBelow(trouble)) return undefined;
  const range = { start: line + key.length, end: valueEnd(trouble) };
  return change(range, 'Put all of it in quotes', singleQuoted(text.slice(range.start, range.end)));
};

/** Every backslash of the text that makes no escape. */
const escapeBackslashes =
  (escapes: RegExp): Make =>
  ({ tree, text, start }) => {
    const node = pathAt(tree, start)?.nodes.at(-1);
    if (node?.kind !== 'scalar') return add('Write the backslash twice', start, '\\');
    const range = textRange(tree, node);
    const edits = [...text.slice(range.start, range.end).matchAll(/\\([^])/g)].flatMap((found) =>
      escapes.test(found[1]!) ? [] : [insert(range.start + found.index, '\\')],
    );
    return fix('Write the backslash twice', ...edits);
  };

const textBelow: Make = ({ tree, text, start, end }) => {
  const { lineBreak, unit } = styleOf(tree);
  const line = text.slice(lineStart(text, start), start);
  const below = /^(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*( *)\S/.exec(text.slice(lineEnd(text, start)))?.[1]?.length ?? 0;
  const own = /^[ -]*/.exec(line)![0].length;
  return change(
    { start: start - /[ \t]*$/.exec(line)![0].length, end },
    'Start the text on the next line',
    lineBreak + ' '.repeat(Math.max(below, own) > own ? below : own + unit) + text.slice(start, end),
  );
};

const moveInto =
  (align: (tree: Tree, start: number) => readonly Edit[]): Make =>
  ({ tree, start }) =>
    fix('Line it up with its neighbours', ...align(tree, start));

/** A sign of another language before a comment; one that closes it goes, too. */
const hashComment: Make = ({ words, ...trouble }) =>
  change(trouble, 'Write it with "#"', `# ${words.replace(/^(?:\/\/+|\/\*+|--|<!--)\s*/, '').replace(/\s*(?:\*\/|-->)$/, '')}`);

/** The name of something above that is written nearly the same. */
const otherAlias: Make = ({ tree, start, words, ...trouble }) => {
  const above = new Set<string>();
  const document = tree.documents.findLast(({ offset }) => offset <= start);
  walk(document?.fragment.root, (node) => {
    if (node.anchor !== undefined && textRange(tree, node).start < start) above.add(node.anchor);
  });
  const meant = nearest(words.slice(1), above);
  return meant === undefined ? undefined : change({ start, end: trouble.end }, `Change to "*${meant}"`, `*${meant}`);
};

const yaml: Readonly<Record<string, Make>> = {
  'syntax/indentation': moveInto(alignKeys),
  'syntax/misplaced-dash': moveInto(alignDashes),
  'syntax/missing-comma': commaBefore,
  'syntax/text-after-value': quoteWhole,
  'syntax/block-header': textBelow,
  'syntax/unopened-bracket': (trouble) => change(trouble, `Remove this "${trouble.words}"`, ''),
  'syntax/stray-separator': (trouble) => change(trouble, 'Remove it', ''),
  'syntax/foreign-comment': hashComment,
  'syntax/code-fence': ({ text, start, end }) =>
    fix('Remove this line', { start: lineStart(text, start), end: behindBreak(text, lineEnd(text, end)), newText: '' }),
  'syntax/list-sign': (trouble) => change(trouble, 'Change to "- "', '-'),
  'syntax/missing-colon': colonFor,
  'syntax/missing-space-after-colon': ({ end }) => add('Add a space after the colon', end, ' '),
  'syntax/missing-space-after-dash': ({ end }) => add('Add a space after the dash', end, ' '),
  'syntax/missing-dash': missingDash,
  'syntax/colon-in-value': (trouble) =>
    goesOnBelow(trouble) && !/[\r\n]/.test(trouble.words) ? undefined : quoteWords('Quote the value')(trouble),
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
  'syntax/control-character': remove('Remove it'),
  'syntax/extra-comma': remove('Remove this comma'),
  'syntax/wrong-bracket': (trouble) => change(trouble, `Close with "${bracket[trouble.words]}"`, bracket[trouble.words] ?? ''),
};

/** `=` or `=>` in the place of the colon. */
const colonForSign = (text: string, at: number): Fix | undefined => {
  const sign = /^[ \t]*=>?/.exec(text.slice(at, at + 20))?.[0];
  return sign ? change({ start: at, end: at + sign.length }, 'Change to ":"', ':') : undefined;
};

const hex = (char: string): string => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** All of them up to the end of the text they stand in. */
const escapeControls: Make = ({ text, start }) => {
  const inside = /^(?:[^"\\]|\\[^])*/.exec(text.slice(start))![0];
  const written = inside
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\t/g, '\\t')
    .replace(/[\0-\x1f]/g, hex);
  const title = /[\r\n]/.test(inside)
    ? 'Write \\n for the line break'
    : inside.startsWith('\t')
      ? 'Write \\t for the tab'
      : `Write ${hex(text[start]!)} for the control character`;
  return change({ start, end: start + inside.length }, title, written);
};

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

const json: Readonly<Record<string, Make>> = {
  'syntax/odd-blank': oddBlank,
  'syntax/trailing-comma': remove('Remove this comma'),
  'syntax/extra-comma': remove('Remove this comma'),
  'syntax/unopened-bracket': (trouble) => mend(trouble) ?? change(trouble, `Remove this "${trouble.words}"`, ''),
  'syntax/extra-bracket': mend,
  'syntax/wrong-opener': mend,
  'syntax/wrong-bracket': mend,
  'syntax/missing-bracket': mend,
  'syntax/line-twice': mend,
  'syntax/single-quotes': (trouble) =>
    change(trouble, 'Change to double quotes', doubleQuoted(trouble.words.replace(/^'|'$/g, '').replace(/\\'/g, "'"))),
  'syntax/unquoted-key': (trouble) => {
    const key = withoutQuotes(trouble.words);
    return change(trouble, `Quote "${key}"`, doubleQuoted(key));
  },
  'syntax/control-character': escapeControls,
  'syntax/unclosed-bracket': (trouble) => mend(trouble) ?? closeBracket(trouble),
  'syntax/unquoted-text': (trouble) => change(trouble, 'Put it in double quotes', doubleQuoted(withoutQuotes(trouble.words))),
  'syntax/word-spelling': (trouble) => {
    const word = words[trouble.words.toLowerCase()] ?? 'null';
    return change(trouble, `Change to ${word}`, word);
  },
  'syntax/missing-json-colon': ({ end, text }) =>
    /^[ \t]*["\d[{tfn-]/.test(text.slice(end, end + 20)) ? add('Add ":"', end, ':') : colonForSign(text, end),
  'syntax/missing-comma': ({ text, start }) =>
    /["[{]/.test(text[start]!) ? add('Add a comma', text.slice(0, start).trimEnd().length, ',') : undefined,
  'syntax/semicolon': (trouble) => change(trouble, 'Change to ","', ','),
  'syntax/json-escape': escapeBackslashes(/["\\/bfnrtu]/),
  'syntax/text-before-json': ({ text, start, end }) => {
    const tail = /[;)]+(?=\s*$)/.exec(text.slice(end));
    const from = end + (tail?.index ?? 0);
    const behind = tail ? [{ start: from, end: from + tail[0].length, newText: '' }] : [];
    return fix('Remove it', { start, end: end + /^\s*/.exec(text.slice(end))![0].length, newText: '' }, ...behind);
  },
  // What is a value of its own is not thrown away.
  'syntax/text-after-json': (trouble) => (/^[{[]/.test(trouble.words) ? undefined : change(trouble, 'Remove it', '')),
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

const tables: Readonly<Record<Format, Readonly<Record<string, Make>>>> = { yaml, json };

/** The fixes of a syntax error by its code, `at` being where it was reported; none for codes that have none. */
export function syntaxFixes(tree: Tree, code: string, at: Finding['at']): readonly Fix[] {
  const { start, end } = textRange(tree, at);
  const { text, format } = tree;
  const made = tables[format][code]?.({ tree, text, at, start, end, words: text.slice(start, end) });
  return made && made.edits.length > 0 ? [made] : [];
}
