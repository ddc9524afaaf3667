/** Fixes that write another value, or one where there is none. */
import type { Edit, MapNode, Node, NodeRange, Pair, ScalarNode, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import {
  fillPair,
  flowSource,
  indentLines,
  insert,
  isInFlow,
  quote,
  replaceText,
  replaceValue,
  setValue,
  shifted,
  startsLine,
} from '../../syntax/edit.ts';
import { columnOf } from '../../syntax/text.ts';
import { styleOf } from '../../syntax/style.ts';
import type { Plain } from '../../syntax/value.ts';
import { writeFlow, writePair, writeText } from '../../syntax/write.ts';
import { placeholder } from '../placeholder.ts';
import type { Schema } from '../schema.ts';
import { quote as quoted } from '../../formats/quote.ts';
import { fix, type Fixes, standIn } from './fix.ts';

/** Another text, with the quotes that are there or that it needs. */
export const changeText =
  (node: NodeRange, title: string, text: string, preferred = true): Fixes =>
  (tree) =>
    fix(title, [replaceText(tree, node, text)], preferred);

/** Another value on one line. */
export const changeValue =
  (node: NodeRange, title: string, value: Plain): Fixes =>
  (tree) =>
    fix(title, [replaceValue(tree, node, value)]);

/** A mapping of all that is required, with this value under one of its keys. */
export const changeToFilled =
  (node: NodeRange, required: readonly string[], properties: NonNullable<Schema['properties']>, key: string, value: Plain): Fixes =>
  (tree) => {
    const filled = Object.fromEntries(required.map((name) => [name, name === key ? value : placeholder(name, properties[name] ?? {})]));
    return changeValue(node, `Change to ${writeFlow(filled, { format: tree.format })}`, filled)(tree);
  };

/** Its text, or another one, in quotes. */
export const quoteText =
  (node: Node, title: string, text: string): Fixes =>
  (tree) =>
    fix(title, quote(tree, node as ScalarNode, "'", text));

/** All that stands in a range, in single quotes. */
export const quoteWhole =
  (at: NodeRange): Fixes =>
  (tree) => {
    const { start, end } = textRange(tree, at);
    const newText = writeText(tree.text.slice(start, end).trimEnd(), { format: tree.format, style: 'single' });
    return fix(`Quote it: ${newText}`, [{ start, end, newText }]);
  };

export const declare = (version: ScalarNode, since: string): Fixes => changeText(version, `Declare ${since}`, since);

/** Puts a value under a key of its own, or several, on the same line. */
export const wrapInMap =
  (node: Node, real: Node, way: readonly string[]): Fixes =>
  (tree) => {
    const { start, end } = textRange(tree, node);
    const source = flowSource(tree, node === real ? { ...real, anchor: undefined, tag: undefined } : node);
    if (source === undefined) return [];
    const written = way.reduceRight((held, key) => `{ ${writeText(key, { format: tree.format, flow: true })}: ${held} }`, source);
    return fix(`Change to ${written}`, [{ start, end, newText: written }]);
  };

/** Leaves out the only key of a mapping: its value stands in its place. */
export const unwrap =
  (map: MapNode, { key, value }: Pair): Fixes =>
  (tree) => {
    if (!value) return [];
    const { start, end } = textRange(tree, map);
    const inner = textRange(tree, value);
    const title = `Leave out ${quoted(key.text)}`;
    if (map.flow)
      return fix(title, [
        { start, end: inner.start, newText: '' },
        { start: inner.end, end, newText: '' },
      ]);
    const column = columnOf(tree.text, start);
    const lines = tree.text.slice(textRange(tree, key).end, inner.start).match(/#[^\r\n]*/g) ?? [];
    const comments = lines.map((line) => line + styleOf(tree).lineBreak + ' '.repeat(column)).join('');
    return fix(title, [
      { start, end: inner.start, newText: comments },
      ...indentLines(tree, inner, column - columnOf(tree.text, inner.start)),
    ]);
  };

/** The colon of a key with the list that follows, which stays on its lines, or starts on one where it is on the key's. */
function colonBeforeList(tree: Tree, key: number, [whole, gap = '']: RegExpExecArray): Edit {
  const { lineBreak, unit } = styleOf(tree);
  const end = key + whole.length - 2;
  const lines = /[ \t]*[\r\n][^]*$/.exec(gap)?.[0] ?? lineBreak + ' '.repeat(columnOf(tree.text, key) + unit);
  return { start: end - gap.length, end, newText: `:${lines}` };
}

/** A key that lacks its colon, or the space behind it; below the key whose line it stands on. */
export const addColon =
  (node: ScalarNode, right: string, pair: Pair | undefined): Fixes =>
  (tree) => {
    const title = `Change to ${quoted(right)}`;
    const range = textRange(tree, node);
    if (isInFlow(tree, node)) return pair ? fix(title, [{ ...range, newText: `{ ${right} }` }]) : [];
    if (!pair || startsLine(tree.text, range.start)) {
      const list = right.endsWith(':') ? /^[^\s:=]+([\s:=>]*)- /.exec(tree.text.slice(range.start, range.end)) : null;
      return fix(title, [list ? colonBeforeList(tree, range.start, list) : { ...range, newText: right }]);
    }
    return fix(title, setValue(tree, pair, `\n${' '.repeat(styleOf(tree).unit)}${right}`));
  };

/** Writes a value where there is none. */
export const fillIn =
  (pair: Pair, schema: Schema): Fixes =>
  (tree) =>
    standIn(fix(`Write a value for ${quoted(pair.key.text)}`, fillPair(tree, pair, placeholder(pair.key.text, schema))));

/** A list item that is only the name of what it should be. */
export const giveBody =
  (node: ScalarNode, noun: string, value: Schema): Fixes =>
  (tree) => {
    const title = `Make ${quoted(node.text)} a ${noun}`;
    const body = placeholder('', value);
    if (isInFlow(tree, node)) return standIn(fix(title, [replaceValue(tree, node, { [node.text]: body })]));
    const { start, end } = textRange(tree, node);
    const newText = shifted(tree, writePair(node.text, body, styleOf(tree)), columnOf(tree.text, start));
    return standIn(fix(title, [{ start, end, newText }]));
  };

/** A key whose colon is followed by its value without a space, so that YAML reads on to the next colon. */
export const spaceAfterColon =
  (pair: Pair, name: string): Fixes =>
  (tree) =>
    fix(`Add a space after ${quoted(name)}`, [insert(textRange(tree, pair.key).start + name.length + 1, ' ')]);
