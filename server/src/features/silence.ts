/** Light bulbs for those who do not want to hear of something: at this place, or at all. They come last and are never preferred. */
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver-types';
import type { ConfigPlace } from '../config/config-file.ts';
import type { Doc } from '../doc.ts';
import type { Finding } from '../rules/finding.ts';
import { ignoreWord } from '../rules/suppress.ts';
import { addElement, addPair, fillPair, insert, replaceText, replaceValue } from '../syntax/edit.ts';
import { findLines, positionAt } from '../syntax/lines.ts';
import { pathAt } from '../syntax/locate.ts';
import type { Edit, MapNode, Tree } from '../syntax/node.ts';
import { pairOf, resolve, valueOf } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';
import { textRange } from '../syntax/range.ts';
import { lineBreakOf, lineEnd, lineStart } from '../syntax/text.ts';
import { taskAt } from '../workflow/query.ts';
import { modelOf } from '../workflow/read.ts';
import { CodeActionKind } from './kinds.ts';
import { partAt } from './part.ts';

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
    const edits = ignored.edits.map((edit) => ({ range: doc.range(edit), newText: edit.newText }));
    offer(`${finding.code} ${diagnostic.range.start.line}`, `${ignored.where}: ${finding.code}`, diagnostic, [
      { textDocument: { uri: doc.uri, version: doc.version }, edits },
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
  for (let task = model && taskAt(model, doc.tree, offset); task; task = task.list.parent) {
    const body = resolve(task.body);
    const edits = body?.kind === 'map' && !body.anchor ? metadataEdits(doc.tree, body, code) : undefined;
    if (edits) return { where: 'Ignore here', edits };
  }
  const root = resolve(part.root);
  // Where `document` describes the workflow, no metadata stands beside it, be it written or not.
  const whole = valueOf(root, 'document') ?? (model?.dialect.id === 'v1' ? undefined : root);
  const edits = whole?.kind === 'map' ? metadataEdits(doc.tree, whole, code) : undefined;
  return edits && { where: 'Ignore in this workflow', edits };
}

/** Adds a code to those that a mapping's metadata asks not to hear; undefined where something else stands in its place. */
function metadataEdits(tree: Tree, map: MapNode, code: string): readonly Edit[] | undefined {
  const metadata = pairOf(map, 'metadata');
  const listed = { [ignoreWord]: [code] };
  if (!metadata) return addPair(tree, map, 'metadata', listed);
  const value = metadata.value;
  if (!value || (value.kind === 'scalar' && value.value === null)) return fillPair(tree, metadata, listed);
  if (value.kind !== 'map') return undefined;
  const pair = pairOf(value, ignoreWord);
  if (!pair) return addPair(tree, value, ignoreWord, [code]);
  if (pair.value?.kind === 'seq') return addElement(tree, pair.value, code);
  if (pair.value?.kind === 'scalar') return [replaceValue(tree, pair.value, [pair.value.text, code])];
  return undefined;
}

/** Says `off` in the config file, which is made where there is none; undefined where its text is not understood. */
function turningOff({ place: uri, text }: ConfigPlace, code: string): NonNullable<CodeAction['edit']>['documentChanges'] {
  const edits = levelEdits(text ?? '', code);
  if (!edits) return undefined;
  const lines = findLines(text ?? '');
  const change: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: edits.map(({ start, end, newText }) => ({ range: { start: positionAt(lines, start), end: positionAt(lines, end) }, newText })),
  };
  return text === undefined ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change];
}

function levelEdits(text: string, code: string): readonly Edit[] | undefined {
  const tree = parse(text, 'yaml');
  if (tree.documents.length > 1 || tree.documents.some(({ fragment }) => fragment.errors.length > 0)) return undefined;
  const root = tree.documents[0]?.fragment.root;
  const level = { [code]: 'off' };
  if (!root || (root.kind === 'scalar' && root.value === null)) {
    const newLine = text === '' || /[\r\n]$/.test(text) ? '' : lineBreakOf(text);
    return [insert(text.length, `${newLine}rules:${lineBreakOf(text)}  ${code}: off${lineBreakOf(text)}`)];
  }
  if (root.kind !== 'map') return undefined;
  const rules = pairOf(root, 'rules');
  if (!rules) return addPair(tree, root, 'rules', level);
  const value = rules.value;
  if (!value || (value.kind === 'scalar' && value.value === null)) return fillPair(tree, rules, level);
  if (value.kind !== 'map') return undefined;
  const pair = pairOf(value, code);
  if (!pair) return addPair(tree, value, code, 'off');
  return pair.value?.kind === 'scalar' ? [replaceText(tree, pair.value, 'off')] : fillPair(tree, pair, 'off');
}
