/** An event as a message of a broker, laid out for a reader: what stands beside the data first, each part under its name in that protocol. */
import { encodeHeaderValue } from '../../formats/percent.ts';
import { unprintable } from '../../syntax/write.ts';
import type { WireEvent } from './event.ts';
import { dataText } from './http.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/** Kafka's binary mode (kafka §3.2); the key is `partitionkey`, as its optional mapping has it (kafka §3.1). */
export const kafka = (event: WireEvent): string =>
  message(
    lines([['Key', event.attributes.find(([name]) => name === 'partitionkey')?.[1] ?? '(none)']]),
    part('Headers', lines([...named('ce_', event), ...typed('content-type', event)])),
    part('Value', payload(event)),
  );

/** MQTT 5's binary mode (mqtt §3.1): user properties have the attributes' own names. */
export const mqtt5 = (event: WireEvent): string =>
  message(lines(typed('Content Type', event)), part('User Properties', lines(named('', event))), part('Payload', payload(event)));

/** MQTT 3.1.1 knows structured mode alone (mqtt §3.2), and no content type. */
export const mqtt3 = (json: string): string => message(part('Payload', json));

/** AMQP's binary mode (amqp §3.1), with the separator that JMS takes as well. */
export const amqp = (event: WireEvent): string =>
  message(
    part('Properties', lines(typed('content-type', event))),
    part('Application Properties', lines(named('cloudEvents_', event))),
    part('Application Data', payload(event)),
  );

/** NATS's binary mode (nats §3.1): `datacontenttype` is a header like any other, and all values are percent-encoded. */
export const nats = ({ attributes, contentType, data }: WireEvent): string => {
  const all: Pairs = contentType === undefined ? attributes : [...attributes, ['datacontenttype', contentType]];
  const headers = all.map(([name, value]) => [`ce-${name}`, encodeHeaderValue(value)] as const);
  return message(part('Headers', lines(headers)), part('Payload', payload({ data })));
};

/** A text frame under the subprotocol for JSON (websockets §1.5). */
export const webSocket = (json: string): string => message(lines([['Subprotocol', 'cloudevents.json']]), part('Text Frame', json));

const typed = (name: string, { contentType }: WireEvent): Pairs => (contentType === undefined ? [] : [[name, contentType]]);
const named = (prefix: string, { attributes }: WireEvent): Pairs => attributes.map(([name, value]) => [`${prefix}${name}`, value]);
const payload = ({ data }: Pick<WireEvent, 'data'>): string => (data ? dataText(data) : '(none)');

/** A value that would break its line is written as JSON writes it. */
const lines = (pairs: Pairs): string =>
  pairs.map(([name, value]) => `${name}: ${unprintable.test(value) ? JSON.stringify(value) : value}`).join('\n');
const part = (title: string, text: string): string => text && `${title}:\n${text}`;
const message = (...parts: readonly string[]): string => `${parts.filter(Boolean).join('\n\n')}\n`;
