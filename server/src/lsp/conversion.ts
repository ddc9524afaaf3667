/** *Convert to JSON* and *Convert to YAML*, as light bulbs: a command to our own editor, a file beside the document to any other that makes files. */
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Doc } from '../doc.ts';
import { newFile } from '../features/edited.ts';
import { count } from '../formats/sentence.ts';
import { formatNames, nameIn } from '../languages.ts';
import { convertCommands } from '../protocol.ts';
import type { Convertible, LanguageService } from '../service.ts';
import type { Client } from './client.ts';

interface Asked {
  readonly service: LanguageService;
  readonly client: Client;
  readonly doc: Doc;
  isTaken(uri: string): boolean;
}

/** What an offer remembers until it is taken, beside the document. */
interface Offer {
  readonly uri: string;
  readonly convert: true;
}

const isOffer = (data: unknown): data is Offer => typeof data === 'object' && data !== null && 'convert' in data;

/** What is offered for the whole of a document; nothing where it has no other format. */
export function conversions(asked: Asked): CodeAction[] {
  const { service, client, doc } = asked;
  const found = service.convertible(doc);
  if (!found) return [];
  const kind = 'refactor.rewrite';
  if (client.hasCommands) {
    const title = `Convert to ${formatNames[found.to]}…`;
    return [{ title, kind, command: { title, command: convertCommands[found.to], arguments: [doc.uri] } }];
  }
  if (!client.createsFiles || nameIn(doc.uri, found.to) === undefined) return [];
  const title = titleOf(found);
  if (client.resolvesEdits) return [{ title, kind, data: { uri: doc.uri, convert: true } satisfies Offer }];
  const edit = editOf(asked, found);
  return 'refused' in edit ? [] : [{ title, kind, edit }];
}

/** An offer with its edits, or the sentence that says why it is not to be had; undefined for what is none of these. */
export function resolveConversion(asked: Asked, action: CodeAction): CodeAction | { readonly refused: string } | undefined {
  const found = isOffer(action.data) && asked.service.convertible(asked.doc);
  if (!found) return undefined;
  const edit = editOf(asked, found);
  return 'refused' in edit ? edit : { ...action, edit };
}

/** "Convert to JSON, without its 2 comments". */
const titleOf = ({ to, lostComments }: Convertible): string =>
  `Convert to ${formatNames[to]}${lostComments > 0 ? `, without its ${lostComments === 1 ? 'comment' : count(lostComments, 'comment')}` : ''}`;

/** The file under the first name that no other has. */
function editOf({ service, doc, isTaken }: Asked, { to }: Convertible): WorkspaceEdit | { readonly refused: string } {
  const converted = service.convert(doc)!;
  if ('refused' in converted) return converted;
  let number = 1;
  let uri = nameIn(doc.uri, to)!;
  while (isTaken(uri)) uri = nameIn(doc.uri, to, ++number)!;
  return { documentChanges: newFile(uri, converted.text) };
}
