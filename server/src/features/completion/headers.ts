/** Headers of an HTTP message that may be, or become, an event: their names, and the values of those that carry attributes. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { factOf } from '../../event/attributes.ts';
import { freshBody } from '../../event/fresh.ts';
import { attributeOfHeader, contentMode, headerName } from '../../event/http.ts';
import { eventSchema } from '../../schema/schemas.ts';
import { encodeHeaderValue } from '../../formats/percent.ts';
import { documentAt } from '../../syntax/locate.ts';
import type { HttpMessage } from '../../syntax/node.ts';
import { lineStart } from '../../syntax/text.ts';
import { textRange } from '../../syntax/range.ts';
import { eventTypesIn, type Workspace } from '../../workspace/workspace.ts';
import { attributeWords } from '../attribute-words.ts';
import { CompletionItemKind, InsertTextFormat } from '../kinds.ts';

/** What may be written at an absolute offset of a message; undefined where its body stands, or no message of this kind does. */
export function completeHeaders(workspace: Workspace, doc: Doc, offset: number): CompletionItem[] | undefined {
  const document = documentAt(doc.tree, offset);
  const message = document?.message;
  if (!message) return undefined;
  if (message.body && offset >= textRange(doc.tree, message.body).start) return undefined;
  const start = lineStart(doc.text, offset);
  const typed = doc.text.slice(start, offset);
  if (message.style === 'curl' || !/^[ \t]*[^\s:]*$|:/.test(typed)) return [];
  const value = /^[ \t]*([^\s:]+):[ \t]*(.*)$/.exec(typed);
  const at = { start: offset - (value ? value[2]! : typed.trimStart()).length, end: offset };
  const words = value ? valuesOf(workspace, value[1]!) : namesFor(message, doc, offset);
  // A message that carries no event is one of somebody else's, until a header of ours is begun.
  if (!contentMode(message) && !/^[ \t]*ce/i.test(typed)) return [];
  return words.map(({ label, text, docs }, rank) => ({
    label,
    kind: value ? CompletionItemKind.Value : CompletionItemKind.Property,
    ...(docs ? { documentation: { kind: 'markdown', value: docs } } : {}),
    sortText: String(rank).padStart(4, '0'),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: doc.range(at), newText: text },
    ...(value ? {} : { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }),
  }));
}

interface Word {
  readonly label: string;
  readonly text: string;
  readonly docs?: string | undefined;
}

/** Names that are not there yet, in the order of the schema, where what is common comes first; that of the line at hand counts as not there. */
function namesFor({ headers }: HttpMessage, doc: Doc, offset: number): Word[] {
  const here = doc.positionAt(offset).line;
  const taken = new Set(headers.flatMap(({ name, nameAt }) => (doc.range(nameAt).start.line === here ? [] : [name.toLowerCase()])));
  return Object.keys(eventSchema.properties ?? {})
    .filter((name) => factOf(name) && !taken.has(headerName(name).toLowerCase()))
    .map((name) => ({ label: headerName(name), text: `${headerName(name)}: `, docs: attributeWords(name, 'header') }));
}

/** What a value may be: what is fixed, what is new in every event, what the workspace says already. */
function valuesOf(workspace: Workspace, header: string): Word[] {
  const attribute = attributeOfHeader(header);
  if (attribute === undefined) return [];
  const fresh: Readonly<Record<string, string>> = { id: '<id>', time: '<time>', specversion: '1.0' };
  if (attribute === 'type') return eventTypesIn(workspace).map((type) => ({ label: type, text: encodeHeaderValue(type) }));
  const template = Object.hasOwn(fresh, attribute) ? fresh[attribute] : undefined;
  const texts = template === undefined ? (eventSchema.properties?.[attribute]?.suggest ?? []).map(String) : [freshBody(template)];
  return texts.map((label) => ({ label, text: attribute === 'datacontenttype' ? label : encodeHeaderValue(label) }));
}
