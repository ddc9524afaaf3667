/** The events that a workflow publishes. */
import { emittedEvent } from '../../../event/emit.ts';
import type { CloudEvent } from '../../../event/model.ts';
import { valueOf } from '../../../syntax/node.ts';
import { gatherer } from '../../gather.ts';

/** Every event that a task of the workflow emits: the same objects as long as the text of their tasks does not change. */
export const emittedEvents = gatherer<CloudEvent>(({ kind, body }) => {
  const attributes = kind === 'emit' ? valueOf(valueOf(valueOf(body, 'emit'), 'event'), 'with') : undefined;
  return attributes?.kind === 'map' ? [emittedEvent(attributes)] : [];
});
