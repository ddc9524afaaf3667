/** Reaches by what findings concern: names, entries of a list, what is defined somewhere. */
import { groupBy } from '../syntax/group.ts';
import { lastNotAbove, rootOf } from '../syntax/locate.ts';
import { type Node, type NodeRange, type Pair, pairOf, resolve, type SeqNode, type Tree } from '../syntax/node.ts';
import { textRange } from '../syntax/range.ts';
import type { Placed, Reach } from './placed.ts';

/** The same fragment, about the same name. */
export const byName: Reach = (causes) => {
  const byFragment = new Map([...groupBy(causes, ({ finding }) => finding.at.fragment)].map(([at, group]) => [at, tellers(group)]));
  return (one) => byFragment.get(one.finding.at.fragment)?.shareName(one) === true;
};

/** A group of causes, asked whether another one than a finding itself is among them. */
interface Tellers {
  any(one: Placed): boolean;
  nameless(one: Placed): boolean;
  /** About one of the names that the finding is about. */
  shareName(one: Placed): boolean;
}

function tellers(causes: readonly Placed[]): Tellers {
  const others = (some: readonly Placed[] | undefined, one: Placed): boolean => some?.some((cause) => cause !== one) === true;
  const namesOf = ({ finding: { about } }: Placed): readonly string[] => about?.names ?? [];
  const nameless = causes.filter(({ finding: { about } }) => about?.names === undefined).slice(0, 2);
  /** Two of each: of those one is another than any finding. */
  const byName = new Map<string, Placed[]>();
  for (const cause of causes)
    for (const name of new Set(namesOf(cause))) {
      const known = byName.get(name);
      if (!known) byName.set(name, [cause]);
      else if (known.length < 2) known.push(cause);
    }
  return {
    any: (one) => others(causes, one),
    nameless: (one) => others(nameless, one),
    shareName: (one) => namesOf(one).some((name) => others(byName.get(name), one)),
  };
}

/** Anywhere in the same document, first of all about one of the words that the cause speaks of. */
export const byWords: Reach = (causes, tree) => {
  const byRoot = groupBy(causes, ({ finding }) => rootOf(finding.at.fragment, tree));
  const words = new Map([...byRoot].map(([root, group]) => [root, new Set(group.flatMap(({ finding }) => finding.about?.names ?? []))]));
  return ({ finding: { at, about } }) => {
    const [first] = about?.names ?? [];
    return first !== undefined && words.get(rootOf(at.fragment, tree))?.has(first) === true;
  };
};

/**
 * An entry of a list and the list as a whole, whichever of them is the cause: about the same name, or any where that of the entry
 * cannot be told.
 */
export const byEntry: Reach = (causes, tree) => {
  const wholes = new Map<SeqNode, Tellers>();
  for (const [list, group] of groupBy(causes, ({ finding }) => finding.about?.list)) if (list) wholes.set(list, tellers(group));
  const inFragment = groupBy(wholes.keys(), ({ fragment }) => fragment);
  const entries = causes.filter(({ finding }) => finding.about?.entry);
  const byOwner = groupBy(entries, ({ finding }) => tree.owner(finding.at.fragment));
  const byFragment = groupBy(entries, ({ finding }) => finding.at.fragment);
  const known = new Map<SeqNode, Tellers>();
  const entriesOf = (list: SeqNode): Tellers => {
    const found =
      known.get(list) ??
      tellers([
        ...(byOwner.get(list) ?? []),
        ...(byFragment.get(list.fragment) ?? []).filter(({ finding }) => isElementOf(list, finding.at, tree)),
      ]);
    known.set(list, found);
    return found;
  };
  const listsAround = (at: NodeRange): readonly SeqNode[] => {
    const owner = tree.owner(at.fragment);
    const holding = (inFragment.get(at.fragment) ?? []).filter((list) => isElementOf(list, at, tree));
    return owner ? [owner, ...holding] : holding;
  };
  return (one) => {
    const { about, at } = one.finding;
    if (about?.list && (entriesOf(about.list).nameless(one) || entriesOf(about.list).shareName(one))) return true;
    if (!about?.entry) return false;
    return listsAround(at).some((list) => (about.names ? wholes.get(list)?.shareName(one) : wholes.get(list)?.any(one)));
  };
};

/** Does it stand in an element that is no fragment of its own? */
function isElementOf(list: SeqNode, at: NodeRange, tree: Tree): boolean {
  const element = list.elements[lastNotAbove(list.elements, (each) => textRange(tree, each).start, textRange(tree, at).start)];
  return element !== undefined && element.fragment === list.fragment && isInside(element, at);
}

const isInside = (outer: NodeRange, { fragment, start, end }: NodeRange): boolean =>
  outer.fragment === fragment && outer.start <= start && end <= outer.end;

/**
 * Anything in the list that a finding compares the entries of, or else in the one it stands in; also deep inside an entry, unless that is
 * in what an entry says under one of the keys the row calls `unrelated`.
 */
