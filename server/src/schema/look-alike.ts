/** What is legal and says something else than it looks like: a comment that was to be a value, quotes that are none, braces of a template. */
import type { Comment, Node, NodeRange, Pair, ScalarNode, SeqNode } from '../syntax/node.ts';
import type { ValidationContext } from './context.ts';
import { changeText, type Fixes, quoteText, quoteWhole } from './fixes.ts';
import { beginsExpression } from '../formats/expression.ts';
import { textRange } from '../syntax/range.ts';
import { columnOf, lineStart } from '../syntax/text.ts';
import { fix } from './fixes/fix.ts';
import { endsInString, jqCode } from '../formats/jq.ts';
import { quote } from '../formats/quote.ts';

/** A remark about a pair, whatever its schema asks for. */
interface Remark {
  readonly at: NodeRange;
  readonly message: string;
  readonly fixes?: Fixes;
}

/** One sign behind the value, on its line: a "#" that was part of it, perhaps. Comments stand in the order of the text. */
function commentBehind({ key: { fragment }, end }: Pair): Comment | undefined {
  const { comments } = fragment;
  let from = 0;
  for (let to = comments.length; from < to;) {
    const middle = (from + to) >> 1;
    if (comments[middle]!.start <= end) from = middle + 1;
    else to = middle;
  }
  const found = comments[from];
  // Where a blank follows the sign, a comment was meant.
  return found && found.start === end + 1 && found.end - found.start === found.text.length + 1 ? found : undefined;
}

/** Both signs, or one of them where the other is straight. */
const typographic = /^(?:[“”„‟].*[“”"]|".*[“”]|«.*»|».*«|[‘’‚].*[‘’'])$/s;

/** Quotes as books have them, which YAML reads as part of the text. */
export const hasTypographicQuotes = ({ style, text }: ScalarNode): boolean => style === 'plain' && typographic.test(text);

/** What to say about them. */
export const typographicQuotes = (node: ScalarNode): Required<Pick<Remark, 'message' | 'fixes'>> => {
  const inner = node.text.slice(1, -1);
  return {
    message: `These are typographic quotes, which are part of the text. Change them to '.`,
    fixes: quoteText(node, 'Change the quotes', inner),
  };
};

/** What stands before a value and is none of it, up to the end of the value, in quotes. */
const quoteFrom =
  ({ key, value }: Pair, sign: string): Fixes =>
  (tree) => {
    const behind = textRange(tree, key).end;
    const start = tree.text.indexOf(sign, behind);
    const end = Math.max(start + sign.length, value ? textRange(tree, value).end : 0);
    return quoteWhole({ ...key, start: start - tree.base(key.fragment), end: end - tree.base(key.fragment) })(tree);
  };

/** `{{ x }}`, which other tools fill in. */
function templateOf(value: Node | undefined): Remark | undefined {
  const [inner, ...others] = value?.kind === 'map' && value.flow ? value.pairs : [];
  const name = /^\{\s*([^{}]+?)\s*\}$/.exec(inner?.key.style === 'plain' && !inner.value ? inner.key.text : '')?.[1];
  if (!value || name === undefined || others.length > 0) return undefined;
  const expression = `\${ ${/^[A-Za-z_]/.test(name) ? '.' : ''}${name} }`;
  return {
    at: value,
    message: `YAML reads {{ }} as a mapping. An expression is written ${expression}.`,
    fixes: changeText(value, `Change to ${quote(expression)}`, expression),
  };
}

/** `$ .x }` or `$ { .x }`: what is left of an expression; undefined for anything else. */
function brokenExpression({ text }: ScalarNode): string | undefined {
  const [, spaced, bare] = /^\$(?:\s+\{\s*(.+?)\s*\}|\s*([.$][^{}]*?)\s*\})$/.exec(text) ?? [];
  return spaced ?? bare;
}

const looks: readonly ((pair: Pair) => Remark | undefined)[] = [
  ({ key }) => (hasTypographicQuotes(key) ? { at: key, ...typographicQuotes(key) } : undefined),
  ({ value }) => templateOf(value),
  (pair) => {
    const { value } = pair;
    if (value?.kind !== 'scalar' || value.style !== 'plain') return undefined;
    if (value.tag && /^![^!<]/.test(value.tag))
      return {
        at: value,
        message: `YAML reads ${quote(value.tag)} as a tag, which is no part of the text. Put all of it in quotes.`,
        fixes: quoteFrom(pair, value.tag),
      };
    if (value.anchor && value.text === '')
      return {
        at: value,
        message: `YAML reads "&${value.anchor}" as the name of a value, and none follows. Put it in quotes if it is text.`,
        fixes: quoteFrom(pair, `&${value.anchor}`),
      };
    return undefined;
  },
  (pair) => {
    const comment = pair.value ? undefined : commentBehind(pair);
    if (!comment || !/^[0-9A-Za-z][\w-]*$/.test(comment.text)) return undefined;
    return {
      at: { fragment: pair.key.fragment, start: comment.start, end: comment.end },
      message: `What follows " #" is a comment, so ${quote(pair.key.text)} has no value. Quote it: '#${comment.text}'.`,
      fixes: quoteWhole({ fragment: pair.key.fragment, start: comment.start, end: comment.end }),
    };
  },
  (pair) => {
    const { value } = pair;
    if (value?.kind !== 'scalar' || value.style !== 'plain' || typeof value.value !== 'string') return undefined;
    if (hasTypographicQuotes(value)) return { at: value, ...typographicQuotes(value) };
    if (/^[^"]*[^\s\d"]"$/.test(value.text))
      return {
        at: value,
        message: 'A quote stands at the end of this text, and none at its start. Remove it, or add the other.',
        fixes: quoteText(value, 'Quote the text', value.text.slice(0, -1)),
      };
    const comment = commentBehind(pair);
    if (!comment || !(/^\d/.test(comment.text) || beginsExpression(value.text))) return undefined;
    return {
      at: { fragment: pair.key.fragment, start: comment.start, end: comment.end },
      message: `What follows " #" is a comment, so the text ends before it. Quote the whole text.`,
      fixes: quoteWhole({ fragment: value.fragment, start: value.start, end: comment.end }),
    };
  },
];

/** More braces are opened than closed: `${HOME}/bin` is closed, and has words behind it. */
function isOpen(text: string): boolean {
  const code = jqCode(text);
  return code.split('{').length > code.split('}').length;
}

/** Where quotes say what is text, too. */
const looksAnywhere: readonly ((pair: Pair) => Remark | undefined)[] = [
  ({ value }) => {
    const inner = value?.kind === 'scalar' && typeof value.value === 'string' ? brokenExpression(value) : undefined;
    if (!value || inner === undefined) return undefined;
    const expression = `\${ ${inner} }`;
    return {
      at: value,
      message: `This is text. An expression begins with "\${", as in ${expression}.`,
      fixes: changeText(value, `Change to ${quote(expression)}`, expression),
    };
  },
  (pair) => {
    const { value } = pair;
    return value?.kind === 'scalar' &&
      typeof value.value === 'string' &&
      beginsExpression(value.value) &&
      isOpen(value.value) &&
      !commentBehind(pair)
      ? {
          at: value,
          ...(endsInString(value.value)
            ? { message: 'A text inside this expression has no closing quote. Add one at its end.' }
            : {
                message: 'This begins as an expression and is not closed. Add "}" at its end.',
                fixes: changeText(value, 'Add "}" at the end', `${value.value.trimEnd()} }`),
              }),
        }
      : undefined;
  },
  ({ value }) => {
    if (value?.kind !== 'scalar' || typeof value.value !== 'string' || !isClosedTwice(value.value)) return undefined;
    const words = value.value.trimEnd().replace(/\s*\}$/, '');
    return {
      at: value,
      message: 'This expression is closed twice. Remove the last "}".',
      fixes: changeText(value, 'Remove the last "}"', words),
    };
  },
];

/** Does `${ … }` have a brace at its end that none inside has opened? Where texts hold expressions themselves, nobody counts. */
function isClosedTwice(text: string): boolean {
  if (!beginsExpression(text) || !/\}\s*\}\s*$/.test(text) || text.includes('\\(')) return false;
  const signs = text.replace(/"(?:[^"\\]|\\[^])*"|#[^\n]*(?=\n)/g, '').replace(/[^{}]+/g, '');
  return signs.split('}').length > signs.split('{').length;
}

