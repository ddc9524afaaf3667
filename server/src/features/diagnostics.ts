/** Everything that is wrong with a document: what the reader stumbled over, the schema, the rules of meaning. */
import type { Diagnostic } from 'vscode-languageserver-types';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { Doc, Part } from '../doc.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { hrefOf } from '../rules/docs.ts';
import { resolveCascades } from '../rules/cascade.ts';
import { type Levels, publish } from '../rules/run.ts';
import type { Settings } from '../protocol.ts';
import { type Node, textRange } from '../syntax/node.ts';
import { syntaxFindings } from '../rules/syntax.ts';
import { eventFindings, workflowFindings } from './checks.ts';

/** What a check may know beside the document. */
interface Workspace {
  readonly settings: Pick<Settings, 'rules'>;
}

const known = new WeakMap<Doc, { readonly levels: Levels; readonly findings: readonly Finding[] }>();

/** All findings in a document, in text order, after levels and suppressions. Remembered for this state of the text. */
export function findings(workspace: Workspace, doc: Doc): readonly Finding[] {
  const levels = workspace.settings.rules;
  const before = known.get(doc);
  if (before?.levels === levels) return before.findings;
  const found = find(doc, levels);
  known.set(doc, { levels, findings: found });
  return found;
}

function find(doc: Doc, levels: Levels): readonly Finding[] {
  const told = publish(resolveCascades(allFindings(doc, levels), doc.tree), doc.tree, levels);
  return doc.ownsLanguage ? told : told.filter(({ code }) => !code.startsWith('syntax/'));
}

/** All that the parser, the schema and the rules have to say about a document, consequences of mistakes included. */
export function allFindings(doc: Doc, levels: Levels): readonly Finding[] {
  if (doc.parts.length === 0 && !doc.ownsLanguage) return [];
  return [
    ...syntaxFindings(doc.tree),
    ...ofKind(doc, 'workflow').flatMap((part) => workflowFindings(part.root, doc.format, levels)),
    ...eventDocuments(doc).flatMap((root) => eventFindings(root, levels)),
  ];
}

const ofKind = (doc: Doc, kind: Part['kind']): readonly Part[] => doc.parts.filter((part) => part.kind === kind);

/** The documents that are events or hold them, once each: the events of a batch are checked together. In a file for events, all of them. */
const eventDocuments = (doc: Doc): readonly Node[] =>
  doc.tree.documents
    .filter(
      (document) =>
        doc.languageId.startsWith('cloudevent') || doc.parts.some((part) => part.kind === 'event' && part.document === document),
    )
    .flatMap(({ fragment }) => fragment.root ?? []);

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** What the editor shows. */
export const diagnose = (workspace: Workspace, doc: Doc): Diagnostic[] => findings(workspace, doc).map((finding) => show(doc, finding));

/** One finding as the editor's diagnostic. */
export function show(doc: Doc, { code, severity, at, message, related, tags: marks }: Finding): Diagnostic {
  return {
    range: doc.range(visible(doc, textRange(doc.tree, at))),
    severity: severities[severity],
    code,
    codeDescription: { href: hrefOf(code) },
    source: 'heddle',
    message,
    ...(marks ? { tags: marks.map((mark) => tags[mark]) } : {}),
    ...(related
      ? { relatedInformation: related.map((each) => ({ location: { uri: doc.uri, range: doc.range(each.at) }, message: each.message })) }
      : {}),
  };
}

/** An empty stretch shows nothing: the last thing written before it does. */
function visible(doc: Doc, { start, end }: { start: number; end: number }) {
  if (end > start) return { start, end };
  const { text } = doc;
  let last = Math.min(start, text.length);
  while (last > 0 && /\s/.test(text[last - 1]!)) last--;
  let first = last;
  while (first > 0 && /\S/.test(text[first - 1]!)) first--;
  return last > first ? { start: first, end: last } : { start, end };
}