export const byList: Reach = (causes, tree, { unrelated = [] }) => {
  const spoilt = new Set<SeqNode>();
  const loose: NodeRange[] = [];
  const isUnrelated = (at: NodeRange): boolean => {
    const key = keyAround(at);
    return key !== undefined && unrelated.includes(key);
  };
  for (const { finding } of causes) {
    let at = finding.at;
    if (isUnrelated(at) && !finding.about?.names?.includes('then')) continue;
    loose.push(at);
    for (let list = tree.owner(at.fragment); list && !spoilt.has(list) && !isUnrelated(at); list = tree.owner(at.fragment)) {
      spoilt.add(list);
      at = list;
    }
  }
  return ({ finding: { at, about } }) => {
    const list = about?.list ?? tree.owner(at.fragment);
    return list !== undefined && (spoilt.has(list) || loose.some((each) => isInside(list, each)));
  };
};

/** The key of a list entry ("- name: { key: … }") that a place belongs to. */
function keyAround(at: NodeRange): string | undefined {
  const { root } = at.fragment;
  const entry = root?.kind === 'map' ? root.pairs.find((pair) => isInside({ ...at, start: pair.start, end: pair.end }, at)) : undefined;
  const body = entry?.value;
  return body?.kind === 'map' ? body.pairs.find(({ start, end }) => start <= at.start && at.end <= end)?.key.text : undefined;
}

/**
 * Where a definition is looked for: in a part that the cause says cannot be relied on, or the name stands in one that was not read.
 * Asked of findings that say what is defined nowhere.
 */
export const byDefinitions: Reach = (causes, tree) => {
  const known = new Map<Node | undefined, Map<string, ReadonlySet<string> | 'all'>>();
  return ({ finding: { at, about } }) => {
    const { names = [], definedIn = [] } = about ?? {};
    const root = rootOf(at.fragment, tree);
    const byPath = known.get(root) ?? new Map<string, ReadonlySet<string> | 'all'>();
    known.set(root, byPath);
    const path = definedIn.join('\n');
    const lost = byPath.get(path) ?? lostNames(causes, root, definedIn, tree);
    byPath.set(path, lost);
    return lost === 'all' || names.some((name) => lost.has(name));
  };
};

/** The names that may be defined where causes say that something could not be read, on the way from a root along keys. */
function lostNames(
  causes: readonly Placed[],
  root: Node | undefined,
  definedIn: readonly string[],
  tree: Tree,
): ReadonlySet<string> | 'all' {
  const maps: (Node | undefined)[] = [root];
  for (const key of definedIn.slice(0, -1)) maps.push(pairOf(maps.at(-1), key)?.value);
  const pairs = maps.map(resolve).flatMap((map) => (map?.kind === 'map' ? map.pairs : []));
  const byValue = new Map<NodeRange | undefined, Pair>(pairs.map((pair) => [pair.value, pair]));
  const byFragment = groupBy(pairs, ({ key }) => key.fragment);
  const byStart = new Map(
    [...byFragment].map(([fragment, group]) => [fragment, new Map(group.map((pair) => [pair.key.start, pair]))] as const),
  );
  const lost = new Set<string>();
  const isAnyLost = losesAll(definedIn.at(-1) ?? '', maps.at(-1), tree);
  for (const cause of causes) {
    const { finding } = cause;
    if (isAnyLost(cause)) return 'all';
    const pair = byValue.get(finding.at) ?? byStart.get(finding.at.fragment)?.get(finding.at.start);
    if (!pair) continue;
    const unreliable = finding.about?.names ?? [pair.key.text];
    if (unreliable.some((name) => definedIn.includes(name))) return 'all';
    lost.add(pair.key.text);
    mention(pair.value, 3, lost);
  }
  return lost;
}

/** What cannot be read among the definitions of a group may be any of them, and a group that stands elsewhere holds them all. */
function losesAll(group: string, holder: Node | undefined, tree: Tree): (cause: Placed) => boolean {
  const definitions = pairOf(holder, group)?.value;
  const spoilt = definitions && textRange(tree, definitions);
  return ({ finding: { code, severity, about }, start }) =>
    spoilt
      ? (code.startsWith('syntax/') || code === 'document/duplicate-key') &&
        severity === 'error' &&
        spoilt.start <= start &&
        start <= spoilt.end
      : about?.names?.includes(group) === true;
}

/** The names that stand in a value, as a key or as an entry of a list, at most `depth` levels down. */
function mention(value: Node | undefined, depth: number, names: Set<string>): void {
  const node = resolve(value);
  if (!node || depth === 0) return;
  if (node.kind === 'scalar') names.add(node.text);
  else if (node.kind === 'seq') for (const element of node.elements) mention(element, depth - 1, names);
  else if (node.kind === 'map')
    for (const { key, value: inside } of node.pairs) {
      names.add(key.text);
      mention(inside, depth - 1, names);
    }
}
