/** Events that say where the schema of their data stands (core: dataschema). */
import { isJson } from '../formats/media-type.ts';
import { type Pair, resolve, type ScalarNode } from '../syntax/node.ts';
import { notes } from '../syntax/notes.ts';
import { type CloudEvent, textOf } from './model.ts';

export interface DescribedEvent {
  /** Where the schema is, as it is written. */
  readonly address: ScalarNode;
  /** What it is about; undefined for what is no JSON, and where nothing is written. */
  readonly data?: Pair;
}

const known = notes<CloudEvent, DescribedEvent>();

/** The schema that an event names and the data that it is to fit; undefined for an event that names none, or only a part of a file. */
export function describedEvent(event: CloudEvent): DescribedEvent | undefined {
  const before = known.get(event);
  if (before) return before;
  const { attributes, data, contentType, pairOf } = event;
  const member = attributes.get('dataschema');
  const address = member && textOf(member) ? resolve(pairOf(member)?.value) : undefined;
  if (address?.kind !== 'scalar' || /#./.test(address.text)) return undefined;
  const isWritten = data && (contentType === undefined ? !attributes.has('datacontenttype') : isJson(contentType));
  const described = { address, data: isWritten ? pairOf(data) : undefined };
  known.set(event, described);
  return described;
}