/** A text over several lines, of which one begins with a dash: the next element, too far to the right. */
function dashInText(node: Node): Remark | undefined {
  const isLong = node.kind === 'scalar' && node.style === 'plain' && node.end - node.start > node.text.length;
  // Of more words than one in a line it may be a text with a dash in it.
  if (!isLong || !/^\S+(?: - \S+)+$/.test(node.text)) return undefined;
  return {
    at: node,
    message: 'A line of this text begins with "- ". As the next item it stands in the column of the other dashes.',
    fixes: (tree) => {
      const { start, end } = textRange(tree, node);
      const dash = /-[ \t]+$/.exec(tree.text.slice(lineStart(tree.text, start), start));
      if (!dash) return [];
      const column = columnOf(tree.text, start - dash[0].length);
      const lines = [...tree.text.slice(start, end).matchAll(/(?<=[\r\n]) +(?=- )/g)];
      return fix(
        'Make it an item of its own',
        lines.map(({ 0: blank, index }) => ({ start: start + index, end: start + index + blank.length, newText: ' '.repeat(column) })),
      );
    },
  };
}

/** Reports what an element of a list does not say, though it looks as if it did. */
export function reportLooksOfElement(node: Node, list: SeqNode, validation: ValidationContext): void {
  if (list.fragment !== validation.fragment || validation.format === 'json') return;
  const found =
    node.kind === 'scalar' && hasTypographicQuotes(node)
      ? { at: node, ...typographicQuotes(node) }
      : (dashInText(node) ?? templateOf(node));
  if (found) validation.report('schema/look-alike', found.at, found.message, { fixes: found.fixes });
}

/** Reports what a pair does not say, though it looks as if it did. */
export function reportLookAlikes(pair: Pair, validation: ValidationContext): void {
  if (pair.key.fragment !== validation.fragment) return;
  for (const look of validation.format === 'json' ? looksAnywhere : [...looksAnywhere, ...looks]) {
    const found = look(pair);
    if (found) validation.report('schema/look-alike', found.at, found.message, { fixes: found.fixes });
  }
}
