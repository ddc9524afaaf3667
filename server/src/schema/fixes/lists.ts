/** Fixes that make a list of something else, or something else of a list. */
import type { Edit, MapNode, Node, Pair, SeqNode, Tree } from '../../syntax/node.ts';
import { resolve, stringOf } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { flowSource, indentLines, insert, replaceValue, spaces, startsLine } from '../../syntax/edit.ts';
import { columnOf } from '../../syntax/text.ts';
import { styleOf } from '../../syntax/style.ts';
import { writeText } from '../../syntax/write.ts';
import { alternatives } from '../lookup.ts';
import type { Schema } from '../schema.ts';
import { accepts, canHold, typesOf } from '../shape.ts';
import { quote } from '../../formats/quote.ts';
import { fix, type Fixes } from './fix.ts';
import { wordFor } from '../describe.ts';
import { dashOf, freeName } from './items.ts';

/** A mapping or a single value where a list is wanted. */
export const wrapAsList =
  (node: Node, { items = {} }: Schema): Fixes =>
  (tree) => {
    const names = node.kind === 'map' ? node.pairs.map(({ key }) => key.text) : [];
    // Where a list of texts is wanted, the names are all that can be in it.
    if (items.type === 'string' && names.length > 0 && flowSource(tree, node) !== undefined)
      return fix(`Change to [${names.join(', ')}]`, [replaceValue(tree, node, [...names])]);
    return fix('Make it a list', node.kind === 'map' ? listOfMap(tree, node, items) : inBrackets(tree, node, items));
  };

/** A mapping of names that say nothing more, as a list of these. */
export const namesAsList =
  (node: Node): Fixes =>
  (tree) => {
    if (node.kind !== 'map' || node.pairs.length === 0 || !node.pairs.every(({ value }) => isNothing(resolve(value)))) return [];
    const names = node.pairs.map(({ key }) => key.text);
    const lines = node.pairs.map((pair) => ({ ...textRange(tree, pair), newText: `- ${flowSource(tree, pair.key) ?? pair.key.text}` }));
    return fix(`Change to [${names.join(', ')}]`, node.flow ? [replaceValue(tree, node, names)] : lines);
  };

const isNothing = (value: Node | undefined): boolean => value === undefined || (value.kind === 'scalar' && value.value === null);

function inBrackets(tree: Tree, node: Node, items: Schema): readonly Edit[] {
  const real = resolve(node);
  if (!real || !accepts(items, real)) return [];
  const { start, end } = textRange(tree, node);
  const source = node.kind === 'scalar' ? flowSource(tree, { ...node, anchor: undefined, tag: undefined }) : tree.text.slice(start, end);
  return [{ start, end, newText: `[${source}]` }];
}

function listOfMap(tree: Tree, map: MapNode, items: Schema): readonly Edit[] {
  const range = textRange(tree, map);
  const value = items.singleKeyMap?.value;
  const named = value !== undefined && map.pairs.every((pair) => !pair.value || accepts(value, pair.value));
  const body =
    value !== undefined &&
    map.pairs.some((pair) => canHoldAny(value, pair.key.text)) &&
    map.pairs.every((pair) => canHoldAny(value, pair.key.text));
  if (!body && !named && (value !== undefined || !accepts(items, map))) return [];
  const name = body ? `${writeText(freeName(tree, wordFor(items.singleKeyMap!), 0), { format: tree.format, flow: true })}:` : '';
  if (map.flow) return listInFlow(tree, map, body, named, name);
  const { lineBreak, unit } = styleOf(tree);
  if (body) {
    const deeper = 2 + unit;
    return [
      insert(range.start, `- ${name}${lineBreak}${spaces(columnOf(tree.text, range.start) + deeper)}`),
      ...indentLines(tree, range, deeper),
    ];
  }
  if (!named) return [insert(range.start, '- '), ...indentLines(tree, range, 2)];
  return map.pairs.flatMap((pair) => {
    const own = textRange(tree, pair);
    return [insert(own.start, '- '), ...indentLines(tree, own, 2)];
  });
}

/** The keys of a mapping begin with the dashes of a list: each dash gets its space, and what would not be below its key any more goes along. */
export const spaceAfterDashes =
  (map: MapNode): Fixes =>
  (tree) => {
    const { unit } = styleOf(tree);
    const edits = map.pairs.flatMap((pair) => {
      const own = textRange(tree, pair);
      const name = columnOf(tree.text, own.start) + 2;
      const value = pair.value ? textRange(tree, pair.value).start : own.start;
      const column = startsLine(tree.text, value) && value > own.start ? columnOf(tree.text, value) : name + unit;
      return [insert(own.start + 1, ' '), ...(column > name ? [] : indentLines(tree, own, name + unit - column))];
    });
    return fix(`Add a space after ${map.pairs.length > 1 ? 'each' : 'the'} dash`, edits);
  };

const canHoldAny = (schema: Schema, key: string): boolean => alternatives(schema).some((each) => canHold(each, key));

