/** What a check found in one file: the form of `--format json`, part of the contract. */
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import type { PartKind } from '../../protocol.ts';
import type { Severity } from '../../rules/finding.ts';

export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Zero-based lines and UTF-16 characters, as in LSP. */
  readonly range: Range;
}

export interface FileResult {
  readonly file: string;
  readonly kind: PartKind;
  /** Why the shape of the file is not checked: "recognised as DSL 0.8, its shape is not checked yet". */
  readonly unchecked?: string;
  readonly diagnostics: readonly Problem[];
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const problemOf = ({ code, severity, message, range }: Diagnostic): Problem => ({
  code: String(code ?? ''),
  severity: severities[(severity ?? 1) - 1] ?? 'error',
  message: typeof message === 'string' ? message : message.value,
  range,
});
