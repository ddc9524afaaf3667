/** Names inside a text: variables of runtime expressions, and what an address takes from the input. */
import { beginsExpression } from '../../formats/expression.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Located } from '../../syntax/locate.ts';
import type { NodeRange, ScalarNode, Tree } from '../../syntax/node.ts';
import { sliceOf, textRange } from '../../syntax/range.ts';
import { broughtVariables, providedVariables } from '../names/brought.ts';
import { type UseAt, useAt } from '../names/variables.ts';

/** Words about a part of a text. */
export interface Inside {
  readonly at: NodeRange;
  readonly words: string;
}

/** What a variable is: that of a task around, else one that the runtime provides. A policy for trying again stands outside of its catch. */
const variableWords = ({ name, binding }: UseAt): string | undefined => {
  const provided = providedVariables();
  if (binding) return binding.words;
  if (Object.hasOwn(provided, name)) return provided[name]!.words;
  return broughtVariables().find(({ key, usual }) => usual === name && key === 'catch')?.words;
};

/**
 * What stands at an absolute offset inside a text: of an expression, a variable; of an address, a name in braces. `schemas` are those of the
 * text, `isExpression` whether something around takes expressions. Undefined elsewhere.
 */
export function hoverInside(
  tree: Tree,
  offset: number,
  located: Located,
  schemas: readonly Schema[],
  isExpression: boolean,
): Inside | undefined {
  const node = located.nodes.at(-1);
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const always = schemas.some(({ expression }) => expression === 'always');
  if (always || (beginsExpression(node.text) && (isExpression || schemas.some(({ expression }) => expression !== undefined)))) {
    const used = useAt(tree, offset, located);
    const words = used && variableWords(used);
    return words === undefined ? undefined : { at: used!.at, words: `\`$${used!.name}\` — ${words}` };
  }
  if (!schemas.some(({ format }) => format === 'uri-template')) return undefined;
  const found = nameInBraces(tree, node, offset);
  return (
    found && {
      at: found.at,
      words: `\`{${found.name}}\` — The value of \`${found.name}\` at the top of the task's input: a text, a number, true, false or null. A missing one becomes an empty text.`,
    }
  );
}

/** The name in braces that an offset touches. */
function nameInBraces(tree: Tree, node: ScalarNode, offset: number): { readonly name: string; readonly at: NodeRange } | undefined {
  for (const match of node.text.matchAll(/\{([\w.]+)\}/g)) {
    const at = sliceOf(node, match.index, match.index + match[0].length);
    const { start, end } = textRange(tree, at);
    if (start <= offset && offset <= end) return { name: match[1]!, at };
  }
  return undefined;
}
