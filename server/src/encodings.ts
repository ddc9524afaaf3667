/** The ways in which an event goes over the wire: a table that the service, the command line and the extension read. */

interface Encoding {
  /** As people choose it. */
  readonly name: string;
  /** What it is, in a few words. */
  readonly detail: string;
  /** The language of its text. */
  readonly language: 'json' | 'http' | 'shellscript' | 'plaintext';
}

export type EncodingId =
  'json' | 'http-binary' | 'http-structured' | 'http-batch' | 'kafka' | 'mqtt5' | 'mqtt3' | 'amqp' | 'nats' | 'websocket' | 'curl' | 'kn';

export const encodings: Readonly<Record<EncodingId, Encoding>> = {
  'http-binary': { name: 'HTTP, binary', detail: 'attributes in headers, data as the body', language: 'http' },
  'http-structured': { name: 'HTTP, structured', detail: 'the event as the body', language: 'http' },
  'http-batch': { name: 'HTTP, batched', detail: 'all events of the file as one body', language: 'http' },
  kafka: { name: 'Kafka', detail: 'binary: attributes in headers, data as the value', language: 'plaintext' },
  mqtt5: { name: 'MQTT 5', detail: 'binary: attributes as user properties, data as the payload', language: 'plaintext' },
  mqtt3: { name: 'MQTT 3.1.1', detail: 'structured, as it has no properties', language: 'plaintext' },
  amqp: { name: 'AMQP 1.0', detail: 'binary: attributes as application properties', language: 'plaintext' },
  nats: { name: 'NATS', detail: 'binary: attributes in headers, from NATS 2.2 on', language: 'plaintext' },
  websocket: { name: 'WebSocket', detail: 'structured, as its messages have no headers', language: 'plaintext' },
  curl: { name: 'curl', detail: 'a command that sends it over HTTP, binary', language: 'shellscript' },
  kn: { name: 'kn event send', detail: 'a command of Knative', language: 'shellscript' },
  json: { name: 'JSON', detail: 'the event in the JSON format', language: 'json' },
};

export const encodingIds = Object.keys(encodings) as readonly EncodingId[];
