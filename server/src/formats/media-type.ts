/** Media types: what they look like, and which are JSON or bytes. */
import { quote } from './quote.ts';
import type { Check } from './violation.ts';

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const whole = new RegExp(`^(${token})/(${token})((?:[ \\t]*;[ \\t]*${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*"))*)[ \\t]*$`);
const withParameters = new RegExp(`^${token}/${token}\\s*;`);

/** Words people write when they mean a media type. */
const shorthands: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['xml', 'application/xml'],
  ['text', 'text/plain'],
  ['html', 'text/html'],
  ['avro', 'application/avro'],
  ['protobuf', 'application/protobuf'],
  ['csv', 'text/csv'],
]);

/** RFC 2045 §5.1, RFC 2046. */
export const checkMediaType: Check = (text) => {
  if (whole.test(text)) return undefined;
  const meant = shorthands.get(text.trim().toLowerCase());
  if (meant) return { message: `${quote(text)} is not a media type. Write ${meant}.`, replacement: meant };
  const compact = text.replace(/\s*\/\s*/g, '/').trim();
  if (compact !== text && whole.test(compact))
    return { message: `A media type has no spaces around its slash: ${compact}.`, replacement: compact };
  if (withParameters.test(text))
    return { message: `Each parameter of a media type is a name, "=" and a value, as in text/plain; charset=utf-8.` };
  return { message: `${quote(text)} is not a media type. Write type and subtype with a slash, as in application/json.` };
};

/** The media type in lower case without parameters. */
export const essence = (mediaType: string): string => mediaType.split(';', 1)[0]!.trim().toLowerCase();

/** A subtype of json or one that ends in +json (CloudEvents, json §3.1). */
export const isJson = (mediaType: string): boolean => /\/(.*\+)?json$/.test(essence(mediaType));

/** A subtype of xml or one that ends in +xml (RFC 7303). */
export const isXml = (mediaType: string): boolean => /\/(.*\+)?xml$/.test(essence(mediaType));

/** Content that is bytes by nature and so belongs in data_base64. */
export const isBinary = (mediaType: string): boolean =>
  /^(image\/(?!svg\+xml)|audio\/|video\/|font\/)|^application\/(octet-stream|pdf|zip|gzip|avro|protobuf|x-protobuf|cbor|msgpack)$/.test(
    essence(mediaType),
  );
