/** Reaches by what findings concern: names, entries of a list, what is defined somewhere. */
import { type Fragment, type Node, type NodeRange, pairOf, resolve, type SeqNode, type Tree } from '../syntax/node.ts';
import type { Placed, Reach } from './placed.ts';

/** The same fragment, about the same name. */
export const byName: Reach = (causes) => (one) =>
  causes.some((cause) => cause !== one && cause.finding.at.fragment === one.finding.at.fragment && shareName(cause, one));

const shareName = (one: Placed, other: Placed): boolean => {
  const names = other.finding.about?.names;
  return one.finding.about?.names?.some((name) => names?.includes(name)) === true;
};

/**
 * An entry of a list and the list as a whole, whichever of them is the cause: about the same name, or any where that of the entry
 * cannot be told.
 */
export const byEntry: Reach = (causes) => {
  const isAbout = (entry: Placed, whole: Placed): boolean => {
    const [{ at, about }, list] = [entry.finding, whole.finding.about?.list];
    return about?.entry === true && list !== undefined && isEntryOf(list, at) && (about.names === undefined || shareName(entry, whole));
  };
  return (one) => causes.some((cause) => cause !== one && (isAbout(cause, one) || isAbout(one, cause)));
};

const isEntryOf = (list: SeqNode, at: NodeRange): boolean =>
  list.elements.some((node) => node.fragment === at.fragment && (node.fragment !== list.fragment || isInside(node, at)));

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
    if (isUnrelated(at)) continue;
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
export const byDefinitions: Reach = (causes, tree) => (one) => {
  const { names = [], definedIn = [] } = one.finding.about ?? {};
  const maps: (Node | undefined)[] = [rootOf(one.finding.at.fragment, tree)];
  for (const key of definedIn.slice(0, -1)) maps.push(pairOf(maps.at(-1), key)?.value);
  const pairs = maps.map(resolve).flatMap((map) => (map?.kind === 'map' ? map.pairs : []));
  return causes.some(({ finding: { at, about } }) => {
    const pair = pairs.find(({ key, value }) => value === at || (key.fragment === at.fragment && key.start === at.start));
    if (!pair) return false;
    const unreliable = about?.names ?? [pair.key.text];
    return (
      unreliable.some((name) => definedIn.includes(name)) || names.some((name) => pair.key.text === name || mentions(pair.value, name, 3))
    );
  });
};

function rootOf(fragment: Fragment, tree: Tree): Node | undefined {
  let at = fragment;
  for (let list = tree.owner(at); list; list = tree.owner(at)) at = list.fragment;
  return at.root;
}

/** Does the name stand in a value, as a key or as an entry of a list, at most `depth` levels down? */
function mentions(value: Node | undefined, name: string, depth: number): boolean {
  const node = resolve(value);
  if (!node || depth === 0) return false;
  if (node.kind === 'scalar') return node.text === name;
  if (node.kind === 'seq') return node.elements.some((element) => mentions(element, name, depth));
  return node.kind === 'map' && node.pairs.some((pair) => pair.key.text === name || mentions(pair.value, name, depth - 1));
}
