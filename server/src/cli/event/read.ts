/** The events of a file, or of standard input, for commands that work with them. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Range } from 'vscode-languageserver-types';
import { decode } from '../../decode.ts';
import { createDoc, type Doc } from '../../doc.ts';
import { eventOf } from '../../event/document.ts';
import { areLines } from '../../event/lines.ts';
import type { CloudEvent } from '../../event/model.ts';
import { languageOf } from '../../languages.ts';
import { readStandardInput, readText } from '../../node/read.ts';
import { syntaxFindings } from '../../rules/syntax.ts';

/** Why there are no events: a sentence. */
interface Failure {
  readonly failure: string;
}

/** A file of events by its name. */
export interface EventFile {
  readonly name: string;
  readonly doc: Doc;
}

/** `-` is standard input. What is in it is told by what it looks like, as of a file whose name says nothing. */
export async function openEvents(path: string): Promise<EventFile | Failure> {
  const name = path === '-' ? 'stdin' : path;
  const read = path === '-' ? decode(await readStandardInput()) : readText(path);
  if ('failure' in read) return { failure: `"${name}" ${read.failure}` };
  const { text } = read;
  const languageId = languageOf(name) ?? languageBy(text);
  const doc = createDoc({ uri: pathToFileURL(resolve(name)).href, languageId, version: 0, text, treatAs: 'event' });
  const broken = syntaxFindings(doc.tree.documents).find(({ severity }) => severity === 'error');
  return broken ? { failure: `${placeIn(name, doc.range(broken.at))}  ${broken.message}` } : { name, doc };
}

/** "order.json:3:7", as compilers say where something is. */
export const placeIn = (name: string, { start }: Range): string => `${name}:${start.line + 1}:${start.character + 1}`;

/** Events in the order in which they are written; at least one. */
export async function readEvents(path: string): Promise<{ readonly events: readonly CloudEvent[] } | Failure> {
  const file = await openEvents(path);
  if ('failure' in file) return file;
  const events = file.doc.parts.flatMap(({ document, root }) => eventOf(document, root) ?? []);
  return events.length > 0 ? { events } : { failure: `"${file.name}" holds no event.` };
}

/** An event or a batch, events one a line, or HTTP messages. */
const languageBy = (text: string): string => (/^\s*[[{]/.test(text) ? (areLines(text) ? 'cloudevent-lines' : 'json') : 'http');
