import type { Fix } from '../../rules/finding.ts';
import { nearest } from '../../rules/nearest.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Place, Tree } from '../../syntax/node.ts';
import type { WorkflowModel } from '../model.ts';
import { textEdit } from './edits.ts';

export type WorkflowRule = Rule<WorkflowModel>;

/** An example: what is given after the head that every workflow has. */
export const workflow = (rest: string): string =>
  `document: { dsl: 1.0.3, namespace: shop, name: order, version: 1.0.0 }\n${rest.replace(/^\n/, '')}`;

/** " Did you mean "ship"?", or nothing. */
export const didYouMean = (name: string, known: Iterable<string>): { readonly hint: string; readonly instead?: string } => {
  const instead = nearest(name, known);
  return instead === undefined ? { hint: '' } : { hint: ` Did you mean "${instead}"?`, instead };
};

/** *Change to "ship"*: the text of a scalar, or of a slice of one, is replaced. */
export const changeTo = (tree: Tree, at: Place, instead: string, preferred = true): Fix => ({
  title: `Change to "${instead}"`,
  edits: [textEdit(tree, at, instead)],
  ...(preferred ? { preferred } : {}),
});

/** Names for a message, at most five: "a", "b" and "c". */
export function quoted(names: readonly string[]): string {
  const all = names.slice(0, 5).map((name) => `"${name}"`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
