/** An event as the bindings take it: attributes as canonical strings (core: Type System), data as what its bytes are. */
import { textOfBytes, bytesOf } from '../../formats/bytes.ts';
import { isJson } from '../../formats/media-type.ts';
import { quote } from '../../formats/quote.ts';
import { toCompactJson } from '../../syntax/convert/to-json.ts';
import { type CloudEvent, isComposite, type Member } from '../model.ts';
import { isAttributeName } from '../names.ts';

/** The bytes of the data: text in UTF-8, or what is none as base64. */
export type Data = { readonly text: string } | { readonly base64: string };

export interface WireEvent {
  /** Every attribute but `datacontenttype`, in the order of the text. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly contentType?: string;
  readonly data?: Data;
}

/** Why there is none: a sentence for people. */
export interface Refused {
  readonly refused: string;
}

/** What goes over the wire where attributes and data part; why they cannot. */
export function wireEvent(event: CloudEvent): WireEvent | Refused {
  const { attributes } = event;
  for (const member of attributes.values()) {
    const refused = refusedAttribute(member);
    if (refused) return { refused };
  }
  const data = dataOf(event);
  if (data && 'refused' in data) return data;
  const contentType = attributes.get('datacontenttype')?.text;
  return {
    attributes: [...attributes.values()].flatMap(({ name, text }) => (name === 'datacontenttype' ? [] : [[name, text] as const])),
    // json §3.1: without a type, what `data` holds is JSON.
    contentType: contentType ?? (event.data && data && event.format === 'json' ? 'application/json' : undefined),
    data,
  };
}

function refusedAttribute(member: Member): string | undefined {
  const { name, kind, text } = member;
  if (!isAttributeName(name)) return `${quote(name)} is no name of an attribute: these are lower-case letters and digits.`;
  if (isComposite(member)) return `"${name}" holds ${kind === 'list' ? 'a list' : 'an object'}, and an attribute is one value.`;
  if (kind === 'nothing') return `"${name}" has no value yet.`;
  if (name === 'datacontenttype' && !/^[\x20-\x7e]+$/.test(text)) return `${quote(text)} is not a media type.`;
  return undefined;
}

function dataOf({ data, dataBase64, contentType, format, pairOf }: CloudEvent): Data | Refused | undefined {
  if (data && dataBase64) return { refused: 'An event carries its data once. Remove "data" or "data_base64".' };
  if (dataBase64 && dataBase64.kind !== 'null') return dataOfBase64(dataBase64.text);
  if (!data) return undefined;
  const isText = contentType !== undefined && !isJson(contentType);
  if (format === 'http') return { text: data.text };
  if (isText && data.kind === 'null') return undefined;
  if (isText && data.kind !== 'text') return { refused: `${quote(contentType)} is not JSON, so "data" must be text.` };
  return { text: isText ? data.text : toCompactJson(pairOf(data)?.value) };
}

/** Bytes that are text are shown as text, as long as space around it cannot get lost where somebody reads it. */
function dataOfBase64(base64: string): Data | Refused {
  const bytes = bytesOf(base64);
  if (!bytes) return { refused: '"data_base64" is no base64.' };
  const text = textOfBytes(bytes);
  return text !== undefined && text === text.trim() ? { text } : { base64 };
}
