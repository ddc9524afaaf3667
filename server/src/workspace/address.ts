/** Where the addresses lead that files write. */
import { keyOf } from '../config/names.ts';
import type { ScalarNode } from '../syntax/node.ts';
import { notes } from '../syntax/notes.ts';

/** The ends of names of documents that are read: those that can describe a service. */
const readableEnds = 'jsonc?|proto|ya?ml';

const readable = new RegExp(`\\.(?:${readableEnds})$`, 'i');

/** A path leads to a file where it ends as one: others are addresses below a server that the text does not name. */
const file = new RegExp(`\\.(?:avsc|graphql|js|mjs|py|sh|ts|txt|wsdl|xsd|${readableEnds})$`, 'i');

/** How a file is addressed from another one: by a path, or by all of its URI where none leads there. */
export function addressFrom(base: string, uri: string): string {
  const [from, to, written] = [keyOf(base).split('/').slice(0, -1), keyOf(uri).split('/'), uri.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  // The first three parts are the scheme and the host; a drive of Windows is a root of its own.
  if (same < 3 || written.length !== to.length || (same === 3 && /^[a-z]:$/.test(to[3]!))) return uri;
  return [...from.slice(same).map(() => '..'), ...written.slice(same).map(plain)].join('/');
}

/** A part of a path with letters as people write them, and escapes for what is no part of an address. */
function plain(part: string): string {
  try {
    const decoded = decodeURIComponent(part);
    return /[\s\p{P}\p{S}]/u.test(decoded.replace(/[-.\w]/g, '')) ? part : decoded;
  } catch {
    return part;
  }
}

/**
 * The URI that an address leads to, from the file it is written in; undefined for what is computed, a template, or no address of a file or on the
 * web.
 */
export function targetOf(text: string, base: string): string | undefined {
  if (/[{}\n\r\t]|^\s|\s$/.test(text)) return undefined;
  if (/^https?:\/\//i.test(text)) return !/\s/.test(text) && URL.canParse(text) ? new URL(text).href : undefined;
  // The examples of the specification begin paths that lead on from the document with "file://", as in file://app/greet.proto.
  const path = text.replace(/#.*$/, '').replace(/^file:(?:\/\/(?!\/))?(?!\/)/i, '');
  const full = /^[a-z]:[\\/]/i.test(path) ? `file:///${path}` : path;
  if (!file.test(full) || /^(?!file:)[a-z][a-z\d+.-]*:/i.test(full)) return undefined;
  return URL.canParse(full, base) ? new URL(full, base).href : undefined;
}

/** The same for a document that can be read where the file is: nothing is fetched from anywhere, no share of another host either. */
export function documentAt(text: string, base: string): string | undefined {
  const target = targetOf(text, base);
  const isHere = target !== undefined && !/^https?:/i.test(target) && new URL(target).host === new URL(base).host;
  return isHere && readable.test(target) ? target : undefined;
}

/** A document that a text names, and its key among those that were read. */
export interface NamedDocument {
  readonly uri: string;
  readonly key: string;
}

const named = notes<ScalarNode, { readonly base: string; readonly document: NamedDocument | undefined }>();

/** The same for an address as it is written in a file; looked for once as long as its text stays. */
export function documentNamed(at: ScalarNode, base: string): NamedDocument | undefined {
  const before = named.get(at);
  if (before?.base === base) return before.document;
  const uri = documentAt(at.text, base);
  const document = uri === undefined ? undefined : { uri, key: keyOf(uri) };
  named.set(at, { base, document });
  return document;
}
