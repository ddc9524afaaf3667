/** Everything that is wrong with a document: what the parser stumbled over, the schema, the rules of meaning. */
import type { Diagnostic, Location } from 'vscode-languageserver-types';
import type { Doc, Part } from '../../doc.ts';
import { isExpressionLanguage, languageById } from '../../languages.ts';
import type { Settings } from '../../protocol.ts';
import type { Finding, Related } from '../../rules/finding.ts';
import { hrefOf } from '../../rules/docs.ts';
import { resolveCascades } from '../../rules/cascade.ts';
import { askedCodes } from '../../rules/suppress.ts';
import { unlessMissing } from '../../rules/missing-part.ts';
import { mostShown, publish } from '../../rules/run.ts';
import type { DocumentPart } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { syntaxFindings } from '../../rules/syntax.ts';
import { workspaceFindings, type WorkspaceRule } from '../../workspace/rule.ts';
import { areDocumentsWhole } from '../../workspace/rules/api-calls.ts';
import { workspaceRules } from '../../workspace/rules/index.ts';
import { rangeOf, type Workspace } from '../../workspace/workspace.ts';
import { expressionFindings } from '../cesql/findings.ts';
import { eventFindings, workflowFindings } from './checks.ts';
import { unusedSuppressions } from './unused-suppressions.ts';
import { configFindings, suppressionFindings, targetFindings } from './setting-findings.ts';
import { DiagnosticSeverity, DiagnosticTag, severities } from '../kinds.ts';
import { notes } from '../../syntax/notes.ts';

/** What is known around a file that its unused suppressions depend on. */
interface Asked {
  /** Rules that look at all files had their say. */
  readonly complete: boolean;
  /** Rules that look at documents about services had theirs. */
  readonly documents: boolean;
}

/** What one file says by itself, and what was published of it together with what the workspace says. */
interface Known {
  readonly settings: Settings;
  readonly single: readonly Finding[];
  readonly around?: { readonly reports: readonly Finding[]; readonly asked: Asked; readonly findings: readonly Finding[] };
}
const known = notes<Doc, Known>();

/**
 * All findings in a document, in text order, after levels and suppressions. What the file says by itself is remembered for this state of
 * its text, what the workspace says for this state of all files: an edit elsewhere asks the rules of the workspace again, and no other.
 */
export function findings(workspace: Workspace, doc: Doc, rules: readonly WorkspaceRule[] = workspaceRules): readonly Finding[] {
  const { settings } = workspace;
  const before = known.get(doc);
  const { single, around } = before?.settings === settings ? before : { single: allFindings(doc, settings), around: undefined };
  const reports = workspaceFindings(workspace, doc, rules);
  const isSame = around?.reports === reports || (reports.length === 0 && around?.reports.length === 0);
  const asked = askedAround(workspace, doc);
  const { complete, documents } = asked;
  if (around && isSame && around.asked.complete === complete && around.asked.documents === documents) return around.findings;
  const found = published(settings, asked, doc, [...single, ...reports]);
  known.set(doc, { settings, single, around: { reports, asked, findings: found } });
  return found;
}

/** Nobody looks at documents for a file without suppressions. */
const askedAround = (workspace: Workspace, doc: Doc): Asked => ({
  complete: workspace.complete,
  documents: askedCodes(doc.tree).length > 0 && areDocumentsWhole({ doc, workspace }),
});

