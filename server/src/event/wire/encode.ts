/** Events in any of the encodings. */
import type { EncodingId } from '../../encodings.ts';
import type { CloudEvent } from '../model.ts';
import { amqp, kafka, mqtt3, mqtt5, nats, webSocket } from './brokers.ts';
import { curl, knEvent } from './commands.ts';
import { type Refused, type WireEvent, wireEvent } from './event.ts';
import { batchMessage, binaryMessage, type Message, request, structuredMessage } from './http.ts';
import { batchJson, eventJson } from './json.ts';

interface Encoder {
  /** Of one event, with its attributes apart from its data. */
  readonly binary?: (event: WireEvent) => string | Refused;
  /** Of one event, as JSON. */
  readonly structured?: (json: string) => string;
  /** Of any number of events, as a list of JSON. */
  readonly batch?: (json: string) => string;
}

const line = (json: string): string => `${json}\n`;

const encoders: Readonly<Record<EncodingId, Encoder>> = {
  json: { structured: line, batch: line },
  'http-binary': { binary: (event) => request(binaryMessage(event)) },
  'http-structured': { structured: (json) => request(structuredMessage(json)) },
  'http-batch': { batch: (json) => request(batchMessage(json)) },
  kafka: { binary: kafka },
  mqtt5: { binary: mqtt5 },
  mqtt3: { structured: mqtt3 },
  amqp: { binary: amqp },
  nats: { binary: nats },
  websocket: { structured: webSocket },
  curl: { binary: curl },
  kn: { binary: knEvent },
};

/** Is one text all that it has for any number of events? */
export const takesAll = (encoding: EncodingId): boolean =>
  encoders[encoding].structured === undefined && encoders[encoding].batch !== undefined;

/** Events as texts: one for each, or one for all of a list. Why one of them has none in its place. */
export function encode(encoding: EncodingId, events: readonly CloudEvent[], isList: boolean): readonly (string | Refused)[] {
  const { binary, structured, batch } = encoders[encoding];
  if (batch && (isList || takesAll(encoding))) return [batch(batchJson(events.map(eventJson)))];
  if (structured) return events.map((event) => structured(eventJson(event)));
  return events.map((event) => {
    const wire = wireEvent(event);
    return 'refused' in wire ? wire : binary!(wire);
  });
}

/** An event as an HTTP message in one of two content modes; why it cannot be one. */
export function messageOf(event: CloudEvent, mode: 'binary' | 'structured'): Message | Refused {
  if (mode === 'structured') return structuredMessage(eventJson(event));
  const wire = wireEvent(event);
  return 'refused' in wire ? wire : binaryMessage(wire);
}
