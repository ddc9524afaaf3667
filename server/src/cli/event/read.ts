/** The events of a file, or of standard input, for commands that work with them. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decode } from '../../decode.ts';
import { createDoc } from '../../doc.ts';
import { eventOf } from '../../event/document.ts';
import type { CloudEvent } from '../../event/model.ts';
import { languageOf } from '../../languages.ts';
import { readStandardInput, readText } from '../../node/read.ts';
import { syntaxFindings } from '../../rules/syntax.ts';

/** Events in the order in which they are written; at least one. Else why there are none, as a sentence. */
type EventsRead = { readonly events: readonly CloudEvent[] } | { readonly failure: string };

/** `-` is standard input. What is in it is told by what it looks like, as of a file whose name says nothing. */
export async function readEvents(path: string): Promise<EventsRead> {
  const name = path === '-' ? 'stdin' : path;
  const read = path === '-' ? decode(await readStandardInput()) : readText(path);
  if ('failure' in read) return { failure: `"${name}" ${read.failure}` };
  const { text } = read;
  const languageId = languageOf(name) ?? languageBy(text);
  const doc = createDoc({ uri: pathToFileURL(resolve(name)).href, languageId, version: 0, text, treatAs: 'event' });
  const broken = syntaxFindings(doc.tree.documents).find(({ severity }) => severity === 'error');
  if (broken) {
    const { line, character } = doc.range(broken.at).start;
    return { failure: `${name}:${line + 1}:${character + 1}  ${broken.message}` };
  }
  const events = doc.parts.flatMap(({ document, root }) => eventOf(document, root) ?? []);
  return events.length > 0 ? { events } : { failure: `"${name}" holds no event.` };
}

/** An event or a batch, events one a line, or HTTP messages. */
function languageBy(text: string): string {
  if (!/^\s*[[{]/.test(text)) return 'http';
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every(isJson) ? 'cloudevent-lines' : 'json';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
