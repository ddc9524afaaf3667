/** What stands around a document: settings, and what is known of every file. An immutable snapshot, which every feature is handed. */
import type { Range } from 'vscode-languageserver-types';
import type { ApiDocument, ApiKind, SchemaDocument } from '../apis/document.ts';
import { keyOf } from '../config/names.ts';
import { defaultSettings, type Settings } from '../protocol.ts';
import type { EventSummary, FileFacts, FileSummary, RunSummary, WorkflowSummary } from './summary.ts';
import type { WorkflowIdentity } from '../workflow/model.ts';
import type { Elsewhere } from '../rules/finding.ts';
import { versionsDescending } from './versions.ts';

export interface Workspace {
  readonly settings: Settings;
  /** Every file is known, and as it is now. Before, nobody can say that something is nowhere: no rule of the workspace is asked. */
  readonly complete: boolean;
  /** What files say, by `keyOf` of their URIs. Those that hold nothing of ours are not in it. Another map whenever more or less is said. */
  readonly files: ReadonlyMap<string, FileFacts>;
  /** Where it stands, under the same keys. Another map whenever a line above it comes or goes. */
  readonly ranges: ReadonlyMap<string, FileSummary['ranges']>;
  /**
   * What documents say that files name, by `keyOf` of their URIs. Those that nobody has read yet are not in it. Another map whenever more, less
   * or something else is said.
   */
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  /** Where it stands, under the same keys. */
  readonly documentRanges: ReadonlyMap<string, readonly Range[]>;
  /** The files that look like documents about services, named or not, by `keyOf` of their URIs. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** A file that may be named as a document about a service. */
export interface Source {
  readonly uri: string;
  readonly kind: ApiKind;
}

/** A document about a service, one that may be a schema, or why there is none; `near` is the URI of a file that may be meant where the address leads nowhere. */
export type DocumentFacts =
  | { readonly uri: string; readonly api: ApiDocument }
  | { readonly uri: string; readonly schema: SchemaDocument }
  | { readonly uri: string; readonly failure: string }
  | MissingDocument;

export interface MissingDocument {
  readonly uri: string;
  readonly isMissing: true;
  readonly near?: string;
}

/** A document as it was read: with its places. */
export type DocumentRead = DocumentFacts & { readonly ranges?: readonly Range[] };

/** A workflow or an event, and the file it is in. */
export interface Found<Part> {
  readonly uri: string;
  readonly part: Part;
}

/** A workspace in which no file is known yet. */
export const createWorkspace = (settings: Settings = defaultSettings): Workspace => ({
  settings,
  complete: false,
  files: new Map(),
  ranges: new Map(),
  documents: new Map(),
  documentRanges: new Map(),
  sources: new Map(),
});

/** The same files under other settings. */
export const withSettings = (workspace: Workspace, settings: Settings): Workspace =>
  workspace.settings === settings ? workspace : { ...workspace, settings };

/** The same files, of which somebody knows now that they are all, or that they may not be. */
export const withCompleteness = (workspace: Workspace, complete: boolean): Workspace =>
  workspace.complete === complete ? workspace : { ...workspace, complete };

/**
 * The same workspace when the files say what they said before, in the same places; else a new one that shares what is the same. Undefined
 * takes a file out.
 */
export function withFiles(workspace: Workspace, changes: ReadonlyMap<string, FileSummary | undefined>): Workspace {
  const byKey = [...changes].map(([uri, summary]) => [keyOf(uri), summary] as const);
  const files = withEntries(
    workspace.files,
    byKey.map(([key, summary]) => [key, summary && { uri: summary.uri, parts: summary.parts }]),
  );
  const ranges = withEntries(
    workspace.ranges,
    byKey.map(([key, summary]) => [key, summary?.ranges]),
  );
  return files === workspace.files && ranges === workspace.ranges ? workspace : { ...workspace, files, ranges };
}

/** The same for documents about services. Undefined forgets one. */
export function withDocuments(workspace: Workspace, changes: ReadonlyMap<string, DocumentRead | undefined>): Workspace {
  const byKey = [...changes].map(([uri, read]) => [keyOf(uri), read] as const);
  const documents = withEntries(
    workspace.documents,
    byKey.map(([key, read]) => [key, read && factsOf(read)]),
  );
  const documentRanges = withEntries(
    workspace.documentRanges,
    byKey.map(([key, read]) => [key, read?.ranges]),
  );
  const isKnown = documents === workspace.documents && documentRanges === workspace.documentRanges;
  if (isKnown) return workspace;
  // What a file says of its input may stand in a schema that it names.
  const isSchema = byKey.some(([key]) => [workspace.documents.get(key), documents.get(key)].some((facts) => facts && 'schema' in facts));
  return { ...workspace, documents, documentRanges, files: isSchema ? new Map(workspace.files) : workspace.files };
}

/** The same for files that look like such documents; by their URIs what they look like, undefined for those that do not, or went. */
export function withSources(workspace: Workspace, changes: ReadonlyMap<string, ApiKind | undefined>): Workspace {
  const sources = withEntries(
    workspace.sources,
    [...changes].map(([uri, kind]) => [keyOf(uri), kind && { uri, kind }]),
  );
  return sources === workspace.sources ? workspace : { ...workspace, sources };
}

const factsOf = ({ ranges: _, ...facts }: DocumentRead): DocumentFacts => facts as DocumentFacts;

/** The same map when no value is another, else a new one that shares all others. Undefined takes a key out. */
function withEntries<V>(map: ReadonlyMap<string, V>, entries: readonly (readonly [string, V | undefined])[]): ReadonlyMap<string, V> {
  const real = entries.filter(([key, value]) => !isSame(map.get(key), value));
  if (real.length === 0) return map;
  const next = new Map(map);
  for (const [key, value] of real) {
    if (value === undefined) next.delete(key);
    else next.set(key, value);
  }
  return next;
}

/** The workspace with what this file says now, whether it was known before or not; the same object when nothing changed. */
export const withFile = (workspace: Workspace, summary: FileSummary): Workspace => withFiles(workspace, new Map([[summary.uri, summary]]));

/** The workspace without a file, under whatever spelling of its URI; the same object when it was not known. */
export const withoutFile = (workspace: Workspace, uri: string): Workspace => withFiles(workspace, new Map([[uri, undefined]]));

/** Summaries are plain data: the same words mean the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b || !isObject(a) || !isObject(b)) return a === b;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, index) => isSame(each, b[index]));
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const beginning = { line: 0, character: 0 };

/** Where a place of a file, or of a document about a service, stands; of one that is not known, its beginning. */
export const rangeOf = ({ ranges, documentRanges }: Workspace, { uri, place }: Elsewhere): Range =>
  (documentRanges.get(keyOf(uri)) ?? ranges.get(keyOf(uri)))?.[place] ?? { start: beginning, end: beginning };

/** A place that runs another workflow, in the workflow that does. */
export interface FoundRun extends Found<WorkflowSummary> {
  readonly run: RunSummary;
}

interface Lookup {
  readonly workflows: ReadonlyMap<string, readonly Found<WorkflowSummary>[]>;
  readonly events: ReadonlyMap<string, readonly Found<EventSummary>[]>;
  /** The places that run a workflow, by its name. */
  readonly runs: ReadonlyMap<string, readonly FoundRun[]>;
  /** The names of workflows, by their namespaces. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** The documents that files name, by `keyOf` of their URIs. */
  readonly documents: ReadonlyMap<string, string>;
}

const lookups = new WeakMap<Workspace['files'], Lookup>();

/** What is looked up by name, gathered once for each state of the files, when first somebody asks. */
function lookupOf({ files }: Workspace): Lookup {
  const known = lookups.get(files);
  if (known) return known;
  const workflows = new Map<string, Found<WorkflowSummary>[]>();
  const events = new Map<string, Found<EventSummary>[]>();
  const runs = new Map<string, FoundRun[]>();
  const documents = new Map<string, string>();
  for (const { uri, parts } of files.values())
    for (const part of parts) {
      if (part.kind === 'event') {
        add(events, part.type, { uri, part });
        for (const document of part.documents ?? []) documents.set(keyOf(document), document);
        continue;
      }
      add(workflows, part.identity.name, { uri, part });
      for (const run of part.runs) add(runs, run.identity.name, { uri, part, run });
      for (const document of part.documents ?? []) documents.set(keyOf(document), document);
    }
  const names = new Map<string, string[]>();
  for (const [name, found] of workflows)
    for (const namespace of new Set(found.map(({ part }) => part.identity.namespace))) add(names, namespace, name);
  const lookup = { workflows, events, runs, names, documents };
  lookups.set(files, lookup);
  return lookup;
}

function add<T>(map: Map<string, T[]>, key: string | undefined, value: T): void {
  if (key === undefined || key === '') return;
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * The workflows that an identity may mean: of that name, and of that namespace where one is given. Those of the version first, then the
 * newest.
 */
export function workflowsOf(
  workspace: Workspace,
  { namespace, name, version }: WorkflowSummary['identity'],
): readonly Found<WorkflowSummary>[] {
  const named = (name === undefined ? undefined : lookupOf(workspace).workflows.get(name)) ?? [];
  const meant = namespace === undefined ? named : named.filter(({ part }) => part.identity.namespace === namespace);
  const isVersion = ({ part }: Found<WorkflowSummary>): number => Number(part.identity.version === version);
  return [...meant].sort((a, b) => isVersion(b) - isVersion(a) || versionsDescending(a.part.identity.version, b.part.identity.version));
}

/** Every workflow that has a name, those of one name together. */
export const workflowsIn = (workspace: Workspace): readonly Found<WorkflowSummary>[] => [...lookupOf(workspace).workflows.values()].flat();

const mayBeSame = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b;

/** Every place that runs a workflow of this namespace and name, in whatever version. What gives no namespace may mean any. */
export const runsOf = (workspace: Workspace, { namespace, name }: WorkflowIdentity): readonly FoundRun[] =>
  (name === undefined ? [] : (lookupOf(workspace).runs.get(name) ?? [])).filter(({ run }) => mayBeSame(namespace, run.identity.namespace));

/** The names of all workflows of a namespace, each once. */
export const namesIn = (workspace: Workspace, namespace: string): readonly string[] => lookupOf(workspace).names.get(namespace) ?? [];

/** The namespaces of all workflows, each once. */
export const namespacesIn = (workspace: Workspace): Iterable<string> => lookupOf(workspace).names.keys();

/** The example events of a type: those in event files. */
export const eventsOf = (workspace: Workspace, type: string): readonly Found<EventSummary>[] => lookupOf(workspace).events.get(type) ?? [];

/** All types of events that files name: of samples, of what is published and of what is waited for, in their order. */
export const eventTypesIn = ({ files }: Workspace): readonly string[] => [
  ...new Set(
    [...files.values()].flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'event' ? (part.type ?? []) : [...part.emits, ...part.listens].map(({ type }) => type))),
    ),
  ),
];

/** The documents about services that files name, by `keyOf` of their URIs. The same map as long as no file says something else. */
export const documentsNamed = (workspace: Workspace): ReadonlyMap<string, string> => lookupOf(workspace).documents;

/** What a run names: the workflow of that version; any, where it names none or the latest. */
export function workflowsMeant(workspace: Workspace, { name, namespace, version }: WorkflowIdentity): readonly Found<WorkflowSummary>[] {
  if (name === undefined || namespace === undefined) return [];
  const found = workflowsOf(workspace, { namespace, name });
  return version === undefined || version === 'latest' ? found : found.filter(({ part }) => part.identity.version === version);
}
