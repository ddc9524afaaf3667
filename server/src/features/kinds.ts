/**
 * The protocol's numbers for kinds of things, as far as they are used here; the compiler holds each against the protocol's own package. That
 * package is types only for us: beside every number it has a check of a type, and would put them all (22 kB) into every bundle.
 */
import type * as lsp from 'vscode-languageserver-types';
import type { Severity } from '../rules/finding.ts';
import type { SymbolKind as NameKind } from '../workflow/model.ts';

export const CodeActionKind = { QuickFix: 'quickfix', SourceFixAll: 'source.fixAll' } as const satisfies Partial<typeof lsp.CodeActionKind>;
/** Who wants only our part of *fix all* asks for this. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.heddle`;

export const CompletionItemKind = {
  Variable: 6,
  Module: 9,
  Property: 10,
  Value: 12,
  Keyword: 14,
  Snippet: 15,
  Reference: 18,
  EnumMember: 20,
  Struct: 22,
} as const satisfies Partial<typeof lsp.CompletionItemKind>;

export type DiagnosticSeverity = lsp.DiagnosticSeverity;
export const DiagnosticSeverity = { Error: 1, Warning: 2, Information: 3, Hint: 4 } as const satisfies typeof lsp.DiagnosticSeverity;

/** Ours by the protocol's. */
export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const words = Object.keys(severities) as Severity[];

/** How bad it is what an editor is shown, in our words. */
export const severityOf = ({ severity }: Pick<lsp.Diagnostic, 'severity'>): Severity =>
  words.find((word) => severities[word] === severity) ?? 'error';

export const DiagnosticTag = { Unnecessary: 1, Deprecated: 2 } as const satisfies typeof lsp.DiagnosticTag;

export const DocumentHighlightKind = { Read: 2, Write: 3 } as const satisfies Partial<typeof lsp.DocumentHighlightKind>;

export type FoldingRangeKind = lsp.FoldingRangeKind;
export const FoldingRangeKind = { Comment: 'comment' } as const satisfies Partial<typeof lsp.FoldingRangeKind>;

export const InsertTextFormat = { PlainText: 1, Snippet: 2 } as const satisfies Partial<typeof lsp.InsertTextFormat>;

export const InsertTextMode = { asIs: 1 } as const satisfies Partial<typeof lsp.InsertTextMode>;

export type SymbolKind = lsp.SymbolKind;
export const SymbolKind = {
  Module: 2,
  Namespace: 3,
  Package: 4,
  Class: 5,
  Method: 6,
  Property: 7,
  Field: 8,
  Constructor: 9,
  Enum: 10,
  Interface: 11,
  Function: 12,
  Variable: 13,
  Array: 18,
  Object: 19,
  Key: 20,
  Null: 21,
  EnumMember: 22,
  Event: 24,
  Operator: 25,
} as const satisfies Partial<typeof lsp.SymbolKind>;

/** What has a name in a workflow, as outlines show it. */
export const nameKinds: Readonly<Record<NameKind, SymbolKind>> = {
  task: SymbolKind.Method,
  function: SymbolKind.Function,
  error: SymbolKind.Operator,
  retry: SymbolKind.Interface,
  timeout: SymbolKind.Key,
  authentication: SymbolKind.Object,
  secret: SymbolKind.Field,
  catalog: SymbolKind.Package,
  extension: SymbolKind.Module,
  event: SymbolKind.Event,
};
