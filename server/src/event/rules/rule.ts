import { fixTitle, type Check, type Violation } from '../../formats/violation.ts';
import { quote } from '../../formats/quote.ts';
import type { Concern, Fix } from '../../rules/finding.ts';
import type { Rule, RuleReport } from '../../rules/rule.ts';
import { type Edit, resolve, type Tree } from '../../syntax/node.ts';
import type { Plain } from '../../syntax/value.ts';
import { type AttributeType, factOf } from '../attributes.ts';
import { headerName } from '../http.ts';
import { type CloudEvent, type Member, textOf } from '../model.ts';

export type EventRule = Rule<CloudEvent>;

/** One preferred fix. */
const fixing =
  (title: string, edits: (tree: Tree) => readonly Edit[]): ((tree: Tree) => Fix[]) =>
  (tree) => [{ title, preferred: true, edits: edits(tree) }];

/** A fix that writes another value. */
export const replace = ({ writer }: CloudEvent, title: string, member: Member, value: Plain) =>
  fixing(title, (tree) => writer.setValue(tree, member, value));

/** A fix that writes another name. */
export const rename = ({ writer }: CloudEvent, member: Member, name: string) =>
  fixing(`Change to "${name}"`, (tree) => writer.rename(tree, member, name));

/** What a report says of a name that is meant to be another: that one is not missing. */
export const meaning = (...names: readonly string[]): Concern => ({ names });

/** An attribute by the name that it has where the event stands. */
export const nameIn = ({ format }: CloudEvent, attribute: string): string => (format === 'http' ? headerName(attribute) : attribute);

/** Is the attribute there under another name? */
export const isMeant = ({ meant }: CloudEvent, name: string): boolean => [...meant.values()].some(({ attribute }) => attribute === name);

/** A report about a value from what a check of its text said. */
export function violated(event: CloudEvent, member: Member, violation: Violation): RuleReport {
  const { message, severity, replacement } = violation;
  return {
    at: member.valueAt,
    message,
    severity,
    fixes: replacement === undefined ? undefined : replace(event, fixTitle(violation), member, replacement),
  };
}

/** Checks the text of every attribute of one type. An empty one is another rule's business. */
export const checkType = (type: AttributeType, check: Check): EventRule['check'] =>
  function* (event) {
    for (const member of event.attributes.values()) {
      const text = factOf(member.name)?.type === type ? textOf(member) : undefined;
      const violation = text ? check(text) : undefined;
      if (violation) yield decodedTooFar(event, member, check) ?? violated(event, member, violation);
    }
  };

/** http §3.1.3.2: what is encoded by the rules of its own type is encoded once more in a header. */
function decodedTooFar(event: CloudEvent, member: Member, check: Check): RuleReport | undefined {
  const written = event.format === 'http' ? resolve(event.pairOf(member)?.value) : undefined;
  if (written?.kind !== 'scalar' || written.text === member.text || check(written.text)) return undefined;
  return {
    at: member.valueAt,
    severity: 'warning',
    message: `Receivers decode a header once, which leaves ${quote(member.text)} of this. Write %25 for each "%".`,
    fixes: replace(event, 'Encode the value', member, written.text),
  };
}
