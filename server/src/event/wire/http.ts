/** An event as an HTTP request (bindings/http-protocol-binding.md), in the form of a `.http` file. */
import { bytesAsText } from '../../syntax/http/headers.ts';
import { encodeHeaderValue } from '../../formats/percent.ts';
import { headerName } from '../http.ts';
import type { Data, WireEvent } from './event.ts';

/** Where an event goes that nobody has said a place for. */
export const nowhere = 'https://example.com/';

/** A message without its first line: what programs send. */
export interface Message {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Data;
}

/** Attributes in headers, data as the body (http §3.1). */
export const binaryMessage = ({ attributes, contentType, data }: WireEvent): Message => ({
  headers: [
    ...attributes.map(([name, value]) => [headerName(name), encodeHeaderValue(value)] as const),
    ...(contentType === undefined ? [] : [[headerName('datacontenttype'), contentType] as const]),
  ],
  body: data,
});

const typed = (contentType: string, json: string): Message => ({
  headers: [[headerName('datacontenttype'), contentType]],
  body: { text: json },
});

/** One event as the body (http §3.2). */
export const structuredMessage = (json: string): Message => typed('application/cloudevents+json; charset=utf-8', json);

/** A list of events as the body (http §3.3). */
export const batchMessage = (json: string): Message => typed('application/cloudevents-batch+json; charset=utf-8', json);

/** "name: value", for each header. */
export const headerLines = ({ headers }: Message): readonly string[] => headers.map(([name, value]) => `${name}: ${value}`);

/** Data where only text can stand: bytes that are none as a remark in their place. */
export const dataText = (data: Data): string => ('text' in data ? data.text : bytesAsText(data.base64));

/** A request with that message. */
export const request = (message: Message): string =>
  `${[`POST ${nowhere} HTTP/1.1`, ...headerLines(message)].join('\n')}\n\n${message.body ? dataText(message.body) : ''}`;
