/** What a check found: in one file, and in all. */
import { fileURLToPath } from 'node:url';
import type { CodeAction, Diagnostic, Range, TextEdit } from 'vscode-languageserver-types';
import { severityOf } from '../../features/kinds.ts';
import type { FileKind } from '../../protocol.ts';
import type { Severity } from '../../rules/finding.ts';

export interface Problem {
  /** Empty for a remark about the check itself. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Zero-based lines and UTF-16 characters, as in LSP. */
  readonly range: Range;
  /** The manual's entry of the code. */
  readonly href?: string;
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
  /** What the preferred fix is called and writes. */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

export interface FileResult {
  readonly file: string;
  readonly kind: FileKind;
  /** Of a file that the config file takes out. */
  readonly isExcluded?: boolean;
  /** Why the shape of the file is not checked: "recognised as DSL 0.8, its shape is not checked yet". */
  readonly unchecked?: string;
  readonly diagnostics: readonly Problem[];
}

/** All that a format may speak of. Formats take what they know a place for. */
export interface Report {
  readonly results: readonly FileResult[];
  /** What could not be read or found, each a sentence. */
  readonly failures: readonly string[];
  /** Problems of these severities make the command fail. */
  readonly fatal: ReadonlySet<Severity>;
  readonly colours: boolean;
  /** The version of Heddle. */
  readonly version: string;
  /** The folder that the command runs in, and that of the repository, which holds it. */
  readonly folder: string;
  readonly repository: string;
}

const wordsOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);
const keyOf = (diagnostic: Diagnostic): string => JSON.stringify([diagnostic.code, diagnostic.range, wordsOf(diagnostic)]);

/** The problems of a file, each with the fix that mends it. */
export function problemsOf(diagnostics: readonly Diagnostic[], fixes: readonly CodeAction[]): Problem[] {
  const fixOf = new Map(fixes.map((fix): [string, Problem['fix']] => [keyOf(fix.diagnostics![0]!), fixFrom(fix)]));
  return diagnostics.map((diagnostic) => ({
    code: String(diagnostic.code ?? ''),
    severity: severityOf(diagnostic),
    message: wordsOf(diagnostic),
    range: diagnostic.range,
    href: diagnostic.codeDescription?.href,
    related: (diagnostic.relatedInformation ?? []).map(({ location: { uri, range }, message }) => ({
      file: fileURLToPath(uri),
      range,
      message,
    })),
    fix: fixOf.get(keyOf(diagnostic)),
  }));
}

/** They write in the document of the finding alone. */
const fixFrom = ({ title, edit }: CodeAction): Problem['fix'] => ({
  title,
  edits: edit!.documentChanges!.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : [])),
});
