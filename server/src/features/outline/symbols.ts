/** The outline: a workflow with its tasks, components and schedule; events. */
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import type { Doc, Part } from '../../doc.ts';
import { eventOf } from '../../event/document.ts';
import { textOf as attributeText } from '../../event/model.ts';
import type { Icon } from '../../graph/graph.ts';
import { groupBy } from '../../syntax/group.ts';
import { lastNotAbove } from '../../syntax/locate.ts';
import { type Node, type NodeRange, resolve, type Pair, type TextRange } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { textOf } from '../../workflow/describe.ts';
import type { ComponentSyntax, Dialect, FlowSyntax, Task, TaskList, WorkflowModel } from '../../workflow/model.ts';
import { taskRange } from '../../workflow/query.ts';
import { modelOf } from '../../workflow/read.ts';
import { nameKinds, SymbolKind } from '../kinds.ts';
import { taskWords } from '../task-words.ts';

/** By the picture of a task: what looks alike there is alike here. */
const kinds: Readonly<Record<Icon, SymbolKind>> = {
  call: SymbolKind.Function,
  workflow: SymbolKind.Constructor,
  shell: SymbolKind.Constructor,
  switch: SymbolKind.Enum,
  fork: SymbolKind.Namespace,
  race: SymbolKind.Namespace,
  for: SymbolKind.Array,
  do: SymbolKind.Module,
  try: SymbolKind.Interface,
  catch: SymbolKind.Interface,
  raise: SymbolKind.Operator,
  listen: SymbolKind.Event,
  emit: SymbolKind.Event,
  calendar: SymbolKind.Event,
  every: SymbolKind.Event,
  wait: SymbolKind.Key,
  set: SymbolKind.Variable,
  unknown: SymbolKind.Null,
};

/** The outline: for each workflow its tasks and components, for each event its type. */
export function symbols(doc: Doc): DocumentSymbol[] {
  return doc.parts.flatMap((part) => {
    if (part.kind === 'event') return eventSymbol(doc, part);
    const model = modelOf(part);
    return model ? workflowSymbols(doc, model, doc.parts.length > 1) : [];
  });
}

/** What the symbols of one workflow are made from. */
interface Outline {
  readonly doc: Doc;
  readonly model: WorkflowModel;
  /** Components by the pair of the root that they are defined inside of. */
  readonly components: ReadonlyMap<Pair | undefined, readonly ComponentSyntax[]>;
  /** Lists that stand in a component: of a function by its name, of an extension by its entry. */
  readonly apart: ReadonlyMap<object | undefined, readonly TaskList[]>;
  /** Lists and cases that stand in the outline. What an alias brings again is left out: aliases of aliases double with every level. */
  readonly shown: Set<object>;
}

/** True for the first time that something is asked for. */
const isNew = (shown: Set<object>, thing: object): boolean => !shown.has(thing) && Boolean(shown.add(thing));

function workflowSymbols(doc: Doc, model: WorkflowModel, several: boolean): DocumentSymbol[] {
  const { pairs } = model.root;
  const startOf = (at: NodeRange): number => textRange(doc.tree, at).start;
  const outline: Outline = {
    doc,
    model,
    components: groupBy(model.facts.components, ({ at }) => pairs[lastNotAbove(pairs, startOf, startOf(at))]),
    apart: groupBy(model.rootLists, ({ role, tasks, seq }) => (role === 'function' ? tasks[0]?.nameAt : seq.fragment)),
    shown: new Set(),
  };
  const inside = model.root.pairs.flatMap((pair) => section(outline, pair));
  if (!several) return inside;
  const range = doc.range(model.root);
  return [symbol(model.identity.name ?? 'workflow', SymbolKind.Class, 'workflow', range, firstLine(range), inside)];
}

function section(outline: Outline, pair: Pair): DocumentSymbol[] {
  const { doc, model } = outline;
  const name = pair.key.text;
  const range = doc.range(pair);
  const key = doc.range(pair.key);
  const { main } = model;
  if (main && resolve(pair.value) === main.seq) return listSymbols(outline, main);
  const named = model.identityAt.name;
  if (named && contains(textRange(doc.tree, pair), textRange(doc.tree, named))) {
    const detail = [model.identity.name, model.identity.version].filter(Boolean).join(' · ');
    return [symbol(name, SymbolKind.Module, detail, range, key, [])];
  }
  const children = componentSymbols(outline, pair);
  if (children.length > 0 || holders(model.dialect).has(name)) return [symbol(name, SymbolKind.Package, '', range, key, children)];
  return name === '' ? [] : [symbol(name, SymbolKind.Property, oneLine(resolve(pair.value)), range, key, [])];
}

const oneLine = (node: Node | undefined): string => (node?.kind === 'scalar' && node.text.length <= 80 ? node.text.trim() : '');

const contains = (outer: TextRange, inner: TextRange): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The keys at the root under which components stand. */
const holders = ({ components: all }: Dialect): ReadonlySet<string> => new Set(Object.values(all).map(({ path }) => path[0]!));

/** The components that are defined inside a pair of the root, in text order. */
function componentSymbols(outline: Outline, pair: Pair): DocumentSymbol[] {
  const { doc } = outline;
  const around = textRange(doc.tree, pair);
  return (outline.components.get(pair) ?? []).flatMap(({ kind, name, at, node }) => {
    const { start, end } = textRange(doc.tree, at);
    if (start >= around.end) return [];
    const body = textRange(doc.tree, node ?? at);
    const range = doc.range({ start: Math.min(start, body.start), end: Math.max(end, body.end) });
    const functions = outline.apart.get(at)?.flatMap(({ tasks }) => tasks[0]!.lists) ?? [];
    const lists = kind === 'extension' ? (outline.apart.get(at.fragment) ?? []) : functions;
    const inside = lists.flatMap((list) => listSymbols(outline, list));
    return [symbol(name, nameKinds[kind], kind, range, doc.range(at), inside)];
  });
}

const listSymbols = (outline: Outline, list: TaskList): DocumentSymbol[] =>
  isNew(outline.shown, list.seq) ? list.tasks.map((task) => taskSymbol(outline, task)) : [];

function taskSymbol(outline: Outline, task: Task): DocumentSymbol {
  const { doc, model } = outline;
  const inside = [...task.flows.flatMap((flow) => caseSymbol(outline, flow)), ...task.lists.flatMap((list) => listSymbols(outline, list))];
  const kind = kinds[model.dialect.summary(task.syntax).icon as Icon];
  const name = task.name || '(no name)';
  return symbol(name, kind, taskWords(model.dialect, task.syntax), doc.range(taskRange(doc.tree, task)), doc.range(task.nameAt), inside);
}

function caseSymbol({ doc, shown }: Outline, { case: one, target }: FlowSyntax): DocumentSymbol[] {
  if (!one || !isNew(shown, one.at)) return [];
  const range = doc.range(one.at);
  // A case that has no name is called by its condition.
  const condition = one.condition && textOf(one.condition);
  const detail = [condition !== one.name && condition, target && `→ ${target.to}`].filter(Boolean).join(' ');
  return [symbol(one.name || '(no name)', SymbolKind.EnumMember, detail, range, range, [])];
}

function eventSymbol(doc: Doc, { document, root }: Part): DocumentSymbol[] {
  const range = doc.range(textRange(doc.tree, root));
  const event = eventOf(document, root);
  const text = (name: string): string | undefined => attributeText(event?.attributes.get(name));
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
