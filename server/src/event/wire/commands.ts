/** An event as a command of a shell that sends it. */
import { isJson } from '../../formats/media-type.ts';
import { and, count } from '../../formats/sentence.ts';
import { quote } from '../../formats/quote.ts';
import { shellQuoted, shellWord } from '../../formats/shell.ts';
import type { Plain } from '../../syntax/value.ts';
import type { Refused, WireEvent } from './event.ts';
import { binaryMessage, headerLines, nowhere } from './http.ts';

/** Over HTTP in binary mode. Bytes that are no text come through a pipe. */
export function curl(event: WireEvent): string {
  const { data, contentType } = event;
  const options = headerLines(binaryMessage(event)).map((header) => `-H ${shellQuoted(header)}`);
  // curl would name a type of its own for data that has none.
  if (data && contentType === undefined) options.push(`-H 'Content-Type:'`);
  if (!data) return `${command(`curl -X POST ${nowhere}`, options)}\n`;
  if ('text' in data) return `${command(`curl ${nowhere}`, [...options, `--data-raw ${shellQuoted(data.text)}`])}\n`;
  return `printf %s ${shellWord(data.base64)} | base64 -d |\n${command(`curl ${nowhere}`, [...options, '--data-binary @-'])}\n`;
}

const command = (start: string, options: readonly string[]): string => [start, ...options].join(' \\\n  ');

/** Attributes that the plugin lets one set, with their options. */
const knOptions: Readonly<Record<string, string>> = { id: '--id', source: '--source', type: '--type' };
/** What it fills in by itself. */
const knOwn: readonly string[] = ['specversion', 'time'];

/** With Knative's plugin `event`, which makes data that is a JSON object, a field at a time; what else it leaves out is said in a remark. */
export function knEvent({ attributes, contentType, data }: WireEvent): string | Refused {
  if (data && (contentType === undefined || !isJson(contentType) || !('text' in data)))
    return { refused: `"kn event send" sends JSON alone, and ${quote(contentType ?? 'data_base64')} is none. Use curl.` };
  const fields = data ? fieldsOf(JSON.parse(data.text) as Plain) : [];
  if ('refused' in fields) return fields;
  const options = attributes.flatMap(([name, value]) =>
    Object.hasOwn(knOptions, name) ? [`${knOptions[name]!} ${shellWord(value)}`] : [],
  );
  const lost = attributes.flatMap(([name]) => (Object.hasOwn(knOptions, name) || knOwn.includes(name) ? [] : [`"${name}"`]));
  const remarks = [
    ...(attributes.some(([name]) => name === 'time') ? ['# The time is when it is sent.'] : []),
    ...(lost.length > 0
      ? [`# ${count(lost.length, 'attribute')} cannot be set and ${lost.length > 1 ? 'are' : 'is'} left out: ${and(lost)}.`]
      : []),
  ];
  return `${[...remarks, command('kn event send', [...options, ...fields, `--to ${nowhere}`])].join('\n')}\n`;
}

function fieldsOf(data: Plain): readonly string[] | Refused {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { refused: '"kn event send" sends data that is an object, and this is none. Use curl.' };
  const fields: string[] = [];
  const refused = addFields(data, [], fields);
  return refused === undefined ? fields : { refused: `"kn event send" cannot send ${refused}. Use curl.` };
}

/** Adds an option for each value in an object; what has none, in words. */
function addFields(object: { readonly [key: string]: Plain }, path: readonly string[], fields: string[]): string | undefined {
  for (const [key, value] of Object.entries(object)) {
    const at = [...path, key];
    const name = quote(['data', ...at].join('.'));
    if (key === '' || /[.=]/.test(key)) return `the key ${quote(key)}`;
    if (value === null || Array.isArray(value)) return `${name}, which is ${value === null ? 'null' : 'a list'}`;
    if (typeof value === 'object') {
      if (Object.keys(value).length === 0) return `${name}, which is an empty object`;
      const refused = addFields(value, at, fields);
      if (refused !== undefined) return refused;
    } else {
      const written = typeof value === 'number' ? numberText(value) : String(value);
      if (written === undefined) return `${name} with all its digits`;
      fields.push(`${typeof value === 'string' ? '--raw-field' : '--field'} ${shellWord(`${at.join('.')}=${written}`)}`);
    }
  }
  return undefined;
}

/** As the plugin takes a number for one: whole, or with six decimals. */
function numberText(value: number): string | undefined {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : undefined;
  const text = value.toFixed(6);
  return Number(text) === value ? text : undefined;
}
