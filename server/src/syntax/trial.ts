/**
 * What a text would be with something else written at one place. The tree at hand stays the newest, and only the list element around that
 * place is parsed again where nothing outside of it can change.
 */
import { lineStart } from './text.ts';
import { parseJsonElement } from './json/element.ts';
import { lastNotAbove, pathAt, type Located } from './locate.ts';
import type { DocumentPart, Edit, Tree } from './node.ts';
import { parseDocuments, type ParseOptions } from './parse.ts';
import type { Change } from './reuse.ts';
import { makeTree, withFragment } from './tree.ts';
import { parseYamlElement } from './yaml/element.ts';

export interface Trial {
  /** The text with the edit. Of its `documents`, some may be those of the text without it: what was found is true. */
  readonly tree: Tree;
  /** What stands in the new text at the start of what the edit writes there; as `pathAt` finds it. */
  readonly found: Located | undefined;
}

/** The text of a tree with an edit, and what stands at an absolute offset `at` of the new text, which is inside of what is written. */
export function tryEdit(tree: Tree, { start, end, newText }: Edit, at: number, options: ParseOptions): Trial {
  const { format } = tree;
  const text = tree.text.slice(0, start) + newText + tree.text.slice(end);
  const change: Change = { start, oldEnd: end, newEnd: start + newText.length, isTrial: true };
  const inElement = tryElement(tree, text, change, at);
  if (inElement) return inElement;
  const whole = makeTree(text, format, parseDocuments(text, format, options.split, tree, change));
  return { tree: whole, found: pathAt(whole, at) };
}

function tryElement(tree: Tree, text: string, change: Change, at: number): Trial | undefined {
  const chain = tree.format === 'yaml' ? yamlChain(tree, text, change, at) : jsonChain(tree, change);
  const [parent, old] = chain.slice(-2);
  if (!parent || !old) return undefined;
  const fragment = (tree.format === 'yaml' ? parseYamlElement : parseJsonElement)(text, old, parent, change);
  const oldEnd = endOf(old);
  // What follows is what followed before, and is read as it was.
  const end = oldEnd <= change.start ? change.newEnd : oldEnd < change.oldEnd ? -1 : oldEnd + change.newEnd - change.oldEnd;
  if (!fragment?.root || old.offset + fragment.length !== end) return undefined;
  const trial = withFragment(tree, text, { fragment, offset: old.offset });
  const above = pathAt(tree, old.offset);
  const depth = above ? above.nodes.indexOf(old.fragment.root!) : -1;
  const below = pathAt(trial, at, fragment.root);
  if (!above || depth < 0 || !below?.nodes.length) return undefined;
  const nodes = above.nodes.slice(0, depth);
  const maps = nodes.filter(({ kind }) => kind === 'map').length;
  const found: Located = {
    path: [...above.path.slice(0, depth), ...below.path],
    nodes: [...nodes, ...below.nodes],
    pairs: [...above.pairs.slice(0, maps), ...below.pairs],
    on: below.on,
  };
  return { tree: trial, found };
}

const endOf = ({ fragment, offset }: DocumentPart): number => offset + fragment.length;

/** The fragments that start before an absolute offset, each the last one in the one before it; the document, alone in its text, first. */
function startedBefore({ documents, text }: Tree, offset: number): DocumentPart[] {
  const chain: DocumentPart[] = [];
  const alone = documents.length === 1 && documents[0]!.offset === 0 && documents[0]!.fragment.length === text.length;
  for (let part = alone ? documents[0] : undefined; part;) {
    if (!part.fragment.run) chain.push(part);
    const { children } = part.fragment;
    const base: number = part.offset;
    const child: DocumentPart | undefined = children[lastNotAbove(children, (each) => base + each.offset + 1, offset)];
    part = child && { fragment: child.fragment, offset: base + child.offset };
  }
  return chain;
}

/** Down to the innermost object that holds the change. Empty where something around it went wrong. */
function jsonChain(tree: Tree, change: Change): DocumentPart[] {
  const chain = startedBefore(tree, change.start);
  while (chain.length > 0 && endOf(chain.at(-1)!) <= change.oldEnd) chain.pop();
  return chain.at(-1)?.fragment.context?.reuse === 'always' ? chain : [];
}

/** Down to the innermost element in block style that the line at the offset `at` can belong to. Empty where something around it went wrong. */
function yamlChain(tree: Tree, text: string, change: Change, at: number): DocumentPart[] {
  const chain = startedBefore(tree, change.start);
  const [document] = chain;
  if (!document || document.fragment.context?.marker === undefined || document.fragment.errors.length > 0) return [];
  const line = lineStart(text, at);
  let first = line;
  while (text[first] === ' ') first++;
  const holdsLine = ({ fragment: { context }, offset }: DocumentPart): boolean =>
    context !== undefined && context.list >= 0 && (offset >= line || context.list < first - line);
  while (chain.length > 1 && !holdsLine(chain.at(-1)!)) chain.pop();
  return chain.every(({ fragment }, index) => index === 0 || fragment.context?.reuse === 'always') ? chain : [];
}
