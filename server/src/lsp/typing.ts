/** The word that is being typed: what is wrong with it is said once it is written. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import type { Diagnostic, Position } from 'vscode-languageserver-types';

/** Milliseconds without an edit after which a word counts as written. */
export const patience = 1000;

/**
 * Where somebody types: behind a letter that was added or taken away on one line (two, where the editor closes a quote or bracket), and
 * where a line ended with Enter, since what its key holds is still to come. Undefined for all that is no typing, such as a paste or a
 * completion that is taken.
 */
export function typedAt(events: readonly TextDocumentContentChangeEvent[]): Position | undefined {
  const [event, ...others] = events;
  if (!event || others.length > 0 || !('range' in event)) return undefined;
  const { start, end } = event.range;
  if (start.line !== end.line) return undefined;
  if (isNewLine.test(event.text)) return start;
  return isLetter.test(event.text) ? { line: start.line, character: start.character + event.text.length } : undefined;
}

const isLetter = /^[^\r\n]{0,2}$/;
const isNewLine = /^\r?\n[ \t]*$/;

/** Does it stand at the word in front of a position, or at the colon and the blank there? */
export const isAbout = ({ range: { start, end } }: Diagnostic, { line, character }: Position): boolean =>
  start.line === line && end.line === line && start.character <= character && character <= end.character + ': '.length;
