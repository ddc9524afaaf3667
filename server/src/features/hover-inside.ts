/** Names inside a text: variables of runtime expressions, and what an address takes from the input. */
import { beginsExpression } from '../formats/expression.ts';
import { jqCode } from '../formats/jq.ts';
import type { Schema } from '../schema/schema.ts';
import type { Located } from '../syntax/locate.ts';
import type { NodeRange, ScalarNode, Tree } from '../syntax/node.ts';
import { stringOf, valueOf } from '../syntax/node.ts';
import { sliceOf, textRange } from '../syntax/range.ts';
import { broughtVariables, providedVariables } from './brought.ts';

/** Words about a part of a text. */
export interface Inside {
  readonly at: NodeRange;
  readonly words: string;
}

/** What a variable of this name is at the end of a path; undefined for one that nobody brings. */
function variableWords(name: string, nodes: Located['nodes']): string | undefined {
  const provided = providedVariables();
  if (Object.hasOwn(provided, name)) return provided[name];
  for (const node of nodes.toReversed())
    for (const { key, named, usual, words } of broughtVariables()) {
      const holder = valueOf(node, key);
      if (holder && (stringOf(valueOf(holder, named)) ?? usual) === name) return words;
    }
  return broughtVariables().find(({ key, usual }) => usual === name && key === 'catch')?.words;
}

/**
 * What stands at an absolute offset inside a text: of an expression, a variable; of an address, a name in braces. `schemas` are those of the
 * text, `isExpression` whether something around takes expressions. Undefined elsewhere.
 */
export function hoverInside(
  tree: Tree,
  offset: number,
  { nodes }: Located,
  schemas: readonly Schema[],
  isExpression: boolean,
): Inside | undefined {
  const node = nodes.at(-1);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const always = schemas.some(({ expression }) => expression === 'always');
  if (always || (beginsExpression(node.text) && (isExpression || schemas.some(({ expression }) => expression !== undefined)))) {
    const found = partAt(tree, node, offset, jqCode(node.text), /\$([A-Za-z_]\w*)/g);
    // A name that the expression gives itself is none of these.
    if (!found || new RegExp(`\\bas\\s*\\$${found.name}\\b`).test(jqCode(node.text))) return undefined;
    const words = variableWords(found.name, nodes);
    return words === undefined ? undefined : { at: found.at, words: `\`$${found.name}\` — ${words}` };
  }
  if (!schemas.some(({ format }) => format === 'uri-template')) return undefined;
  const found = partAt(tree, node, offset, node.text, /\{([\w.]+)\}/g);
  return (
    found && {
      at: found.at,
      words: `\`{${found.name}}\` — The value of \`${found.name}\` at the top of the task's input: a text, a number, true, false or null. A missing one becomes an empty text.`,
    }
  );
}

/** The match that an offset touches; its first group is the name. `code` is as long as the text of the scalar. */
function partAt(
  tree: Tree,
  node: ScalarNode,
  offset: number,
  code: string,
  pattern: RegExp,
): { readonly name: string; readonly at: NodeRange } | undefined {
  for (const match of code.matchAll(pattern)) {
    const at = sliceOf(node, match.index, match.index + match[0].length);
    const { start, end } = textRange(tree, at);
    if (start <= offset && offset <= end) return { name: match[1]!, at };
  }
  return undefined;
}