function published({ rules }: Settings, asked: Asked, doc: Doc, all: readonly Finding[]): readonly Finding[] {
  const isData = eventDocuments(doc).length > 0;
  const told = publish(resolveCascades(all, doc.tree), doc.tree, rules, isData);
  // Nobody else reads the JSON of messages.
  const isRead = doc.ownsLanguage || doc.isAlone || doc.tree.documents.some(({ message }) => message);
  const ours = isRead ? told : told.filter(({ code }) => !code.startsWith('syntax/'));
  // Beside mistakes nobody knows what would be found without them.
  if (isData || ours.some(({ severity }) => severity === 'error')) return ours;
  const isAsked = (code: string): boolean => {
    const around = workspaceRules.find((rule) => rule.code === code);
    if (around) return asked[around.about ?? 'complete'];
    // What another target is told is not known here.
    return !code.startsWith('portability/');
  };
  const unused = unusedSuppressions(doc.tree, all, rules, isAsked);
  if (unused.length === 0) return ours;
  const startOf = ({ at }: Finding): number => textRange(doc.tree, at).start;
  return [...ours, ...publish(unused, doc.tree, rules)].sort((a, b) => startOf(a) - startOf(b));
}

/** All that the parser, the schema and the rules have to say about a document, consequences of mistakes included. */
export function allFindings(doc: Doc, { rules, target }: Pick<Settings, 'rules' | 'target'>): readonly Finding[] {
  if (isExpressionLanguage(doc.languageId)) return unlessMissing(() => expressionFindings(doc));
  if (doc.parts.length === 0 && !doc.ownsLanguage) return unlessMissing(() => configFindings(doc));
  return [
    ...syntaxFindings(doc.ownsLanguage ? doc.tree.documents : [...new Set(doc.parts.map(({ document }) => document))]),
    ...ofKind(doc, 'workflow').flatMap(({ root }) => [
      ...unlessMissing(() => workflowFindings(root, doc.format, rules, target)),
      ...unlessMissing(() => targetFindings(root)),
    ]),
    ...eventDocuments(doc).flatMap((document) => eventFindings(document, rules)),
    ...(eventDocuments(doc).length > 0 ? [] : suppressionFindings(doc.tree)),
  ];
}

const ofKind = (doc: Doc, kind: Part['kind']): readonly Part[] => doc.parts.filter((part) => part.kind === kind);

/** The documents that are events or hold them, once each: the events of a batch are checked together. In a file for events, all of them. */
function eventDocuments(doc: Doc): readonly DocumentPart[] {
  const before = holding.get(doc);
  if (before) return before;
  const areAll = languageById(doc.languageId)?.holds === 'event';
  const holders = new Set(ofKind(doc, 'event').map(({ document }) => document));
  const found = doc.tree.documents.filter((document) => (areAll && document.fragment.root !== undefined) || holders.has(document));
  holding.set(doc, found);
  return found;
}

/** Of each state of a text: thousands of lines are asked for several times. */
const holding = notes<Doc, readonly DocumentPart[]>();

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated };

/** What the editor shows: the first thousand findings, and that there are more. */
export function diagnose(workspace: Workspace, doc: Doc, rules?: readonly WorkspaceRule[]): Diagnostic[] {
  const all = findings(workspace, doc, rules);
  const shown = all.slice(0, mostShown).map((finding) => show(workspace, doc, finding));
  const next = all[mostShown];
  if (!next) return shown;
  const message = `From here on more is wrong. Only the first ${mostShown.toLocaleString('en')} problems are shown.`;
  return [...shown, { range: show(workspace, doc, next).range, severity: DiagnosticSeverity.Information, source: 'heddle', message }];
}

/** One finding as the editor's diagnostic. */
export function show(workspace: Workspace, doc: Doc, { code, severity, at, message, related, tags: marks }: Finding): Diagnostic {
  return {
    range: doc.range(visible(doc, textRange(doc.tree, at))),
    severity: severities[severity],
    code,
    codeDescription: { href: hrefOf(code) },
    source: 'heddle',
    message,
    ...(marks ? { tags: marks.map((mark) => tags[mark]) } : {}),
    ...(related
      ? { relatedInformation: related.map((each) => ({ location: locationOf(workspace, doc, each), message: each.message })) }
      : {}),
  };
}

/** Where a related remark points: into this document, or into another file. */
const locationOf = (workspace: Workspace, doc: Doc, related: Related): Location =>
  'at' in related ? { uri: doc.uri, range: doc.range(related.at) } : { uri: related.uri, range: rangeOf(workspace, related) };

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
