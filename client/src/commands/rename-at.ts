/** What a refactoring of the server ends with that made up a name. */
import { commands, Position, Uri } from 'vscode';
import type { LspRange } from '../../../server/src/protocol.ts';

/** Asks for another name in the place of the one at a position, as F2 does. Escape keeps it. */
export const renameAt = (uri: string, at: LspRange['start']) =>
  commands.executeCommand('editor.action.rename', [Uri.parse(uri), new Position(at.line, at.character)]);
