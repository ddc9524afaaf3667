/** Fixes that write pairs at another place, several levels down, under other names or with other values. */
import { propertyOf } from '../property.ts';
import type { Edit, MapNode, Node, Pair, TextRange, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { flowSource, insert, renameKey, insertSources, setValue, shifted, startsLine, takePairs } from '../../syntax/edit.ts';
import { columnOf, lineEnd } from '../../syntax/text.ts';
import { styleOf } from '../../syntax/style.ts';
import type { Plain } from '../../syntax/value.ts';
import { writeFlow, writeText } from '../../syntax/write.ts';
import { pairWords } from '../describe.ts';
import { and } from '../../formats/sentence.ts';
import type { Schema } from '../schema.ts';
import { translations } from '../synonyms.ts';
import { quote } from '../../formats/quote.ts';
import { fix, type Fixes } from './fix.ts';

/** A pair that is to stand elsewhere: what it is called there, and its value where that is another one. */
export interface Moved {
  readonly pair: Pair;
  readonly name: string;
  readonly value?: Plain;
}

/** A key as it is written in this text. */
export const keyOf = (tree: Tree, name: string): string => writeText(name, { format: tree.format, flow: true });

/**
 * Writes pairs into the mapping that these keys lead to; what of the way is not there is made. A text that stands on the way where a
 * mapping is wanted stays under the key `keep`, or gives way to the next key when it is its name.
 */
export const putInto =
  (map: MapNode, moved: readonly Moved[], way: readonly string[], keep?: string): Fixes =>
  (tree) => {
    const [at, rest, taken] = follow(map, way);
    const sources = sourcesOf(tree, map, moved, at.flow);
    const title = titleOf(tree, moved, way);
    if (!sources) return [];
    if (taken) {
      const kept = keep === undefined ? undefined : scalarSource(tree, taken.value, at.flow);
      const inner = kept === undefined ? sources.written : [`${keyOf(tree, keep!)}: ${kept}`, ...sources.written];
      const value = nested(tree, rest.slice(1), inner, at.flow);
      return fix(title, [...setValue(tree, taken, asValue(tree, value, at.flow).replace(/^ /, '')), ...sources.edits]);
    }
    const written = nested(tree, rest, sources.written, at.flow);
    if (at !== map) return fix(title, [...insertSources(tree, at, written), ...sources.edits]);
    const stretch = stretchOf(tree, map, moved);
    if (stretch) {
      const column = columnOf(tree.text, stretch.start);
      const gap = map.flow ? ', ' : styleOf(tree).lineBreak + ' '.repeat(column);
      return fix(title, [{ ...stretch, newText: written.map((each) => shifted(tree, each, map.flow ? 0 : column)).join(gap) }]);
    }
    return fix(title, [...insertSources(tree, map, written, map.pairs.indexOf(moved[0]!.pair) - 1), ...sources.edits]);
  };

function titleOf(tree: Tree, moved: readonly Moved[], way: readonly string[]): string {
  const [only] = moved;
  const value = moved.length === 1 ? only!.value : undefined;
  if (value !== undefined && only!.name !== only!.pair.key.text) {
    const inner = [...way.slice(1), only!.name].reverse();
    const whole = way.length === 0 ? { [only!.name]: value } : { [way[0]!]: inner.reduce<Plain>((held, key) => ({ [key]: held }), value) };
    const [key, inside] = Object.entries(whole)[0]!;
    return `Change to ${pairWords(key, inside, tree.format)}`;
  }
  const words = moved.length > 3 ? `these ${moved.length} keys` : and(moved.map(({ pair }) => quote(pair.key.text)));
  return `Put ${words} under ${[...way].reverse().map(quote).join(' of ')}`;
}

/** The mapping that is there already on this way, the keys that are left, and the pair whose value is no mapping. */
function follow(map: MapNode, way: readonly string[]): readonly [MapNode, readonly string[], Pair | undefined] {
  const pair = map.pairs.find(({ key }) => key.text === way[0]);
  return pair?.value?.kind === 'map' ? follow(pair.value, way.slice(1)) : [map, way, way.length > 0 ? pair : undefined];
}

const keyAtStart = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^:'"][^:]*?)(?=\s*:)/;

/** The pairs under their new names, from column 0 on, and what takes them away. */
function sourcesOf(
  tree: Tree,
  map: MapNode,
  moved: readonly Moved[],
  flow: boolean,
): { readonly written: readonly string[]; readonly edits: readonly Edit[] } | undefined {
  const taken = takePairs(
    tree,
    map,
    moved.map(({ pair }) => pair),
    flow,
  );
  const written = taken?.sources.map((source, index) => {
    const { pair, name, value } = moved[index]!;
    if (value !== undefined)
      return `${keyOf(tree, name)}: ${writeFlow(value, { format: tree.format, flow })}${flow ? '' : commentBehind(tree, pair)}`;
    return name === pair.key.text ? source : source.replace(keyAtStart, () => keyOf(tree, name));
  });
  return taken && written && { written, edits: taken.edits };
}

/** The comment on the last line of a pair, with the blanks before it. */
const commentBehind = (tree: Tree, pair: Pair): string => {
  const { end } = textRange(tree, pair);
  return /^[ \t]+#.*/.exec(tree.text.slice(end, lineEnd(tree.text, end)))?.[0] ?? '';
};

/** Pairs below these keys. */
export const nested = (tree: Tree, keys: readonly string[], sources: readonly string[], flow: boolean): readonly string[] =>
  keys.reduceRight<readonly string[]>((inner, key) => [`${keyOf(tree, key)}:${asValue(tree, inner, flow)}`], sources);

/** Pairs as the value behind a colon. */
const asValue = (tree: Tree, sources: readonly string[], flow: boolean): string =>
  flow ? ` { ${sources.join(', ')} }` : sources.map((source) => shifted(tree, `\n${source}`, styleOf(tree).unit)).join('');

const scalarSource = (tree: Tree, value: Node | undefined, flow: boolean): string | undefined => {
  if (value?.kind !== 'scalar') return undefined;
  const { start, end } = textRange(tree, value);
  return flow ? flowSource(tree, value) : tree.text.slice(start, end);
};

/** Where the pairs stand, when they follow each other and nothing is lost between them. */
function stretchOf(tree: Tree, map: MapNode, moved: readonly Moved[]): TextRange | undefined {
  const from = map.pairs.indexOf(moved[0]!.pair);
  if (!moved.every(({ pair }, at) => map.pairs[from + at] === pair)) return undefined;
  const ranges = moved.map(({ pair }) => textRange(tree, pair));
  const { start } = ranges[0]!;
  const { end } = ranges.at(-1)!;
  const between = ranges
    .slice(1)
    .map((range, at) => tree.text.slice(map.flow ? ranges[at]!.end : lineEnd(tree.text, ranges[at]!.end), range.start));
  if (between.some((text) => !/^[\s,]*$/.test(text))) return undefined;
  return { start, end: !map.flow && startsLine(tree.text, start) ? Math.max(end, lineEnd(tree.text, end)) : end };
}

/** `type: basic` becomes `basic:`, with what belongs to it inside. */
export const kindAsKey =
  (map: MapNode, pair: Pair, name: string, inside: readonly Pair[]): Fixes =>
  (tree) => {
    const title = `Make ${quote(name)} the key`;
    if (inside.length === 0) return fix(title, [{ ...textRange(tree, pair), newText: `${keyOf(tree, name)}: {}` }]);
    const taken = takePairs(tree, map, inside, map.flow);
    if (!taken) return [];
    const { start, end } = textRange(tree, pair);
    const below = shifted(tree, asValue(tree, taken.sources, map.flow), map.flow ? 0 : columnOf(tree.text, start));
    const behind = map.flow ? end : end + commentBehind(tree, pair).length;
    const key = `${keyOf(tree, name)}:`;
    return behind > end
      ? fix(title, [{ start, end, newText: key }, insert(behind, below), ...taken.edits])
      : fix(title, [{ start, end, newText: key + below }, ...taken.edits]);
  };

/**
 * `http:` becomes `call: http`, and what stands below it, in words of `schema`, stands below `with`. A text is taken for an address.
 */
export const valueOfKind =
  (map: MapNode, pair: Pair, property: string, value: string, holder: string, schema: Schema): Fixes =>
  (tree) => {
    const { value: inner } = pair;
    const { start, end } = textRange(tree, pair.key);
    const gap = map.flow ? ', ' : styleOf(tree).lineBreak + ' '.repeat(columnOf(tree.text, start));
    const newText = `${keyOf(tree, property)}: ${keyOf(tree, value)}${gap}${keyOf(tree, holder)}`;
    const title = `Change to ${pairWords(property, value, tree.format)} with ${quote(holder)}`;
    const edits: Edit[] = [{ start, end, newText }];
    if (inner?.kind !== 'map') {
      const word = wordFor('url', schema);
      if (word === undefined || inner?.kind !== 'scalar' || typeof inner.value !== 'string') return [];
      const text = `{ ${keyOf(tree, word)}: ${flowSource(tree, inner)} }`;
      return fix(title, [...edits, { ...textRange(tree, inner), newText: text }], false);
    }
    const words = new Set(inner.pairs.map(({ key }) => key.text));
    for (const each of inner.pairs) {
      const word = propertyOf(schema, each.key.text) ? undefined : wordFor(each.key.text, schema);
      if (word === undefined || words.has(word)) continue;
      words.add(word);
      edits.push(...renameKey(tree, each, word));
    }
    const complete = (schema.required ?? []).every((name) => words.has(name));
    return fix(title, edits, complete);
  };

/** What this key of another language is called in a mapping of this schema. */
const wordFor = (name: string, { properties = {} }: Schema): string | undefined =>
  translations(name)
    .filter((way) => way.length === 1)
    .map(([word]) => word!)
    .find((word) => Object.hasOwn(properties, word));

/** Pairs that are entries of a list: each becomes an element of the one under `name`. */
export const intoList =
  (map: MapNode, pairs: readonly Pair[], name: string): Fixes =>
  (tree) => {
    const moved = pairs.map((pair) => ({ pair, name: pair.key.text }));
    const stretch = stretchOf(tree, map, moved);
    const sources = sourcesOf(tree, map, moved, map.flow)?.written;
    if (!stretch || !sources) return [];
    const { unit, listsIndented } = styleOf(tree);
    const elements = map.flow
      ? ` [${sources.map((source) => `{ ${source} }`).join(', ')}]`
      : sources.map((source) => shifted(tree, `\n- ${shifted(tree, source, 2)}`, listsIndented ? unit : 0)).join('');
    const newText = shifted(tree, `${keyOf(tree, name)}:${elements}`, map.flow ? 0 : columnOf(tree.text, stretch.start));
    return fix(`Put ${and(pairs.map(({ key }) => quote(key.text)))} into a list under ${quote(name)}`, [{ ...stretch, newText }]);
  };
