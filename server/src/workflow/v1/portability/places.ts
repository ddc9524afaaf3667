/** Where things stand that runtimes take in different ways. */
import { walk } from '../../../syntax/locate.ts';
import { type Node, type Pair, pairOf, resolve, type ScalarNode } from '../../../syntax/node.ts';
import { at } from '../../describe.ts';

/** The pair at a path of keys (`catch.do`), aliases followed. */
export function pairAt(node: Node | undefined, path: string): Pair | undefined {
  const end = path.lastIndexOf('.');
  return pairOf(end < 0 ? node : at(node, path.slice(0, end)), path.slice(end + 1));
}

/** The keys at these paths, as far as they are written. */
export const keysAt = (node: Node | undefined, paths: readonly string[]): ScalarNode[] =>
  paths.flatMap((path) => pairAt(node, path)?.key ?? []);

/** A text by itself, or all texts of a mapping or list. */
export function textsIn(node: Node | undefined): readonly ScalarNode[] {
  const texts: ScalarNode[] = [];
  walk(resolve(node), (each) => {
    if (each.kind === 'scalar' && typeof each.value === 'string') texts.push(each);
  });
  return texts;
}

/** A text that is meant as a regular expression: no name, address or version is written so. */
export const isPattern = (text: string): boolean => /\.[*+]|\\[.dwsbDWS]|^\^|\$$|\[[^\]]*-[^\]]*\]|\([^)]*\|[^)]*\)/.test(text);
