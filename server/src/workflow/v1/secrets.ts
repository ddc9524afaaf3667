/** Names of secrets that runtime expressions read: `$secrets.name`, `$secrets["name"]`. */
import type { MapNode, Node, ScalarNode, SeqNode } from '../../syntax/node.ts';
import { sliceOf } from '../../syntax/node.ts';
import type { Mention } from '../model.ts';

/** Keys whose text is an expression without `${ }` too. */
const bare = new Set(['if', 'when', 'exceptWhen', 'while', 'until', 'in', 'from', 'as']);
const use = /\$secrets\s*(?:\.\s*([A-Za-z_]\w*)|\.?\s*\[\s*"([^"\\]+)"\s*\]|\.\s*"([^"\\]+)")/g;

/** Adds what is mentioned inside `root`, the subtrees in `skip` left out. */
export function secretsIn(root: Node, skip: ReadonlySet<SeqNode | MapNode>, out: Mention[]): void {
  visit(root, '', 0);

  function visit(node: Node | undefined, key: string, depth: number): void {
    if (!node || depth > 200) return;
    if (node.kind === 'scalar') scan(node, key, out);
    else if (node.kind === 'map' && !skip.has(node)) for (const pair of node.pairs) visit(pair.value, pair.key.text, depth + 1);
    else if (node.kind === 'seq' && !skip.has(node)) for (const element of node.elements) visit(element.node, '', depth + 1);
  }
}

function scan(node: ScalarNode, key: string, out: Mention[]): void {
  if (!node.text.includes('$secrets') || !(bare.has(key) || /^\s*\$\{/.test(node.text))) return;
  for (const match of node.text.matchAll(use)) {
    const name = (match[1] ?? match[2] ?? match[3])!;
    const from = match.index + match[0].lastIndexOf(name);
    out.push({ kind: 'secret', name, at: sliceOf(node, from, from + name.length) });
  }
}
