/**
 * What other files may want to know of a file: plain data that can be stored or sent, with LSP ranges (zero-based lines, UTF-16 characters).
 * The same for a file that is open and for one that is not.
 */
import type { Range } from 'vscode-languageserver-types';
import type { Doc, Part } from '../doc.ts';
import { attributesOf } from '../event/json.ts';
import { textOf } from '../event/model.ts';
import type { NodeRange } from '../syntax/node.ts';
import type { EventType, SubWorkflow, SymbolKind, WorkflowIdentity } from '../workflow/model.ts';
import { modelOf } from '../workflow/read.ts';

/** A name that a workflow defines. */
export interface SymbolSummary {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly range: Range;
}

/** A sub-workflow that a workflow runs, with where each part of its identity stands. */
export interface RunSummary {
  readonly identity: WorkflowIdentity;
  readonly ranges: Readonly<Partial<Record<keyof WorkflowIdentity, Range>>>;
}

/** An event type that a workflow names. Types that are computed when it runs are left out. */
export interface EventTypeSummary {
  readonly type: string;
  readonly range: Range;
}

export interface WorkflowSummary {
  readonly kind: 'workflow';
  readonly identity: WorkflowIdentity;
  /** Of its name; while it has none, where it begins. */
  readonly range: Range;
  readonly symbols: readonly SymbolSummary[];
  readonly runs: readonly RunSummary[];
  readonly emits: readonly EventTypeSummary[];
  readonly listens: readonly EventTypeSummary[];
}

export interface EventSummary {
  readonly kind: 'event';
  readonly type?: string;
  readonly source?: string;
  readonly id?: string;
  /** Of its type; while it has none, where it begins. */
  readonly range: Range;
}

export interface FileSummary {
  readonly uri: string;
  /** The workflows and events of the file, in text order: YAML documents, events of a batch, lines. Never empty. */
  readonly parts: readonly (WorkflowSummary | EventSummary)[];
}

const summaries = new WeakMap<Doc, FileSummary | undefined>();

/** What a document says to others; undefined when nothing in it is ours. Computed once for a state of the text. */
export function summarise(doc: Doc): FileSummary | undefined {
  if (summaries.has(doc)) return summaries.get(doc);
  const parts = doc.parts.map((part) => (part.kind === 'workflow' ? workflow(doc, part) : event(doc, part)));
  const summary = parts.length === 0 ? undefined : { uri: doc.uri, parts };
  summaries.set(doc, summary);
  return summary;
}

function workflow(doc: Doc, part: Part): WorkflowSummary {
  const model = modelOf(part);
  if (!model) return { kind: 'workflow', identity: {}, range: beginning(doc, part.root), symbols: [], runs: [], emits: [], listens: [] };
  const facts = [model.facts, ...model.tasks.map((task) => task.facts)];
  const types = facts.flatMap(({ eventTypes }) => eventTypes);
  const typesOf = (use: EventType['use']): readonly EventTypeSummary[] =>
    types.filter((each) => each.use === use).map(({ type, at }) => ({ type, range: doc.range(at) }));
  return {
    kind: 'workflow',
    identity: { ...model.identity },
    range: model.nameAt ? doc.range(model.nameAt) : beginning(doc, model.root),
    symbols: model.definitions
      .filter((definition) => definition.name !== '')
      .map((definition) => ({ kind: definition.kind, name: definition.name, range: doc.range(definition.at) })),
    runs: facts.flatMap(({ subWorkflows }) => subWorkflows.map((run) => runSummary(doc, run))),
    emits: typesOf('emit'),
    listens: typesOf('listen'),
  };
}

function runSummary(doc: Doc, { identity, places }: SubWorkflow): RunSummary {
  const ranges: Partial<Record<keyof WorkflowIdentity, Range>> = {};
  for (const key of ['namespace', 'name', 'version'] as const) if (places[key]) ranges[key] = doc.range(places[key]);
  return { identity, ranges };
}

function event(doc: Doc, { root }: Part): EventSummary {
  const attributes = attributesOf(root);
  const [type, source, id] = ['type', 'source', 'id'].map((name) => attributes.get(name));
  return {
    kind: 'event',
    type: textOf(type),
    source: textOf(source),
    id: textOf(id),
    range: type ? doc.range(type.valueAt) : beginning(doc, root),
  };
}

function beginning(doc: Doc, at: NodeRange): Range {
  const { start } = doc.range(at);
  return { start, end: start };
}
