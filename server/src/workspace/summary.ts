/**
 * What other files may want to know of a file: plain data that can be stored or sent. The same for a file that is open and for one that is
 * not. What is said stands apart from where it stands: a line above it moves all ranges and changes nothing that is said.
 */
import type { Range } from 'vscode-languageserver-types';
import type { Doc, Part } from '../doc.ts';
import { eventOf } from '../event/document.ts';
import { type EventFilter, filtersOf } from './events/filters.ts';
import { describedIn } from './described-events.ts';
import { textOf } from '../event/model.ts';
import { type NodeRange, type ScalarNode, type ScalarStyle, valueOf } from '../syntax/node.ts';
import { apiCallsOf } from '../workflow/api-call.ts';
import {
  type EventType,
  identityParts,
  type IdentityPlaces,
  type SymbolKind,
  type WorkflowIdentity,
  type WorkflowModel,
} from '../workflow/model.ts';
import { oneLine } from '../workflow/describe.ts';
import { gatherer } from '../workflow/gather.ts';
import { definedIn } from '../workflow/names.ts';
import { inputSchemaIn, type Parameters, parametersOf, plainSchema } from '../workflow/parameters.ts';
import type { Plain } from '../syntax/value.ts';
import { modelOf } from '../workflow/read.ts';
import { inputAddressOf, schemaAddressesOf } from '../workflow/schema-addresses.ts';
import { certainRuns } from '../workflow/certain-runs.ts';
import { subWorkflowsOf } from '../workflow/sub-workflows.ts';
import { notes } from '../syntax/notes.ts';
import { documentNamed } from './address.ts';

/** An index into the `ranges` of a file's summary. The same as long as the file says the same. */
export type Place = number;

/** A name that a workflow defines. */
export interface SymbolSummary {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly place: Place;
}

/** What a workflow is called by, where each part of that stands, and which quotes it has there, if any. */
interface IdentitySummary {
  readonly identity: WorkflowIdentity;
  readonly places: IdentityPlaces<Place>;
  readonly quotes?: IdentityPlaces<ScalarStyle>;
}

/** A sub-workflow that a workflow runs. */
export interface RunSummary extends IdentitySummary {
  /** Nothing goes around it; absent where that is not sure. */
  readonly certain?: true;
}

/** An event type that a workflow names. Types that are computed when it runs are left out. */
export interface EventTypeSummary {
  readonly type: string;
  readonly place: Place;
}

export interface WorkflowSummary extends IdentitySummary {
  readonly kind: 'workflow';
  /** What it does, in its own words and on one line: its title, else how its summary begins. */
  readonly title?: string;
  /** Of its name; while it has none, where it begins. */
  readonly place: Place;
  readonly symbols: readonly SymbolSummary[];
  /** What it takes, as the schema of its input says. */
  readonly input?: Parameters;
  /** The whole of that schema. */
  readonly inputSchema?: Plain;
  /** The URI of the file in which it stands where it is another one. */
  readonly inputDocument?: string;
  readonly runs: readonly RunSummary[];
  readonly emits: readonly EventTypeSummary[];
  readonly listens: readonly EventTypeSummary[];
  /** What it waits for; absent where that is nothing. */
  readonly filters?: readonly FilterSummary[];
  /** The URIs of files that describe services that it calls, or hold schemas that it names, each once. */
  readonly documents?: readonly string[];
}

export interface EventSummary {
  readonly kind: 'event';
  readonly type?: string;
  readonly source?: string;
  readonly id?: string;
  /** The URI of the file that holds the schema of its data. */
  readonly documents?: readonly string[];
  /** Of its type; while it has none, where it begins. */
  readonly place: Place;
}

/** An event filter, as plain data. */
export type FilterSummary = Omit<EventFilter, 'place'> & { readonly place: Place };

/** What a file says. */
export interface FileFacts {
  readonly uri: string;
  /** The workflows and events of the file, in text order: YAML documents, events of a batch, lines. Never empty. */
  readonly parts: readonly (WorkflowSummary | EventSummary)[];
}

export interface FileSummary extends FileFacts {
  /** Where each `place` stands, in LSP's terms (zero-based lines, UTF-16 characters). */
  readonly ranges: readonly Range[];
}

const summaries = notes<Doc, FileSummary | undefined>();

/** What a document says to others; undefined when nothing in it is ours. Computed once for a state of the text. */
export function summarise(doc: Doc): FileSummary | undefined {
  if (summaries.has(doc)) return summaries.get(doc);
  const ranges: Range[] = [];
  const mark: Mark = (at) => ranges.push(doc.range(at)) - 1;
  const parts = doc.parts.map((part) => (part.kind === 'workflow' ? workflow(doc, part, mark) : event(part, doc.uri, mark)));
  const summary = parts.length === 0 ? undefined : { uri: doc.uri, parts, ranges };
  summaries.set(doc, summary);
  return summary;
}

