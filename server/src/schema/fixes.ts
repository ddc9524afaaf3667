/** Fixes of schema findings: closures over nodes, turned into edits when somebody asks. */
import type { Fix } from '../rules/finding.ts';
import type { Edit, MapNode, Node, Pair, ScalarNode, SeqNode, Tree } from '../syntax/node.ts';
import { resolve, textRange } from '../syntax/node.ts';
import {
  addition,
  column,
  endOf,
  flow,
  inLines,
  indented,
  insertion,
  lineStart,
  linesOf,
  pairText,
  quoteOf,
  removal,
  scalarText,
  shifted,
  source,
} from './edits.ts';
import { placeholder } from './placeholder.ts';
import type { Outer } from './run.ts';
import type { Schema } from './schema.ts';
import { and, quote } from './words.ts';

export type Fixes = (tree: Tree) => readonly Fix[];

const fix = (title: string, edits: readonly (Edit | undefined)[], preferred = true): readonly Fix[] =>
  edits.length > 0 && edits.every((edit) => edit !== undefined) ? [{ title, edits, ...(preferred ? { preferred } : {}) }] : [];

/** Is a place inside brackets or braces on its line? */
const isInline = (tree: Tree, offset: number): boolean => /(?<!\$)\{|\[/.test(tree.text.slice(lineStart(tree.text, offset), offset));

/** Another value: `source` as it stands, `text` with the quotes it needs. */
export const fixValue =
  (node: Node, title: string, value: string, as: 'source' | 'text' = 'source', preferred = true): Fixes =>
  (tree) => {
    const at = textRange(tree, node);
    return fix(
      title,
      [{ ...at, newText: as === 'source' ? value : scalarText(tree, value, isInline(tree, at.start), quoteOf(tree, node)) }],
      preferred,
    );
  };

export const declare = (version: ScalarNode, since: string): Fixes => fixValue(version, `Declare ${since}`, since, 'text');

export const renameKey =
  (pair: Pair, name: string): Fixes =>
  (tree) =>
    fix(`Change to ${quote(name)}`, [{ ...textRange(tree, pair.key), newText: scalarText(tree, name, true, quoteOf(tree, pair.key)) }]);

export const removePair =
  (map: MapNode, pair: Pair, title: string, preferred = false): Fixes =>
  (tree) =>
    fix(title, [removal(tree, map, pair)], preferred);

/** Adds properties that are missing, each with a value to start from. */
export const insertMissing =
  (map: MapNode, names: readonly string[], schema: Schema): Fixes =>
  (tree) =>
    fix(`Add ${and(names.map(quote))}`, [
      addition(
        tree,
        map,
        names.map((name) => [name, placeholder(name, schema.properties?.[name] ?? {})] as const),
      ),
    ]);

/** Makes a choice that is open, one fix a key. */
export const insertChoice =
  (map: MapNode, keys: Readonly<Record<string, Schema>>): Fixes =>
  (tree) =>
    Object.entries(keys).flatMap(([key, chosen]) =>
      chosen.properties?.[key]?.references
        ? []
        : insertMissing(
            map,
            [key, ...(chosen.required ?? []).filter((name) => name !== key)],
            chosen,
          )(tree).map((each) => ({ ...each, preferred: false })),
    );

/** Writes a value where there is none. */
export const fillIn =
  (pair: Pair, schema: Schema): Fixes =>
  (tree) => {
    const { start, end } = textRange(tree, pair.key);
    const colon = /^\s*:/.exec(tree.text.slice(end, end + 100));
    const title = `Write a value for ${quote(pair.key.text)}`;
    const value = placeholder(pair.key.text, schema);
    if (!colon) return [];
    if (pair.value) return fix(title, [{ ...textRange(tree, pair.value), newText: flow(tree, value) }]);
    const inline = isInline(tree, start) || tree.format === 'json';
    const newText = inline ? ` ${flow(tree, value)}` : pairText(tree, '', value, column(tree.text, start)).replace(/^[^:]*:/, '');
    return fix(title, [{ start: end + colon[0].length, end: end + colon[0].length, newText }]);
  };

/** A list item that is only the name of what it should be. */
export const giveBody =
  (node: ScalarNode, noun: string, value: Schema): Fixes =>
  (tree) => {
    const { start, end } = textRange(tree, node);
    const title = `Make ${quote(node.text)} a ${noun}`;
    const body = placeholder('', value);
    if (tree.format === 'json' || isInline(tree, start)) return fix(title, [{ start, end, newText: flow(tree, { [node.text]: body }) }]);
    return fix(title, [{ start, end, newText: pairText(tree, node.text, body, column(tree.text, start)) }]);
  };

/** A mapping or a single value where a list is wanted. */
export const wrapAsList =
  (node: Node): Fixes =>
  (tree) => {
    const title = 'Make it a list';
    if (node.kind !== 'map' || node.flow) {
      const parts = node.kind === 'map' ? node.pairs.map((pair) => `{ ${source(tree, pair)} }`) : [source(tree, node)];
      return fix(title, [{ start: textRange(tree, node).start, end: endOf(tree, node), newText: `[${parts.join(', ')}]` }]);
    }
    return fix(
      title,
      node.pairs.flatMap((pair) => {
        const { start } = textRange(tree, pair.key);
        return [{ start, end: start, newText: '- ' }, ...indented(tree.text, { start, end: endOf(tree, pair) }, 2)];
      }),
    );
  };

/** A list of mappings where one mapping is wanted. */
export const joinAsMap =
  (list: SeqNode): Fixes =>
  (tree) => {
    const maps = list.elements.map((element) => element.node);
    if (list.flow || maps.length === 0 || !maps.every((each) => each.kind === 'map' && !each.flow)) return [];
    const edits = maps.map((map): Edit | undefined => {
      const { start } = textRange(tree, (map as MapNode).pairs[0]!.key);
      const from = lineStart(tree.text, start);
      return /^\s*-\s+$/.test(tree.text.slice(from, start)) ? { start: from, end: start, newText: ' '.repeat(start - from) } : undefined;
    });
    return fix('Leave out the dashes', edits);
  };

/** Moves a pair to the mapping around in which it belongs. */
export const moveOut =
  (map: MapNode, pair: Pair, outer: Outer): Fixes =>
  (tree) => {
    const title = `Move ${quote(pair.key.text)} out of ${quote(outer.map.pairs.find((each) => holds(each, map))?.key.text ?? 'it')}`;
    if (map.flow || outer.map.flow)
      return outer.map.flow ? fix(title, [removal(tree, map, pair), insertion(tree, outer.map, [source(tree, pair)])]) : [];
    const lines = linesOf(tree, pair);
    const holder = outer.map.pairs.find((each) => holds(each, map));
    if (!lines || !holder) return [];
    const { start } = textRange(tree, pair.key);
    const target = column(tree.text, textRange(tree, outer.map.pairs[0]!.key).start);
    const moved = ' '.repeat(target) + shifted(tree.text.slice(start, lines.end), target - column(tree.text, start));
    if (endOf(tree, pair) === endOf(tree, outer.map)) return fix(title, [{ ...lines, newText: moved }]);
    const before = linesOf(tree, holder);
    return before
      ? fix(title, [
          { start: before.start, end: before.start, newText: moved.replace(/\n?$/, '\n') },
          { ...lines, newText: '' },
        ])
      : [];
  };

const holds = (pair: Pair, inner: MapNode): boolean => {
  const seek = (node: Node | undefined): boolean => node === inner || (node?.kind === 'map' && node.pairs.some((each) => seek(each.value)));
  return seek(pair.value);
};

/** Moves a pair into the value of the property in which it belongs. */
export const moveInto =
  (map: MapNode, pair: Pair, name: string): Fixes =>
  (tree) => {
    const title = `Move ${quote(pair.key.text)} into ${quote(name)}`;
    const target = map.pairs.find((each) => each.key.text === name);
    const value = resolve(target?.value);
    const { start } = textRange(tree, pair.key);
    const end = endOf(tree, pair);
    if (!target) {
      if (map.flow) return fix(title, [{ start, end, newText: `${scalarText(tree, name, true)}: { ${source(tree, pair)} }` }]);
      const indent = column(tree.text, start) + 2;
      return fix(title, [
        { start, end, newText: `${scalarText(tree, name)}:\n${' '.repeat(indent)}${shifted(tree.text.slice(start, end), 2)}` },
      ]);
    }
    if (value?.kind !== 'map' || value.fragment !== map.fragment) return [];
    if (value.flow) return fix(title, [removal(tree, map, pair), insertion(tree, value, [source(tree, pair)])]);
    const lines = linesOf(tree, pair);
    const first = value.pairs[0];
    const into = first && linesOf(tree, first);
    if (!lines || !into) return [];
    const by = column(tree.text, textRange(tree, first.key).start) - column(tree.text, start);
    const text = ' '.repeat(column(tree.text, start) + by) + shifted(tree.text.slice(start, lines.end), by).replace(/\n?$/, '\n');
    return fix(title, [
      { ...lines, newText: '' },
      { start: into.start, end: into.start, newText: text },
    ]);
  };

/** Indents neighbours under the property they belong in, which is written above them or is not there yet. */
export const indentInto =
  ({ map, owner }: Outer, pairs: readonly Pair[], name: string): Fixes =>
  (tree) => {
    const from = map.pairs.indexOf(pairs[0]!);
    const together = pairs.every((pair, at) => map.pairs[from + at] === pair);
    const lines = pairs.map((pair) => linesOf(tree, pair));
    const [first] = lines;
    const last = lines.at(-1);
    if (map.flow || !together || !first || !last) return [];
    const target = map.pairs.find((pair) => pair.key.text === name);
    const words = and(pairs.slice(0, 3).map((pair) => quote(pair.key.text)));
    const title = pairs.length > 3 ? `Indent these ${pairs.length} keys under ${quote(name)}` : `Indent ${words} under ${quote(name)}`;
    const lift = (by: number): Edit[] => indented(tree.text, { start: first.start - 1, end: last.end }, by);
    const at = column(tree.text, textRange(tree, pairs[0]!.key).start);
    if (target) return target === map.pairs[from - 1] && first.start > 0 ? fix(title, lift(2)) : [];
    // Where a whole line was lost, what stood below it is still indented by two levels.
    const around = owner.pair ? column(tree.text, textRange(tree, owner.pair.key).start) : owner.element ? at : -2;
    const deep = at - around >= 4;
    const line = `${' '.repeat(deep ? around + 2 : at)}${scalarText(tree, name)}:\n`;
    const put = { start: first.start, end: first.start, newText: deep ? line : `${line}  ` };
    const rest = deep ? [] : lift(2).filter((edit) => edit.start !== first.start);
    return fix(`Put ${pairs.length > 3 ? `these ${pairs.length} keys` : words} under ${quote(name)}`, [put, ...rest]);
  };

/** Two names in one list item: the second one gets its own. */
export const splitItem =
  (map: MapNode, pair: Pair): Fixes =>
  (tree) => {
    const title = `Start ${quote(pair.key.text)} with its own "- "`;
    const before = map.pairs[map.pairs.indexOf(pair) - 1];
    const { start } = textRange(tree, pair.key);
    if (!before) return [];
    if (map.flow)
      return fix(`Give ${quote(pair.key.text)} an item of its own`, [{ start: endOf(tree, before), end: start, newText: ' }, { ' }]);
    const first = textRange(tree, map.pairs[0]!.key).start;
    const dash = tree.text.slice(lineStart(tree.text, first), first);
    const from = lineStart(tree.text, start);
    return /^\s*-\s+$/.test(dash) && tree.text.slice(from, start).trim() === ''
      ? fix(title, [{ start: from, end: start, newText: dash }])
      : [];
  };

/** Keys that stand beside a name instead of below it. */
export const indentUnder =
  (map: MapNode, first: Pair): Fixes =>
  (tree) => {
    const [, next] = map.pairs;
    if (!inLines(map) || !next) return [];
    const from = textRange(tree, next.key).start;
    const below = resolve(first.value);
    const own = column(tree.text, from);
    const by =
      below?.kind === 'map' && !below.flow && below.pairs[0] ? column(tree.text, textRange(tree, below.pairs[0].key).start) - own : 2;
    if (by <= 0 || (below && below.kind !== 'map')) return [];
    const lines = { start: lineStart(tree.text, from) - 1, end: endOf(tree, map) };
    return fix(`Indent it under ${quote(first.key.text)}`, indented(tree.text, lines, by));
  };

/** A list item whose name was left out. */
export const nameItem =
  (map: MapNode, first: Pair, word: string): Fixes =>
  (tree) => {
    let count = 1;
    while (tree.text.includes(`${word}${count}`)) count++;
    const name = `${word}${count}`;
    const { start } = textRange(tree, first.key);
    if (map.flow) {
      const end = endOf(tree, map);
      const open = textRange(tree, map).start;
      return fix(`Name it ${quote(name)}`, [
        { start: open, end: open, newText: `{ ${scalarText(tree, name, true)}: ` },
        { start: end, end, newText: ' }' },
      ]);
    }
    const by = 2;
    const indent = ' '.repeat(column(tree.text, start) + by);
    return fix(`Name it ${quote(name)}`, [
      { start, end: start, newText: `${name}:\n${indent}` },
      ...indented(tree.text, { start, end: endOf(tree, map) }, by),
    ]);
  };

/** `- name: ship` becomes `- ship:` with the rest below it. */
export const nameByKey =
  (map: MapNode, first: Pair, name: string): Fixes =>
  (tree) => {
    const { start } = textRange(tree, first.key);
    const end = endOf(tree, first);
    const title = `Make ${quote(name)} the key`;
    const next = map.pairs[1];
    if (!next) return [];
    const key = scalarText(tree, name, map.flow);
    if (map.flow) {
      const close = endOf(tree, map);
      return fix(title, [
        { start, end: textRange(tree, next.key).start, newText: `${key}: { ` },
        { start: close - 1, end: close - 1, newText: '} ' },
      ]);
    }
    return fix(title, [{ start, end, newText: `${key}:` }, ...indented(tree.text, { start: end, end: endOf(tree, map) }, 2)]);
  };

/** The second of two kinds moves, with what belongs to it, to a list item of its own. */
export const ownTask =
  (map: MapNode, name: Pair, moving: readonly Pair[]): Fixes =>
  (tree) => {
    const title = `Give ${quote(moving[0]!.key.text)} its own task`;
    const { start } = textRange(tree, name.key);
    const dash = tree.text.slice(lineStart(tree.text, start), start);
    const lines = moving.map((pair) => linesOf(tree, pair));
    if (map.flow || !/^\s*-\s+$/.test(dash) || !lines.every((each) => each !== undefined)) return [];
    const kind = moving[0]!.key.text;
    const called = `${name.key.text}${kind[0]!.toUpperCase()}${kind.slice(1)}`;
    const text = lines.map((each) => tree.text.slice(each.start, each.end).replace(/\n?$/, '\n')).join('');
    const end = endOf(tree, map);
    const close = tree.text.indexOf('\n', end);
    const at = close < 0 ? tree.text.length : close + 1;
    const item = `${close < 0 ? '\n' : ''}${dash}${scalarText(tree, called)}:\n${text}`;
    // What moves from the end of the task stays where it is: only the line of the new name is put before it.
    const last = lines.at(-1)!;
    const together = lines.every((each, i) => i === 0 || lines[i - 1]!.end === each.start) && last.end >= at;
    if (together) return fix(title, [{ start: lines[0]!.start, end: lines[0]!.start, newText: `${dash}${scalarText(tree, called)}:\n` }]);
    return fix(title, [...lines.map((each) => ({ ...each, newText: '' })), { start: at, end: at, newText: item }]);
  };