/** In brackets: as one element, or each pair as an element of its own. */
function listInFlow(tree: Tree, map: MapNode, body: boolean, named: boolean, name: string): readonly Edit[] {
  const { start, end } = textRange(tree, map);
  if (body) return [insert(start, `[{ ${name} `), insert(end, ' }]')];
  if (!named || map.pairs.length < 2) return [insert(start, '['), insert(end, ']')];
  const gaps = map.pairs.slice(1).map((pair, at) => ({ start: textRange(tree, map.pairs[at]!).end, end: textRange(tree, pair).start }));
  if (!gaps.every((gap) => /^\s*,\s*$/.test(tree.text.slice(gap.start, gap.end)))) return [];
  return [insert(start, '['), ...gaps.map((gap) => ({ ...gap, newText: ' }, { ' })), insert(end, ']')];
}

/** A list where one mapping is wanted: its elements become pairs, or the list goes under the property it is meant for. */
export const listAsMap =
  (list: SeqNode, schema: Schema, holder: Pair | undefined): Fixes =>
  (tree) => {
    const open = schema.additionalProperties === true || typeof schema.additionalProperties === 'object';
    const maps = list.elements.filter((each): each is MapNode => each.kind === 'map' && each.pairs.length > 0);
    if (open && maps.length > 0 && maps.length === list.elements.length) {
      const names = maps.map(nameIn);
      if (names.every((name) => name !== undefined) && new Set(names).size === names.length)
        return namesAsKeys(tree, list, maps, names, holder);
    }
    const keys = maps.flatMap((map) => map.pairs.map((pair) => pair.key.text));
    const known = keys.every((key) => open || canHoldAny(schema, key));
    if (maps.length > 0 && maps.length === list.elements.length && new Set(keys).size === keys.length && known)
      return fix(`Leave out the ${list.flow ? 'brackets' : 'dashes'}`, withoutDashes(tree, list, maps, holder));
    return underProperty(tree, list, schema, holder);
  };

/** A list where names of the user's own are wanted: each element becomes a pair, when it says the name and the value. */
export const listAsPairs =
  (list: SeqNode, schema: Schema, holder: Pair | undefined): Fixes =>
  (tree) => {
    const pairs = list.elements.map((each) => pairIn(tree, each));
    const names = new Set(pairs.map((pair) => pair?.name));
    if (pairs.length === 0 || pairs.some((pair) => !pair) || names.size < pairs.length) return listAsMap(list, schema, holder)(tree);
    const written = pairs.map((pair) => `${writeText(pair!.name, { format: tree.format, flow: list.flow })}: ${pair!.value}`);
    const title = 'Make them names and values';
    const { start, end } = textRange(tree, list);
    if (list.flow) return fix(title, [{ start, end, newText: `{ ${written.join(', ')} }` }]);
    const from = spaces(keysFrom(tree, list, holder));
    return fix(
      title,
      list.elements.map((each, at) => {
        const range = textRange(tree, each);
        return { start: tree.text.lastIndexOf('-', range.start - 1), end: range.end, newText: from + written[at]! };
      }),
    );
  };

/** What an element says as `Accept: text/plain` in quotes, or as `{ name: Accept, value: text/plain }`. */
function pairIn(tree: Tree, node: Node): { readonly name: string; readonly value: string } | undefined {
  if (node.kind === 'scalar') {
    const [, name, value] = /^([\w.-]+)\s*[:=]\s*(\S.*)$/.exec(typeof node.value === 'string' ? node.value : '') ?? [];
    return name === undefined ? undefined : { name, value: writeText(value!, { format: tree.format, flow: true }) };
  }
  const [first, second, ...others] = node.kind === 'map' ? node.pairs : [];
  const name = first && /^(?:name|key|header)$/.test(first.key.text) ? stringOf(first.value) : undefined;
  const value = second?.key.text === 'value' && second.value?.kind === 'scalar' ? flowSource(tree, second.value) : undefined;
  return name === undefined || value === undefined || others.length > 0 ? undefined : { name, value };
}

/** The name that an element carries as its first value, with something behind it: `- name: f`. */
const nameIn = (map: MapNode): string | undefined =>
  map.pairs.length > 1 && /^(name|id)$/.test(map.pairs[0]!.key.text) && !map.pairs[0]!.value?.anchor
    ? stringOf(map.pairs[0]!.value)
    : undefined;

/** How far the keys of a mapping stand to the right of the dashes that it had. */
const keysFrom = (tree: Tree, list: SeqNode, holder: Pair | undefined): number => {
  const { start } = textRange(tree, list);
  return holder && columnOf(tree.text, start) <= columnOf(tree.text, textRange(tree, holder).start) ? styleOf(tree).unit : 0;
};

