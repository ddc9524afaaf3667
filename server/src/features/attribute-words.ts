/** What attributes of events are, as Markdown. */
import { eventSchema } from '../schema/schemas.ts';
import { describe } from './words.ts';

const extensionAttributes = 'https://github.com/cloudevents/spec/blob/main/cloudevents/spec.md#extension-context-attributes';

/** An attribute of CloudEvents, or one that nobody but the user knows: an extension, which a filter may want. */
export function attributeWords(name: string, isFilter = false): string | undefined {
  const known = Object.hasOwn(eventSchema.properties ?? {}, name) ? eventSchema.properties![name] : undefined;
  if (known) return describe(known);
  const whose = isFilter
    ? 'An extension attribute that the event must have.'
    : 'An extension attribute of your own, which receivers can choose events by.';
  return `${whose} Its name is lower-case letters and digits; its value a text, a whole number, true or false.\n\n[reference](${extensionAttributes})`;
}
