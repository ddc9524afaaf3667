/** What stands around a document: settings, and what is known of every file. An immutable snapshot, which every feature is handed. */
import { keyOf } from '../config/names.ts';
import { defaultSettings, type Settings } from '../protocol.ts';
import type { EventSummary, FileSummary, WorkflowSummary } from './summary.ts';
import { versionsDescending } from './versions.ts';

export interface Workspace {
  readonly settings: Settings;
  /** By `keyOf` of their URIs. Files that hold nothing of ours are not in it. Another map whenever anything in it is another. */
  readonly files: ReadonlyMap<string, FileSummary>;
}

/** A workflow or an event, and the file it is in. */
export interface Found<Part> {
  readonly uri: string;
  readonly part: Part;
}

/** A workspace in which no file is known yet. */
export const createWorkspace = (settings: Settings = defaultSettings): Workspace => ({ settings, files: new Map() });

/** The same files under other settings. */
export const withSettings = (workspace: Workspace, settings: Settings): Workspace =>
  workspace.settings === settings ? workspace : { ...workspace, settings };

/** The same workspace when the files say what they said before, else a new one that shares all others. Undefined takes a file out. */
export function withFiles(workspace: Workspace, changes: ReadonlyMap<string, FileSummary | undefined>): Workspace {
  const real = [...changes].filter(([uri, summary]) => !isSame(workspace.files.get(keyOf(uri)), summary));
  if (real.length === 0) return workspace;
  const files = new Map(workspace.files);
  for (const [uri, summary] of real) {
    if (summary) files.set(keyOf(uri), summary);
    else files.delete(keyOf(uri));
  }
  return { ...workspace, files };
}

/** The workspace with what this file says now, whether it was known before or not; the same object when nothing changed. */
export const withFile = (workspace: Workspace, summary: FileSummary): Workspace => withFiles(workspace, new Map([[summary.uri, summary]]));

/** The workspace without a file, under whatever spelling of its URI; the same object when it was not known. */
export const withoutFile = (workspace: Workspace, uri: string): Workspace => withFiles(workspace, new Map([[uri, undefined]]));

/** Summaries are plain data: the same words mean the same. */
const isSame = (a: FileSummary | undefined, b: FileSummary | undefined): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

interface Lookup {
  readonly workflows: ReadonlyMap<string, readonly Found<WorkflowSummary>[]>;
  readonly events: ReadonlyMap<string, readonly Found<EventSummary>[]>;
}

const lookups = new WeakMap<Workspace['files'], Lookup>();

/** What is looked up by name, gathered once for each state of the files, when first somebody asks. */
function lookupOf({ files }: Workspace): Lookup {
  const known = lookups.get(files);
  if (known) return known;
  const workflows = new Map<string, Found<WorkflowSummary>[]>();
  const events = new Map<string, Found<EventSummary>[]>();
  for (const { uri, parts } of files.values())
    for (const part of parts) {
      if (part.kind === 'workflow') add(workflows, part.identity.name, { uri, part });
      else add(events, part.type, { uri, part });
    }
  const lookup = { workflows, events };
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

/** The example events of a type: those in event files. */
export const eventsOf = (workspace: Workspace, type: string): readonly Found<EventSummary>[] => lookupOf(workspace).events.get(type) ?? [];
