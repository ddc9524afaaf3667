/** Editors of the document that a preview shows: where the cursor is, and how to go to a place in the text. */
import { Range, Selection, TabInputText, TextEditorRevealType, Uri, ViewColumn, window, workspace, type TextEditor } from 'vscode';
import type { LspRange } from '../../../server/src/protocol.ts';

export const editorOf = (uri: string): TextEditor | undefined =>
  window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);

/** The column in which the document has a tab, shown or not. */
function columnOf(uri: string): ViewColumn | undefined {
  const holds = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri),
  );
  return holds?.viewColumn;
}

/** Selects a place. The text comes to the front if it was hidden; the keyboard goes there only with `focus`. */
export async function revealInText(uri: string, at: LspRange, focus: boolean): Promise<void> {
  const range = new Range(at.start.line, at.start.character, at.end.line, at.end.character);
  const shown = editorOf(uri);
  const editor =
    shown && !focus
      ? shown
      : await window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)), {
          viewColumn: shown?.viewColumn ?? columnOf(uri) ?? ViewColumn.One,
          preserveFocus: !focus,
        });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