/** Takes down where something stands. */
type Mark = (at: NodeRange) => Place;

const eventTypesOf = gatherer<EventType>(({ facts }) => facts.eventTypes);

function workflow(doc: Doc, part: Part, mark: Mark): WorkflowSummary {
  const { uri } = doc;
  const model = modelOf(part);
  if (!model) {
    const place = mark(beginning(part.root));
    return { kind: 'workflow', identity: {}, places: {}, place, symbols: [], runs: [], emits: [], listens: [] };
  }
  const types = [...model.facts.eventTypes, ...eventTypesOf(model)];
  const runs = [...model.facts.subWorkflows, ...subWorkflowsOf(model)];
  const certain = new Set(runs.length > 0 ? certainRuns(model) : []);
  const typesOf = (use: EventType['use']): readonly EventTypeSummary[] =>
    types.filter((each) => each.use === use).map(({ type, at }) => ({ type, place: mark(at) }));
  const named = identitySummary({ ...model.identity }, model.identityAt, mark);
  return {
    kind: 'workflow',
    ...named,
    title: oneLineOf(model.title || model.summary),
    place: named.places.name ?? mark(beginning(model.root)),
    symbols: definedIn(model)
      .filter(({ name }) => name !== '')
      .map(({ kind, name, at }) => ({ kind, name, place: mark(at) })),
    ...inputOf(model, uri),
    runs: runs.map((run) => ({ ...identitySummary(run.identity, run.places, mark), ...(certain.has(run) ? { certain: true } : {}) })),
    emits: typesOf('emit'),
    listens: typesOf('listen'),
    filters: filtersIn(doc, part, model, mark),
    documents: documentsOf(model, uri),
  };
}

function filtersIn(doc: Doc, part: Part, model: WorkflowModel, mark: Mark): readonly FilterSummary[] | undefined {
  const found = filtersOf(doc, part, model).map((filter) => ({ ...filter, place: mark(filter.place) }));
  return found.length === 0 ? undefined : found;
}

function documentsOf(model: WorkflowModel, uri: string): readonly string[] | undefined {
  return filesNamed([...apiCallsOf(model).flatMap(({ document }) => document ?? []), ...schemaAddressesOf(model)], uri);
}

function filesNamed(addresses: readonly ScalarNode[], uri: string): readonly string[] | undefined {
  const found = addresses.flatMap((address) => documentNamed(address, uri)?.uri ?? []);
  return found.length === 0 ? undefined : [...new Set(found)].sort();
}

function inputOf({ root }: WorkflowModel, uri: string): Pick<WorkflowSummary, 'input' | 'inputSchema' | 'inputDocument'> {
  const schema = inputSchemaIn(valueOf(root, 'input'));
  if (schema) return { input: parametersOf(schema), inputSchema: plainSchema(schema) };
  const address = inputAddressOf(root);
  const document = address && documentNamed(address, uri)?.uri;
  return document === undefined ? {} : { inputDocument: document };
}

const oneLineOf = (text: string | undefined): string | undefined => (text ? oneLine(text) : undefined);

function identitySummary(identity: WorkflowIdentity, places: IdentityPlaces<NodeRange>, mark: Mark): IdentitySummary {
  const marked: Partial<Record<keyof WorkflowIdentity, Place>> = {};
  const quotes: Partial<Record<keyof WorkflowIdentity, ScalarStyle>> = {};
  for (const part of identityParts) {
    const at: (NodeRange & { readonly style?: ScalarStyle }) | undefined = places[part];
    if (identity[part] === undefined || !at) continue;
    marked[part] = mark(at);
    if (at.style && at.style !== 'plain') quotes[part] = at.style;
  }
  return { identity, places: marked, quotes: Object.keys(quotes).length > 0 ? quotes : undefined };
}

function event(part: Part, uri: string, mark: Mark): EventSummary {
  const { document, root } = part;
  const attributes = eventOf(document, root)?.attributes;
  const [type, source, id] = ['type', 'source', 'id'].map((name) => attributes?.get(name));
  return {
    kind: 'event',
    type: textOf(type),
    source: textOf(source),
    id: textOf(id),
    place: mark(type?.valueAt ?? beginning(root)),
    documents: filesNamed(
      describedIn(part).map(({ address }) => address),
      uri,
    ),
  };
}

const beginning = ({ fragment, start }: NodeRange): NodeRange => ({ fragment, start, end: start });
