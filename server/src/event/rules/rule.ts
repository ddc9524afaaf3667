import type { Fix } from '../../rules/finding.ts';
import type { RuleReport, Rule } from '../../rules/rule.ts';
import type { Node, Pair, ScalarNode, Tree } from '../../syntax/node.ts';
import { resolve, textRange } from '../../syntax/node.ts';
import { dataMembers } from '../attributes.ts';
import { fixTitle, type Violation } from '../../formats/violation.ts';
import type { EventModel } from '../model.ts';

export type EventRule = Rule<EventModel>;

/** The pairs that are context attributes: everything but the data, `null` (unset) left out. */
export const attributes = (event: EventModel): Pair[] => [...event.members.values()].filter((pair) => !dataMembers.includes(pair.key.text));

export const scalarOf = (pair: Pair | undefined): ScalarNode | undefined => {
  const value = resolve(pair?.value);
  return value?.kind === 'scalar' ? value : undefined;
};

/** The text of an attribute that is a non-empty JSON string; anything else is another rule's business. */
export const textOf = (pair: Pair | undefined): string | undefined => {
  const scalar = scalarOf(pair);
  return typeof scalar?.value === 'string' && scalar.value !== '' ? scalar.value : undefined;
};

/** A fix that writes another value (any JSON) in place of a node. */
export const replace =
  (title: string, node: Node, value: unknown) =>
  (tree: Tree): Fix[] => [{ title, preferred: true, edits: [{ ...textRange(tree, node), newText: JSON.stringify(value) }] }];

export const renameTo =
  (title: string, pair: Pair, name: string) =>
  (tree: Tree): Fix[] => [{ title, preferred: true, edits: [{ ...textRange(tree, pair.key), newText: JSON.stringify(name) }] }];

/** A report about a value from what a check of its text said. */
export function violated(pair: Pair, violation: Violation): RuleReport {
  const at = pair.value ?? pair.key;
  const { message, severity, replacement } = violation;
  return { at, message, severity, fixes: replacement === undefined ? undefined : replace(fixTitle(violation), at, replacement) };
}
