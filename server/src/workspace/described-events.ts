/** Events that name the schema of their data: those that a workflow emits, samples, and messages. */
import type { Part } from '../doc.ts';
import { type DescribedEvent, describedEvent } from '../event/described.ts';
import { eventOf } from '../event/document.ts';
import { modelOf } from '../workflow/read.ts';
import { describedEventsOf } from '../workflow/schema-addresses.ts';

/** Those of a part of a file: the same objects as long as their texts do not change. */
export function describedIn(part: Part): readonly DescribedEvent[] {
  if (part.kind === 'workflow') {
    const model = modelOf(part);
    return model ? describedEventsOf(model) : [];
  }
  const event = eventOf(part.document, part.root);
  const described = event && !event.foreign ? describedEvent(event) : undefined;
  return described ? [described] : [];
}
