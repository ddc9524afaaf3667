/** What a click on a code lens of the server shows: the places of a name, as VS Code shows references. */
import { commands, Location, Position, Range, Uri } from 'vscode';
import type { LspRange } from '../../../server/src/protocol.ts';

type Places = readonly { readonly uri: string; readonly range: LspRange }[];

const locationsOf = (places: Places): Location[] =>
  places.map(({ uri, range: { start, end } }) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    return new Location(Uri.parse(uri), range);
  });

/** Shows places of a name, which stands at `from` in a document. As the server sends them, in the terms of LSP. */
export const showReferences = (uri: string, from: LspRange['start'], places: Places) =>
  commands.executeCommand('editor.action.showReferences', Uri.parse(uri), new Position(from.line, from.character), locationsOf(places));

/** Goes from a place of a document to another one; of several, shows them to choose from. */
export const goToPlaces = (uri: string, from: LspRange['start'], places: Places) =>
  commands.executeCommand(
    'editor.action.goToLocations',
    Uri.parse(uri),
    new Position(from.line, from.character),
    locationsOf(places),
    'peek',
  );
