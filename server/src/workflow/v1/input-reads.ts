/** Where expressions read what a task is given: what is sure without reading jq, no more than words and brackets tell. */
import { insideExpression } from '../../formats/expression.ts';
import { jqCode } from '../../formats/jq.ts';
import { some } from '../../syntax/locate.ts';
import type { Node, NodeRange, ScalarNode } from '../../syntax/node.ts';
import { sliceOf } from '../../syntax/range.ts';
import { at } from '../describe.ts';
import type { TaskSyntax } from '../model.ts';

/** An expression in a text: `code` has blanks for strings and comments, and begins `from` UTF-16 units into the text. */
interface Code {
  readonly code: string;
  readonly from: number;
}

/** The code of a text that is an expression as a whole, in `${ }` or bare. */
export function codeOf(text: string): Code {
  const inside = insideExpression(text);
  return inside === undefined ? { code: jqCode(text), from: 0 } : { code: jqCode(inside), from: text.indexOf('{') + 1 };
}

/** Behind one of these a new value begins. */
const opening = /(?:^|[([{:,+\-*/%=<>;]|(?<![\w.$@])(?:and|or|if|then|elif|else))\s*$/;

/**
 * Where an expression reads its input, `.`, for sure: in front of the first pipe, and not in what a function or a `reduce` is given.
 * Indices into the text.
 */
export function inputReads(text: string): readonly number[] {
  const { code, from } = codeOf(text);
  if (/(?<![\w.$@])def\b/.test(code)) return [];
  const calls: boolean[] = [];
  const reads: number[] = [];
  for (let index = 0; index < code.length && code[index] !== '|'; index++) {
    const sign = code[index]!;
    // The text of the author: in `code` a string is as blank as a space.
    const before = text.slice(from, from + index);
    if ('([{'.includes(sign)) calls.push(sign === '(' && /[\w$]\s*$/.test(before) && !opening.test(before));
    else if (')]}'.includes(sign)) calls.pop();
    else if (sign === '.' && !/\d/.test(code[index + 1] ?? '') && !calls.includes(true) && opening.test(before)) reads.push(from + index);
  }
  return reads;
}

/** What is read at one of these places: the dot with the name behind it. */
export const readAt = (text: ScalarNode, from: number): NodeRange =>
  sliceOf(text, from, from + /^\.\w*/.exec(text.text.slice(from))![0].length);

/** An expression begins with a function, which is handed its input: `map(.x)`, `[ keys[] ]`. */
const beginsWithCall = /^[\s([]*(?!(?:null|true|false|if|def|not)\b)[a-z_]\w*/;

/** An expression makes something of ".", which goes by this variable too, as far as can be told: not only where `inputReads` is sure. */
export const makesUseOf = (variable: '$input' | '$output', text: string): boolean => {
  const { code } = codeOf(text);
  return inputReads(text).length > 0 || beginsWithCall.test(code) || code.includes(variable);
};

const isWithin = (node: Node | undefined, site: ScalarNode): boolean => node !== undefined && some(node, (each) => each === site);

/** The expressions of a task that read what it is given: `input.from` makes something else of it for all others. */
export function readingInput(task: TaskSyntax): readonly ScalarNode[] {
  const from = at(task.body, 'input.from');
  const later = ['output.as', 'export.as'].map((path) => at(task.body, path));
  return task.facts.expressions
    .map((site) => site.at)
    .filter((site) => (from ? isWithin(from, site) : !later.some((each) => isWithin(each, site))));
}
