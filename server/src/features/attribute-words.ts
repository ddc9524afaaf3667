/** What attributes of events are, as Markdown. */
import { headerLine } from '../event/http.ts';
import { textOf } from '../schema/prose.ts';
import type { Schema } from '../schema/schema.ts';
import { eventSchema } from '../schema/schemas.ts';
import { describe } from './words.ts';

const extensionAttributes = 'https://github.com/cloudevents/spec/blob/main/cloudevents/spec.md#extension-context-attributes';

/** An attribute of CloudEvents, or one that nobody but the user knows: an extension, which a filter may want. Its example is as where it stands. */
export function attributeWords(name: string, where: 'event' | 'filter' | 'header' = 'event'): string | undefined {
  const known = Object.hasOwn(eventSchema.properties ?? {}, name) ? eventSchema.properties![name] : undefined;
  if (known) return describe(known, where === 'header' ? { example: headersOf(known) } : {});
  const whose =
    where === 'filter'
      ? 'An extension attribute that the event must have.'
      : 'An extension attribute of your own, which receivers can choose events by.';
  return `${whose} Its name is lower-case letters and digits; its value a text, a whole number, true or false.\n\n[reference](${extensionAttributes})`;
}

/** The example of a schema, members of an event in JSON, as headers. */
function headersOf({ example }: Schema): string | undefined {
  if (!example) return undefined;
  const members = JSON.parse(`{${textOf(example)}}`) as Record<string, unknown>;
  return Object.entries(members)
    .map(([name, value]) => headerLine(name, String(value)))
    .join('\n');
}
