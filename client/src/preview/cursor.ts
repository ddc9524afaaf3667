/** The cursor of the text, told to the page. */
import { window, type Disposable } from 'vscode';
import type { LspRange, ToPage } from '../../../server/src/protocol.ts';
import { editorOf, revealInText } from './editors.ts';
import type { Shown } from './refresh.ts';

const pause = 50;

export interface CursorReport extends Disposable {
  /** Tells the page where the cursor is now. */
  send(): void;
  /** Puts the cursor where the page wants it, and does not tell that back to it. */
  reveal(range: LspRange, focus: boolean): void;
}

/** Tells the page after a moment where the cursor has gone. */
export function createCursorReport(shown: Shown, post: (message: ToPage) => void): CursorReport {
  /** Line and character that the page itself put the cursor on. */
  let ownMove: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = () => {
    const editor = editorOf(shown.uri);
    if (!shown.ready || !editor) return;
    const { line, character } = editor.selection.active;
    if (`${line}:${character}` !== ownMove) post({ type: 'cursor', line, character });
    ownMove = undefined;
  };
  const subscription = window.onDidChangeTextEditorSelection(({ textEditor }) => {
    if (textEditor.document.uri.toString() !== shown.uri) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      send();
    }, pause);
  });

  return {
    send,
    reveal(range, focus) {
      ownMove = `${range.end.line}:${range.end.character}`;
      void revealInText(shown.uri, range, focus);
    },
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}
