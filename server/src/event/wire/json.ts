/** An event in the JSON format (json §3), whatever it was written in: with every digit, two spaces a level. */
import { base64Of } from '../../formats/bytes.ts';
import { isBinary, isJson } from '../../formats/media-type.ts';
import { toCompactJson, toIndentedJson } from '../../syntax/convert/to-json.ts';
import { parseDocument } from '../../syntax/json/stream.ts';
import { errorsIn } from '../../syntax/locate.ts';
import type { Node } from '../../syntax/node.ts';
import { doubleQuoted } from '../../syntax/write.ts';
import type { CloudEvent, Member } from '../model.ts';

/** The event, on lines. What headers say is text: of which type an attribute is, they do not tell. */
export function eventJson(event: CloudEvent): string {
  const { format, members, pairOf } = event;
  const written = members.map((member): readonly [name: string, json: string] =>
    format === 'http' ? memberOfMessage(event, member) : [member.name, toCompactJson(pairOf(member)?.value)],
  );
  return indented(`{${written.map(([name, json]) => `${doubleQuoted(name)}:${json}`).join(',')}}`);
}

/** A list of events that are JSON (json §4). */
export const batchJson = (events: readonly string[]): string => indented(`[${events.join(',')}]`);

const indented = (json: string): string => toIndentedJson(parseDocument(json).root);

/** The name and the value of a member, as JSON; of data as its type says (json §3.1.1). */
function memberOfMessage({ contentType, data }: CloudEvent, member: Member): readonly [name: string, json: string] {
  const { name, text } = member;
  if (member !== data) return [name, doubleQuoted(text)];
  const json = contentType === undefined || isJson(contentType) ? readJson(text) : undefined;
  if (json) return ['data', toCompactJson(json)];
  // Without a type, text would be read as JSON.
  return contentType === undefined || isBinary(contentType) ? ['data_base64', doubleQuoted(base64Of(text))] : ['data', doubleQuoted(text)];
}

function readJson(text: string): Node | undefined {
  const fragment = parseDocument(text);
  return errorsIn(fragment).length === 0 ? fragment.root : undefined;
}
