import type { Flaw } from './flaw.ts';

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const whole = new RegExp(`^(${token})/(${token})((?:[ \\t]*;[ \\t]*${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*"))*)[ \\t]*$`);
/** Words people write when they mean a media type. */
const shorthands: Readonly<Record<string, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  text: 'text/plain',
  html: 'text/html',
  avro: 'application/avro',
  protobuf: 'application/protobuf',
  csv: 'text/csv',
};

/** RFC 2045 §5.1, RFC 2046: what is wrong with this text as a media type, or undefined. */
export function mediaTypeFlaw(text: string): Flaw | undefined {
  if (whole.test(text)) return undefined;
  const meant = shorthands[text.trim().toLowerCase()];
  if (meant) return { message: `"${text}" is not a media type. Write ${meant}.`, better: meant, title: `Change to "${meant}"` };
  const compact = text.replace(/\s*\/\s*/g, '/').trim();
  if (compact !== text && whole.test(compact))
    return { message: `A media type has no spaces around its slash: ${compact}.`, better: compact, title: `Change to "${compact}"` };
  if (new RegExp(`^${token}/${token}\\s*;`).test(text))
    return { message: `Each parameter of a media type is a name, "=" and a value, as in text/plain; charset=utf-8.` };
  return { message: `"${text}" is not a media type. Write type and subtype with a slash, as in application/json.` };
}

/** The media type in lower case without parameters. */
export const essence = (mediaType: string): string => mediaType.split(';', 1)[0]!.trim().toLowerCase();

/** json §3.1: a subtype of json or one that ends in +json. An absent content type means JSON. */
export const isJson = (mediaType: string | undefined): boolean => mediaType === undefined || /\/(.*\+)?json$/.test(essence(mediaType));

/** Content that is bytes by nature and so belongs in data_base64. */
export const isBinary = (mediaType: string): boolean =>
  /^(image\/(?!svg\+xml)|audio\/|video\/|font\/)|^application\/(octet-stream|pdf|zip|gzip|avro|protobuf|x-protobuf|cbor|msgpack)$/.test(
    essence(mediaType),
  );