function namesAsKeys(
  tree: Tree,
  list: SeqNode,
  maps: readonly MapNode[],
  names: readonly string[],
  holder: Pair | undefined,
): ReturnType<Fixes> {
  const title = `Make the ${names.length > 1 ? 'names keys' : 'name a key'}`;
  const key = (at: number): string => `${writeText(names[at]!, { format: tree.format, flow: true })}:`;
  if (list.flow)
    return fix(
      title,
      inBraces(tree, list, maps, 1, (at) => `${key(at)} { `, ' }'),
    );
  const from = keysFrom(tree, list, holder);
  const edits = maps.map((map, at): readonly Edit[] | undefined => {
    const dash = dashOf(tree, map);
    if (dash === undefined) return undefined;
    const name = textRange(tree, map.pairs[0]!);
    const indent = spaces(dash.indexOf('-') + from);
    const rest = { start: name.end, end: textRange(tree, map).end };
    return [
      { start: name.start - dash.length, end: name.end, newText: indent + key(at) },
      ...indentLines(tree, rest, from + styleOf(tree).unit - 2),
    ];
  });
  return edits.every((each) => each !== undefined) ? fix(title, edits.flat()) : [];
}

/** A list in brackets as a mapping in braces: what opens each element, up to the pair at `from`, and what closes it is replaced. */
function inBraces(
  tree: Tree,
  list: SeqNode,
  maps: readonly MapNode[],
  from: number,
  open: (at: number) => string,
  close: string,
): readonly Edit[] | undefined {
  const { start, end } = textRange(tree, list);
  const edits = maps.flatMap((map, at) => {
    const range = textRange(tree, map);
    const first = textRange(tree, map.pairs[from]!).start;
    const last = textRange(tree, map.pairs.at(-1)!).end;
    return [
      { start: range.start, end: first, newText: open(at) },
      { start: last, end: range.end, newText: close },
    ];
  });
  const cut = edits.map((edit) => tree.text.slice(edit.start, edit.end));
  if (!maps.every((map) => map.flow) || cut.some((text) => /#|\/[/*]/.test(text))) return undefined;
  return [{ start, end: start + 1, newText: '{' }, ...edits, { start: end - 1, end, newText: '}' }];
}

function withoutDashes(tree: Tree, list: SeqNode, maps: readonly MapNode[], holder: Pair | undefined): readonly Edit[] | undefined {
  if (list.flow) return inBraces(tree, list, maps, 0, () => '', '');
  const from = keysFrom(tree, list, holder);
  const edits = maps.map((map): readonly Edit[] | undefined => {
    const dash = dashOf(tree, map);
    if (dash === undefined) return undefined;
    const { start, end } = textRange(tree, map);
    return [
      { start: start - dash.length, end: start, newText: spaces(dash.indexOf('-') + from) },
      ...indentLines(tree, { start, end }, from - (dash.length - dash.indexOf('-'))),
    ];
  });
  return edits.every((each) => each !== undefined) ? edits.flat() : undefined;
}

/** A mapping whose first key stands behind a dash: that goes, and what belongs to the key moves along. */
export const withoutDash =
  (list: SeqNode): Fixes =>
  (tree) => {
    const { start } = textRange(tree, list);
    const first = textRange(tree, list.elements[0]!);
    return fix('Remove the "-"', [{ start, end: first.start, newText: '' }, ...indentLines(tree, first, start - first.start)]);
  };

/** Two dashes in a row: what stands behind them stays where it is. */
export const withoutFirstDash =
  (list: SeqNode): Fixes =>
  (tree) =>
    fix('Remove one dash', [{ start: textRange(tree, list).start, end: textRange(tree, list.elements[0]!).start, newText: '' }]);

/** The only property that takes a list like this one. */
function underProperty(tree: Tree, list: SeqNode, schema: Schema, holder: Pair | undefined): ReturnType<Fixes> {
  const taking = Object.entries(schema.properties ?? {}).filter(([, property]) =>
    alternatives(property).some((each) => typesOf(each) !== 'any' && typesOf(each).includes('array') && fits(list, each)),
  );
  const name = taking.length === 1 ? taking[0]![0] : undefined;
  return name === undefined ? [] : listUnder(list, name, holder)(tree);
}

/** Puts a list below a key of its own. */
export const listUnder =
  (list: SeqNode, name: string, holder: Pair | undefined): Fixes =>
  (tree) => {
    const range = textRange(tree, list);
    const key = `${writeText(name, { format: tree.format, flow: true })}:`;
    const title = `Put the list under ${quote(name)}`;
    if (list.flow) return fix(title, [insert(range.start, `{ ${key} `), insert(range.end, ' }')]);
    if (!startsLine(tree.text, range.start)) return [];
    const { lineBreak, unit } = styleOf(tree);
    const column = columnOf(tree.text, range.start);
    const from = keysFrom(tree, list, holder);
    return fix(title, [
      insert(range.start, `${spaces(from)}${key}${lineBreak}${spaces(column + unit)}`),
      ...indentLines(tree, range, unit),
    ]);
  };

const fits = (list: SeqNode, { items }: Schema): boolean =>
  list.elements.every((node) => {
    const real = resolve(node);
    if (!items || !real) return true;
    if (!items.singleKeyMap) return accepts(items, real);
    return real.kind === 'map'
      ? real.pairs.length === 1 && real.pairs.every(({ value }) => !value || accepts(items.singleKeyMap!.value, value))
      : real.kind === 'scalar';
  });
