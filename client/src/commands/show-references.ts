/** What a click on a code lens of the server shows: the places of a name, as VS Code shows references. */
import { commands, Location, Position, Range, Uri } from 'vscode';
import type { LspRange } from '../../../server/src/protocol.ts';

/** Shows places of a name, which stands at `from` in a document. As the server sends them, in the terms of LSP. */
export const showReferences = (uri: string, from: LspRange['start'], places: readonly { uri: string; range: LspRange }[]) =>
  commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    new Position(from.line, from.character),
    places.map(({ uri: there, range: { start, end } }) => {
      const range = new Range(start.line, start.character, end.line, end.character);
      return new Location(Uri.parse(there), range);
    }),
  );
