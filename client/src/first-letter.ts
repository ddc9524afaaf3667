/**
 * Opens the list of suggestions where the first letter in a document does not: VS Code opens it when the cursor went forward, and measures
 * that from where it stood in the document that the same editor showed before. In an empty file opened after one with the cursor further
 * down, the first word gets no list. Nor does a word that was begun before there was a server to ask.
 */
import { commands, window, workspace, type TextDocument, type TextEditor } from 'vscode';
import { needsServer } from './files.ts';

export interface FirstLetter {
  /** VS Code asks for suggestions: there is nothing to do for us. */
  readonly asked: () => void;
  /** The server came up. */
  readonly serverStarted: () => void;
  dispose(): void;
}

/** By then VS Code has asked, if it does: milliseconds on top of its own `quickSuggestionsDelay`. */
const grace = 150;

/** What stands on the cursor's line is the beginning of a word, perhaps of a list's element. */
function isInWord({ document, selection: { active } }: TextEditor): boolean {
  return /^\s*(- )?\w+$/.test(document.lineAt(active.line).text.slice(0, active.character));
}

/** Whether the list opens by itself while somebody types; the setting is a word, a boolean, or one of these for each kind of text. */
function opensByItself(document: TextDocument): boolean {
  const setting: unknown = workspace.getConfiguration('editor', document).get('quickSuggestions');
  const other = typeof setting === 'object' && setting !== null ? (setting as { readonly other?: unknown }).other : setting;
  return other === true || other === 'on';
}

function suggest(): void {
  const editor = window.activeTextEditor;
  if (!editor || editor.document.version === 1 || !isInWord(editor)) return;
  if (!needsServer(editor.document) || !opensByItself(editor.document)) return;
  // As if it opened by itself: it says nothing where it has nothing to offer.
  void commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}

export function createFirstLetter(): FirstLetter {
  let isFirst = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const subscriptions = [
    window.onDidChangeActiveTextEditor(() => {
      isFirst = true;
      clearTimeout(timer);
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isFirst || contentChanges.length === 0 || document !== window.activeTextEditor?.document) return;
      isFirst = false;
      if (contentChanges[0]!.text.length !== 1) return;
      const delay = workspace.getConfiguration('editor', document).get<number>('quickSuggestionsDelay', 0);
      timer = setTimeout(suggest, delay + grace);
    }),
  ];
  return {
    asked: () => clearTimeout(timer),
    serverStarted: suggest,
    dispose() {
      clearTimeout(timer);
      for (const each of subscriptions) each.dispose();
    },
  };
}
