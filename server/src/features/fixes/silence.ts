/** Light bulbs for those who do not want to hear of something: at this place, or at all. They come last and are never preferred. */
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver-types';
import type { ConfigPlace } from '../../config/config-file.ts';
import type { Doc } from '../../doc.ts';
import type { Finding } from '../../rules/finding.ts';
import { ignoreWord } from '../../rules/suppress.ts';
import { insert, setAt } from '../../syntax/edit.ts';
import { findLines, positionAt } from '../../syntax/lines.ts';
import { pathAt } from '../../syntax/locate.ts';
import type { Edit, MapNode, Tree } from '../../syntax/node.ts';
import { resolve, valueOf } from '../../syntax/node.ts';
import { parse } from '../../syntax/parse.ts';
import { textRange } from '../../syntax/range.ts';
import { lineBreakOf, lineEnd, lineStart } from '../../syntax/text.ts';
import { taskAt } from '../../workflow/query.ts';
import { modelOf } from '../../workflow/read.ts';
import { inDocument } from '../edited.ts';
import { CodeActionKind } from '../kinds.ts';
import { partAt } from '../part.ts';

/** Something found, and how the editor shows it. */
export interface Shown {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/** What cannot be read is a mistake whoever asks; everything else may be meant. */
const mayBeSilenced = ({ code, severity }: Finding): boolean => !code.startsWith('syntax/') || severity !== 'error';

/** *Ignore here* once for each code and line, *Turn this rule off* once for each code. */
export function silencing(doc: Doc, shown: readonly Shown[], config: ConfigPlace | undefined): CodeAction[] {
  const silent = shown.filter(({ finding }) => mayBeSilenced(finding));
  const actions = new Map<string, CodeAction>();
  const offer = (key: string, title: string, diagnostic: Diagnostic, documentChanges: NonNullable<CodeAction['edit']>['documentChanges']) =>
    actions.has(key) || actions.set(key, { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: { documentChanges } });
  for (const { finding, diagnostic } of silent) {
    const ignored = ignoring(doc, finding);
    if (!ignored) continue;
    offer(`${finding.code} ${diagnostic.range.start.line}`, `${ignored.where}: ${finding.code}`, diagnostic, [
      inDocument(doc, ignored.edits),
    ]);
  }
  for (const { finding, diagnostic } of silent) {
    const changes = config && turningOff(config, finding.code);
    if (changes) offer(finding.code, `Turn this rule off in heddle.config.yaml: ${finding.code}`, diagnostic, changes);
  }
  return [...actions.values()];
}

interface Ignored {
  readonly where: string;
  readonly edits: readonly Edit[];
}

/** A comment on the line before; where no comment can stand, the metadata around. Undefined where neither can be, as in events. */
function ignoring(doc: Doc, { code, at }: Finding): Ignored | undefined {
  const { tree, text } = doc;
  const { start } = textRange(tree, at);
  const part = partAt(doc, start);
  // Of events the text itself asks for nothing; and what is said of a comment is not about the next line.
  if (part?.kind === 'event' || code === 'settings/unknown-code') return undefined;
  const line = lineStart(text, start);
  const first = line + /^[ \t]*/.exec(text.slice(line, lineEnd(text, line)))![0].length;
  if (doc.format === 'yaml' && !isInsideText(tree, line, first)) {
    const comment = `${text.slice(line, first)}# ${ignoreWord} ${code}${lineBreakOf(text)}`;
    return { where: 'Ignore here', edits: [insert(line, comment)] };
  }
  return part?.part && inMetadata(doc, part.part, start, code);
}

/** The line begins in a text that began above: a comment would be a part of it. */
function isInsideText(tree: Tree, line: number, first: number): boolean {
  const node = pathAt(tree, first)?.nodes.at(-1);
  return node?.kind === 'scalar' && textRange(tree, node).start < line;
}

/** In the metadata of the task around, else of what describes the workflow. */
function inMetadata(doc: Doc, part: Doc['parts'][number], offset: number, code: string): Ignored | undefined {
  const model = modelOf(part);
  const asking = (map: MapNode): readonly Edit[] => setAt(doc.tree, map, ['metadata', ignoreWord], [code]);
  for (let task = model && taskAt(model, doc.tree, offset); task; task = task.list.parent) {
    const body = resolve(task.body);
    const edits = body?.kind === 'map' && !body.anchor ? asking(body) : [];
    if (edits.length > 0) return { where: 'Ignore here', edits };
  }
  // Where a workflow says its release, it describes itself, with metadata.
  const whole = model?.dialect.releaseAt.slice(0, -1).reduce(valueOf, resolve(part.root));
  const edits = whole?.kind === 'map' ? asking(whole) : [];
  return edits.length > 0 ? { where: 'Ignore in this workflow', edits } : undefined;
}

/** Says `off` in the config file, which is made where there is none; undefined where its text is not understood. */
function turningOff({ place: uri, text }: ConfigPlace, code: string): NonNullable<CodeAction['edit']>['documentChanges'] {
  const edits = levelEdits(text ?? '', code);
  if (edits.length === 0) return undefined;
  const lines = findLines(text ?? '');
  const change: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: edits.map(({ start, end, newText }) => ({ range: { start: positionAt(lines, start), end: positionAt(lines, end) }, newText })),
  };
  return text === undefined ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change];
}

function levelEdits(text: string, code: string): readonly Edit[] {
  const tree = parse(text, 'yaml');
  if (tree.documents.length > 1 || tree.documents.some(({ fragment }) => fragment.errors.length > 0)) return [];
  const root = tree.documents[0]?.fragment.root;
  if (root?.kind === 'map') return setAt(tree, root, ['rules', code], 'off');
  if (root && !(root.kind === 'scalar' && root.value === null)) return [];
  const newLine = text === '' || /[\r\n]$/.test(text) ? '' : lineBreakOf(text);
  return [insert(text.length, `${newLine}rules:${lineBreakOf(text)}  ${code}: off${lineBreakOf(text)}`)];
}
