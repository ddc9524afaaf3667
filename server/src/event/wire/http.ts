/** An event as an HTTP request (bindings/http-protocol-binding.md), in the form of a `.http` file. */
import { bytesAsText } from '../../syntax/http/headers.ts';
import { encodeHeaderValue } from '../../formats/percent.ts';
import type { Data, WireEvent } from './event.ts';

/** Where an event goes that nobody has said a place for. */
export const nowhere = 'https://example.com/';

/** The content type of one event as JSON (json §3), and of a batch (json §4). */
export const eventType = 'application/cloudevents+json; charset=utf-8';
export const batchType = 'application/cloudevents-batch+json; charset=utf-8';

/** The headers of binary mode (http §3.1). */
export const headersOf = ({ attributes, contentType }: WireEvent): readonly string[] => [
  ...attributes.map(([name, value]) => `ce-${name}: ${encodeHeaderValue(value)}`),
  ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
];

/** Data where only text can stand: bytes that are none as a remark in their place. */
export const dataText = (data: Data): string => ('text' in data ? data.text : bytesAsText(data.base64));

export const httpBinary = (event: WireEvent): string => request(headersOf(event), event.data && dataText(event.data));

/** One event (http §3.2) or a batch (http §3.3) as the body. */
export const httpBody = (contentType: string, json: string): string => request([`Content-Type: ${contentType}`], json);

const request = (headers: readonly string[], body = ''): string => `${[`POST ${nowhere} HTTP/1.1`, ...headers].join('\n')}\n\n${body}`;
