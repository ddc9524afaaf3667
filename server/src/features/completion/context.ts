/** From the word at the cursor to what is to be written there. */
import type { MapNode, Node, NodeRange, SeqNode, Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import type { ParseOptions } from '../../syntax/parse.ts';
import { insideExpression } from './expression.ts';
import { isBlank, lineBefore } from './line.ts';
import { isMerged, type CompletionTarget } from './target.ts';
import { inFlow, wordAt, type Word } from './word.ts';

type Holder = MapNode | SeqNode;

/** What may be written at an absolute offset; two targets where a line may go on with a list or with the mapping around it. */
export function targetsAt(tree: Tree, offset: number, options: ParseOptions): CompletionTarget[] {
  const word = wordAt(tree, offset, options);
  if (!word || isMisplaced(word)) return [];
  const around = word.found.nodes.filter((node): node is Holder => node.kind === 'map' || node.kind === 'seq');
  const common = commonOf(word, around.at(-1), offset);
  // In front of a key that is written nothing is asked for: taking a suggestion would replace it.
  if (common.hasColon && offset === word.replace.start) return [];
  if (word.found.on === 'key') return keyTargets(word, around, common);
  const target = valueTarget(word, around, common);
  return target ? insideExpression(tree.text, offset, target) : [];
}

type Common = Omit<CompletionTarget, 'expected' | 'nodes' | 'path'>;

/** Whatever were written here would be wrong: indented like nothing around it, or behind a key without its colon or its space. */
function isMisplaced({ tree, node, range, found }: Word): boolean {
  if (node.kind === 'scalar' && node.start === node.end) return true;
  if (hasError(node.fragment, 'syntax/indentation', node.start)) return true;
  const pair = found.on === 'value' ? found.pairs.at(-1) : undefined;
  if (pair?.value !== node) return false;
  const between = tree.text.slice(textRange(tree, pair.key).end, range.start);
  if (!between.includes(':') || (between.endsWith(':') && !inFlow(found))) return true;
  // The key has its value on the lines below.
  const map = found.nodes.at(-2) as MapNode;
  const next = map.pairs[map.pairs.indexOf(pair) + 1];
  return next !== undefined && hasError(map.fragment, 'syntax/indentation', next.start);
}

const hasError = ({ errors }: Holder['fragment'], code: string, at: number): boolean =>
  errors.some((error) => error.code === code && error.start === at);

const column = (text: string, offset: number): number => lineBefore(text, offset).length;

function commonOf(word: Word, holder: Holder | undefined, offset: number): Common {
  const { tree, found, range, replace, quote, isClosed, leadingIndent } = word;
  const { text } = tree;
  const style = tree.format === 'json' ? 'json' : holder?.flow ? 'flow' : 'block';
  const open = quote !== '' && !isClosed && style !== 'block';
  const pair = found.pairs.at(-1);
  const hasColon = found.on === 'key' && pair !== undefined && !word.lacksColon && /^\s*:/.test(text.slice(range.end, range.end + 200));
  return {
    replace: open ? { start: replace.start, end: offset } : replace,
    isTyped: offset > replace.start + quote.length,
    style,
    hasColon,
    value: hasColon ? pair.value : undefined,
    hasBlockBelow: style === 'block' && found.on === 'key' && !hasColon && pair?.value !== undefined,
    column: style === 'block' ? column(text, range.start) : /^[ \t]*/.exec(lineBefore(text, range.start))![0].length,
    parentColumn: pair ? column(text, textRange(tree, pair).start) : 0,
    quote,
    leadingIndent,
    comma: holder && style !== 'block' ? commaOf(word, holder) : { after: false },
  };
}

/** The commas that are missing before and behind the word. */
function commaOf({ tree, found, range }: Word, holder: Holder): CompletionTarget['comma'] {
  const members: readonly NodeRange[] = holder.kind === 'map' ? holder.pairs : holder.elements;
  const index = holder.kind === 'map' ? holder.pairs.indexOf(found.pairs.at(-1)!) : Number(found.path.at(-1));
  const [before, next] = [members[index - 1], members[index + 1]];
  const end = before && textRange(tree, before).end;
  const isMissing = (from: number, to: number): boolean => !tree.text.slice(from, to).replace(comment, '').includes(',');
  return {
    before: end !== undefined && isMissing(end, range.start) ? end : undefined,
    after: next !== undefined && isMissing(range.end, textRange(tree, next).start),
  };
}

const comment = /#.*|\/\/.*|\/\*[^]*?\*\//g;

function keyTargets({ tree, found }: Word, around: readonly Holder[], common: Common): CompletionTarget[] {
  const map = around.at(-1) as MapNode;
  const pair = found.pairs.at(-1)!;
  const path = found.path.slice(0, -1);
  const index = map.pairs.indexOf(pair);
  const nodes = [...around.slice(0, -1), { ...map, pairs: map.pairs.toSpliced(index, 1) }];
  const key: CompletionTarget = { ...common, expected: 'key', nodes, path };
  const inColumn = (node: Node | undefined): node is SeqNode =>
    node?.kind === 'seq' && !node.flow && column(tree.text, textRange(tree, node).start) === common.column;
  if (common.style !== 'block' || common.hasColon) return [key];
  // Dashes may stand right under the key of their list: a line in their column goes on with the list as well as with the mapping.
  const before = map.pairs[index - 1];
  const list = inColumn(before?.value) ? before.value : !before?.value && inColumn(pair.value) ? pair.value : undefined;
  if (!list) return [key];
  const item: CompletionTarget = {
    ...common,
    expected: 'item',
    hasBlockBelow: false,
    nodes: before ? [...nodes, list] : [...around.slice(0, -1), list],
    path: before ? [...path, before.key.text, 0] : [...path, 0],
  };
  // Without a word, what stands below goes on with the list.
  return pair.value && !common.isTyped ? [item] : [item, key];
}

function valueTarget({ tree, found, node, range }: Word, around: readonly Holder[], common: Common): CompletionTarget | undefined {
  const holder = around.at(-1);
  const { path } = found;
  if (node.kind === 'alias' || isMerged(path)) return { ...common, expected: 'alias', nodes: around, path };
  const ownLine = isBlank(lineBefore(tree.text, range.start));
  if (!holder) return common.style === 'block' && !ownLine ? undefined : { ...common, expected: 'node', nodes: [], path };
  if (holder.kind === 'map') {
    const pairs = holder.pairs.map((pair) => (pair.value === node ? { ...pair, value: undefined } : pair));
    const expected = common.style === 'block' && ownLine ? 'node' : 'value';
    return { ...common, expected, nodes: [...around.slice(0, -1), { ...holder, pairs }], path };
  }
  const target = { ...common, nodes: around, path };
  const dash = column(tree.text, textRange(tree, holder).start);
  if (common.style !== 'block') return { ...target, expected: 'element' };
  if (ownLine) return { ...target, expected: common.column <= dash ? 'item' : 'node' };
  return lineBefore(tree.text, range.start).lastIndexOf('-') === dash ? { ...target, expected: 'element' } : undefined;
}
