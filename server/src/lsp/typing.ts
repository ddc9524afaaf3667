/** The word that is being typed: what is wrong with it is said once it is written. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import type { Diagnostic, Position } from 'vscode-languageserver-types';

/** Milliseconds without an edit after which a word counts as written. */
export const patience = 1000;

/**
 * Where somebody types: behind a letter that was added or taken away on one line (two, where the editor closes a quote or bracket).
 * Undefined for all that is no typing, such as a paste, a completion that is taken, or a new line.
 */
export function typedAt(events: readonly TextDocumentContentChangeEvent[]): Position | undefined {
  const [event, ...others] = events;
  if (!event || others.length > 0 || !('range' in event)) return undefined;
  const { start, end } = event.range;
  const isTyping = start.line === end.line && /^[^\r\n]{0,2}$/.test(event.text);
  return isTyping ? { line: start.line, character: start.character + event.text.length } : undefined;
}

/** Does it stand at the word in front of a position, or at the mark and the blank there? */
export const isAbout = ({ range: { start, end } }: Diagnostic, { line, character }: Position): boolean =>
  start.line === line && end.line === line && start.character <= character && character <= end.character + 1;
