/** *Convert to JSON…*, *Convert to YAML…*: a new document beside the old one, which nobody has saved yet. */
import { EndOfLine, languages, Position, Selection, Uri, window, workspace, type TextDocument } from 'vscode';
import { formatNames, formatOf, isOwnLanguage, nameIn } from '../../../server/src/languages.ts';
import { convertRequest, type Converted, type ConvertParams, type ConvertResult } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { counted } from '../words.ts';

type Format = keyof typeof formatNames;

/** `given` is the document's URI, as menus or light bulbs have it; without one it is the document that is looked at. */
export async function convert(server: Server, to: Format, given?: unknown): Promise<void> {
  const uri = given instanceof Uri ? given : typeof given === 'string' ? Uri.parse(given) : undefined;
  const document = uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document;
  if (!document) return;
  const name = nameOf(document.uri);
  if (formatOf(document.languageId) === to) return void window.showInformationMessage(`"${name}" is ${formatNames[to]} already.`);
  await server.start();
  const params: ConvertParams = { uri: document.uri.toString() };
  const result = await server.request<ConvertResult | null>(convertRequest, params);
  if (result === undefined) return void window.showWarningMessage(`"${name}" could not be converted. "Heddle: Show Log" says more.`);
  if (result === null) return void window.showInformationMessage(`"${name}" is not a workflow.`);
  if ('refused' in result) return void window.showWarningMessage(`Not converted. ${result.refused}`);
  const made = await show(document, to, result);
  // A notification shows its first words at once, the others when somebody looks at it.
  const lost = result.lostComments > 0 ? `${lostWords(result.lostComments)} no place in ${formatNames[to]}. ` : '';
  void window.showInformationMessage(`${lost}"${nameOf(made.uri)}" is not saved yet. "${name}" stays as it is.`);
}

/** "1 comment has", "2 comments have". */
const lostWords = (comments: number): string => `${counted(comments, 'comment')} ${comments === 1 ? 'has' : 'have'}`;

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);

/** Opens the text as a file that is still to be saved; one step of *Undo*. */
async function show(source: TextDocument, to: Format, { text, languageId }: Converted): Promise<TextDocument> {
  const place = await freePlace(source, to);
  const opened = await (place ? workspace.openTextDocument(place) : workspace.openTextDocument({ language: languageId }));
  const isNamed = !isOwnLanguage(languageId) || opened.languageId === languageId;
  const document = isNamed ? opened : await languages.setTextDocumentLanguage(opened, languageId);
  const editor = await window.showTextDocument(document);
  const start = new Position(0, 0);
  await editor.edit((edit) => {
    edit.setEndOfLine(text.includes('\r\n') ? EndOfLine.CRLF : EndOfLine.LF);
    edit.insert(start, text);
  });
  editor.selection = new Selection(start, start);
  return document;
}

/** Where no file is yet, beside a document; undefined for one whose name says no format, such as a new one. */
async function freePlace({ uri }: TextDocument, to: Format): Promise<Uri | undefined> {
  for (let number = 1; ; number++) {
    const path = nameIn(uri.path, to, number);
    if (path === undefined) return undefined;
    const isOpen = workspace.textDocuments.some((each) => each.uri.path === path);
    if (!isOpen && !(await exists(uri.with({ path })))) return uri.with({ scheme: 'untitled', path });
  }
}

const exists = (uri: Uri): Thenable<boolean> =>
  workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
