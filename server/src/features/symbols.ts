/** The outline: a workflow with its tasks, components and schedule; events. */
import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-types';
import type { Doc, Part } from '../doc.ts';
import { textRange, stringOf, valueOf, type Node, type Pair } from '../syntax/node.ts';
import type { SwitchCase, Task, TaskKind, TaskList, WorkflowModel } from '../workflow/model.ts';
import { taskSpan } from '../workflow/query.ts';
import { modelOf } from '../workflow/read.ts';
import { taskWords } from './task-words.ts';

const kinds: Readonly<Record<TaskKind, SymbolKind>> = {
  call: SymbolKind.Function,
  do: SymbolKind.Module,
  emit: SymbolKind.Event,
  for: SymbolKind.Array,
  fork: SymbolKind.Namespace,
  listen: SymbolKind.Event,
  raise: SymbolKind.Operator,
  run: SymbolKind.Constructor,
  set: SymbolKind.Variable,
  switch: SymbolKind.Enum,
  try: SymbolKind.Interface,
  wait: SymbolKind.Key,
};

/** Symbols of every part. */
export function symbols(doc: Doc): DocumentSymbol[] {
  return doc.parts.flatMap((part) => {
    if (part.kind === 'event') return eventSymbol(doc, part);
    const model = modelOf(part);
    return model ? workflowSymbols(doc, model, doc.parts.length > 1) : [];
  });
}

function workflowSymbols(doc: Doc, model: WorkflowModel, several: boolean): DocumentSymbol[] {
  const inside = model.root.pairs.flatMap((pair) => section(doc, model, pair));
  if (!several) return inside;
  const range = doc.range(model.root);
  return [symbol(model.identity.name ?? 'workflow', SymbolKind.Class, 'workflow', range, firstLine(range), inside)];
}

const components: Readonly<Record<string, SymbolKind>> = {
  functions: SymbolKind.Function,
  errors: SymbolKind.Operator,
  retries: SymbolKind.Interface,
  timeouts: SymbolKind.Key,
  authentications: SymbolKind.Object,
  catalogs: SymbolKind.Package,
};

function section(doc: Doc, model: WorkflowModel, pair: Pair): DocumentSymbol[] {
  const name = pair.key.text;
  const range = doc.range(pair);
  const key = doc.range(pair.key);
  if (name === 'do') return model.main ? model.main.tasks.map((task) => taskSymbol(doc, task)) : [];
  if (name === 'document')
    return [
      symbol(
        name,
        SymbolKind.Module,
        [model.identity.name, stringOf(valueOf(pair.value, 'version'))].filter(Boolean).join(' · '),
        range,
        key,
        [],
      ),
    ];
  if (name !== 'use') return name === '' ? [] : [symbol(name, SymbolKind.Property, '', range, key, [])];
  const groups = pair.value?.kind === 'map' ? pair.value.pairs : [];
  const children = groups.flatMap((group) => componentSymbols(doc, model, group));
  return [symbol(name, SymbolKind.Package, '', range, key, children)];
}

function componentSymbols(doc: Doc, model: WorkflowModel, group: Pair): DocumentSymbol[] {
  const kind = components[group.key.text];
  if (kind === undefined || group.value?.kind !== 'map') return [];
  const word = group.key.text.replace(/ies$/, 'y').replace(/s$/, '');
  return group.value.pairs
    .filter(({ key }) => key.text !== '')
    .map((pair) => {
      const lists = model.lists.filter((list) => list.role === 'function' && list.tasks[0]?.key === pair);
      const nested = lists.flatMap((list) => list.tasks[0]!.lists.flatMap((inner) => listSymbols(doc, inner)));
      return symbol(pair.key.text, kind, word, doc.range(pair), doc.range(pair.key), nested);
    });
}

const listSymbols = (doc: Doc, list: TaskList): DocumentSymbol[] => list.tasks.map((task) => taskSymbol(doc, task));

function taskSymbol(doc: Doc, task: Task): DocumentSymbol {
  const inside = [...(task.cases ?? []).map((each) => caseSymbol(doc, each)), ...task.lists.flatMap((list) => listSymbols(doc, list))];
  const kind = task.kind ? kinds[task.kind] : SymbolKind.Null;
  return symbol(task.name || '(no name)', kind, taskWords(task), doc.range(taskSpan(doc.tree, task)), doc.range(task.key.key), inside);
}

function caseSymbol(doc: Doc, { name, at, when, then }: SwitchCase): DocumentSymbol {
  const range = doc.range(at);
  const detail = [when, then && `→ ${then.to}`].filter(Boolean).join(' ');
  return symbol(name || '(no name)', SymbolKind.EnumMember, detail, range, range, []);
}

function eventSymbol(doc: Doc, part: Part): DocumentSymbol[] {
  const root: Node = part.root;
  const range = doc.range(textRange(doc.tree, root));
  const text = (key: string): string | undefined => stringOf(valueOf(root, key));
  return [
    symbol(
      text('type') || 'event',
      SymbolKind.Event,
      [text('source'), text('id')].filter(Boolean).join(' · '),
      range,
      firstLine(range),
      [],
    ),
  ];
}

const firstLine = ({ start }: Range): Range => ({ start, end: start });

const symbol = (
  name: string,
  kind: SymbolKind,
  detail: string,
  range: Range,
  selectionRange: Range,
  children: DocumentSymbol[],
): DocumentSymbol => ({
  name,
  kind,
  ...(detail ? { detail } : {}),
  range: wide(range, selectionRange),
  selectionRange,
  ...(children.length > 0 ? { children } : {}),
});

/** The protocol wants the name inside of the whole. */
const wide = (range: Range, inner: Range): Range =>
  inner.end.line > range.end.line || (inner.end.line === range.end.line && inner.end.character > range.end.character)
    ? { start: range.start, end: inner.end }
    : range;
