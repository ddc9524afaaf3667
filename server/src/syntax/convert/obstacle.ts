/** Why a text cannot be written in the other format, in words for people. */
import { maxDepth } from '../builders.ts';
import { findLines, positionAt } from '../lines.ts';
import { errorsIn, walk } from '../locate.ts';
import { type Fragment, isMerge, type MapNode, type Node, type NodeRange, resolve, type ScalarNode, type Tree } from '../node.ts';
import { severityOf } from '../problems.ts';
import { textRange } from '../range.ts';
import { membersIn } from './members.ts';

/** The sentence that says why, and what to do first; undefined where nothing stands in the way. */
export function obstacle(tree: Tree): string | undefined {
  const broken = firstError(tree);
  if (broken) return `Line ${lineAt(tree, broken.start)} cannot be read. ${broken.message}`;
  const roots = tree.documents.flatMap(({ fragment: { root } }) => root ?? []);
  const [root] = roots;
  if (!root) return 'Nothing is written here that could be converted.';
  const to = tree.format === 'json' ? 'YAML' : 'JSON';
  if (roots.length > 1) return `${roots.length} documents stand here, and a ${to} file holds one. Give each a file of its own first.`;
  return inNodes(tree, root) ?? tooMuch(tree, root);
}

const lineAt = ({ text }: Tree, offset: number): number => positionAt(findLines(text), offset).line + 1;
const lineOf = (tree: Tree, at: NodeRange): number => lineAt(tree, textRange(tree, at).start);

/** The first thing that the parser stumbled over, with its absolute offset. Comments in JSON are none. */
function firstError(tree: Tree): { readonly start: number; readonly message: string } | undefined {
  const inFragment = (fragment: Fragment, base: number): { readonly start: number; readonly message: string }[] => [
    ...fragment.errors.filter(({ code }) => severityOf(code) === 'error').map(({ start, message }) => ({ start: base + start, message })),
    ...fragment.children.flatMap((child) => inFragment(child.fragment, base + child.offset)),
  ];
  if (!tree.documents.some(({ fragment }) => errorsIn(fragment).length > 0)) return undefined;
  return tree.documents.flatMap(({ fragment, offset }) => inFragment(fragment, offset)).sort((a, b) => a.start - b.start)[0];
}

/** The first node that the other format has no form for. */
function inNodes(tree: Tree, root: Node): string | undefined {
  let found: string | undefined;
  walk(root, (node) => {
    found ??= inTag(tree, node) ?? (node.kind === 'scalar' ? inNumber(tree, node) : node.kind === 'map' ? inKeys(tree, node) : undefined);
    return found === undefined;
  });
  return found;
}

/** The tags of values that JSON has as well. */
const knownTag = /^(?:!|(?:!!|!<tag:yaml\.org,2002:)(?:str|int|float|bool|null|map|seq)>?)$/;

const inTag = (tree: Tree, node: Node): string | undefined =>
  node.tag !== undefined && !knownTag.test(node.tag)
    ? `JSON has no tags, and "${node.tag}" in line ${lineOf(tree, node)} says what its value is. Write the value without it first.`
    : undefined;

const inNumber = (tree: Tree, { value, text, ...at }: ScalarNode): string | undefined =>
  typeof value === 'number' && /inf|nan/i.test(text)
    ? `JSON has no number "${text}", as line ${lineOf(tree, at)} has. Write another value first.`
    : undefined;

function inKeys(tree: Tree, { pairs }: MapNode): string | undefined {
  const known = new Map<string, NodeRange>();
  for (const pair of pairs) {
    const { key } = pair;
    if (isMerge(pair)) {
      if (!isMergeable(pair.value))
        return `"<<" in line ${lineOf(tree, key)} takes in a mapping or a list of them, and this is none. Name one first.`;
      continue;
    }
    if (key.style === 'plain' && /^[[{]/.test(key.text))
      return `A list or a mapping is a key in line ${lineOf(tree, key)}, which JSON does not know. Give it a name first.`;
    const before = known.get(key.text);
    if (before)
      return `"${key.text}" stands in line ${lineOf(tree, before)} and again in line ${lineOf(tree, key)}. Remove one of them first.`;
    known.set(key.text, key);
  }
  return undefined;
}

const isMergeable = (value: Node | undefined): boolean => {
  const node = resolve(value);
  return node?.kind === 'map' || (node?.kind === 'seq' && node.elements.every((each) => resolve(each)?.kind === 'map'));
};

/** What a node takes once its aliases are written out: characters, roughly, and levels. */
interface Size {
  readonly length: number;
  readonly depth: number;
}

/** Written out, aliases of aliases grow without end: as much as ten times the text is still a file, and small ones may grow to a million characters. */
const mostTimes = 10;
const leastLimit = 1_000_000;

/** What each value and key takes beside its characters. */
const around = 10;

function tooMuch(tree: Tree, root: Node): string | undefined {
  const { length, depth } = sizeOf(root);
  if (length > Math.max(tree.text.length * mostTimes, leastLimit))
    return 'JSON has no aliases, and what they stand for here would fill many times this file. Write it with fewer of them first.';
  return depth > maxDepth
    ? 'JSON has no aliases, and what they stand for here is nested too deeply to be read once it is written out.'
    : undefined;
}

function sizeOf(root: Node): Size {
  const membersOf = membersIn();
  const known = new Map<Node, Size>();
  const measure = (given: Node | undefined): Size => {
    const node = resolve(given);
    if (!node || node.kind === 'scalar' || node.kind === 'alias')
      return { length: around + (node?.kind === 'scalar' ? node.text.length : 0), depth: 0 };
    const kept = known.get(node);
    if (kept) return kept;
    let length = around;
    let depth = 0;
    const add = (value: Node | undefined, more = 0): void => {
      const size = measure(value);
      length += size.length + more;
      depth = Math.max(depth, size.depth + 1);
    };
    if (node.kind === 'seq') node.elements.forEach((each) => add(each));
    else membersOf(node).forEach(({ key, value }) => add(value, key.text.length + around));
    const size = { length, depth };
    known.set(node, size);
    return size;
  };
  return measure(root);
}
