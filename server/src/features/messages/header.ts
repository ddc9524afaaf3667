/** A header of an HTTP message at an offset, and what it says of the event. */
import { attributeOfHeader, contentMode } from '../../event/http.ts';
import { decodeHeaderValue } from '../../formats/percent.ts';
import { documentAt } from '../../syntax/locate.ts';
import type { Header, Tree } from '../../syntax/node.ts';
import { holds, textRange } from '../../syntax/range.ts';
import { attributeWords } from '../attribute-words.ts';
import { plainText } from '../words.ts';

/** The header whose name or value stands at an absolute offset, in a message that carries an event. */
export function headerAt(tree: Tree, offset: number): Header | undefined {
  const message = documentAt(tree, offset)?.message;
  return message && contentMode(message)
    ? message.headers.find(({ nameAt, valueAt }) =>
        holds({ start: textRange(tree, nameAt).start, end: textRange(tree, valueAt).end }, offset),
      )
    : undefined;
}

/** The attribute that a header carries, in words, and what its value means once it is decoded. Undefined for other headers. */
export function headerWords({ name, value, isTemplate }: Header): string | undefined {
  const attribute = attributeOfHeader(name);
  const words = attribute && attributeWords(attribute, 'header');
  const { text } = decodeHeaderValue(value);
  if (!words || attribute === 'datacontenttype' || isTemplate || text === value) return words;
  return `${words}\n\nIts value says: ${plainText(text)}`;
}
