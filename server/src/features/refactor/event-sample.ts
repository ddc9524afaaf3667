/** A file with an event that a filter lets through, or that a task emits. */
import { exampleOf } from '../../data/example.ts';
import { describedEvent } from '../../event/described.ts';
import { emittedEvent } from '../../event/emit.ts';
import { keyOf } from '../../config/names.ts';
import { pathAt, walk } from '../../syntax/locate.ts';
import { type MapNode, type Node, resolve, valueOf } from '../../syntax/node.ts';
import type { Plain } from '../../syntax/value.ts';
import { filterMapsOf, wantedIn } from '../../workspace/events/filters.ts';
import type { Wanted } from '../../workspace/events/match.ts';
import { sampleText } from '../../workspace/events/sample.ts';
import { schemaFactsOf } from '../../workspace/schemas.ts';
import type { Refactoring, Site } from './refactoring.ts';

/** Of the filter or the published event around the cursor; where it stands on a task, of the only one in it. */
export function eventSample(site: Site): Refactoring[] {
  const { newFiles, stretch } = site;
  const found = newFiles.creates && stretch.start === stretch.end ? attributesAt(site) : undefined;
  if (!found) return [];
  const wanted = wantedIn(found.map);
  const uri = freeUri(site, nameFor(wanted));
  if (uri === undefined) return [];
  const text = sampleText(wanted, found.use === 'emit' ? exampleFor(site, found.map) : undefined);
  const title = `New event sample from this ${found.use}`;
  return [{ title, kind: 'refactor', edits: [], creates: { uri, text }, opens: true }];
}

/** The data that the schema of the workspace takes which an event names. */
function exampleFor({ doc, workspace }: Site, map: MapNode): Plain | undefined {
  const described = describedEvent(emittedEvent(map));
  const facts = described && schemaFactsOf(workspace, described.address, doc.uri);
  return facts && 'schema' in facts ? exampleOf(facts.schema.plain) : undefined;
}

interface Found {
  readonly use: 'filter' | 'emit';
  readonly map: MapNode;
}

function attributesAt({ doc, model, part, stretch, tasks: [task] }: Site): Found | undefined {
  const filters = new Set<Node>(filterMapsOf(model));
  const asFound = (node: Node, isEmitted: boolean): Found[] => {
    if (node.kind !== 'map' || !(isEmitted || filters.has(node))) return [];
    return [{ use: isEmitted ? 'emit' : 'filter', map: node }];
  };
  const located = pathAt(doc.tree, stretch.start, part.root);
  const around = located?.nodes.flatMap((node, depth) =>
    asFound(node, located.path.slice(depth - 3, depth).join('/') === 'emit/event/with'),
  );
  const inner = around?.at(-1);
  if (inner || !task) return inner;
  const emitted = resolve(valueOf(valueOf(valueOf(task.body, 'emit'), 'event'), 'with'));
  const inTask: Found[] = emitted ? asFound(emitted, true) : [];
  walk(valueOf(task.body, 'listen'), (node) => void inTask.push(...asFound(node, false)));
  return inTask.length === 1 ? inTask[0] : undefined;
}

/** The end of the type, as files of events are called: "order.placed". */
function nameFor(wanted: readonly Wanted[]): string {
  const type = wanted.find(({ name }) => name === 'type')?.value;
  const words = typeof type === 'string' && /^[\w.-]+$/.test(type) ? type.split('.').filter(Boolean).slice(-2) : [];
  return words.join('.') || 'event';
}

function freeUri({ doc, workspace, newFiles }: Site, name: string): string | undefined {
  if (!URL.canParse('.', doc.uri)) return undefined;
  const isTaken = (uri: string): boolean => workspace.files.has(keyOf(uri)) || newFiles.isTaken(uri);
  const uriOf = (number: number): string => new URL(`${name}${number > 1 ? `-${number}` : ''}.cloudevent.json`, doc.uri).href;
  for (let number = 1; number < 100; number++) if (!isTaken(uriOf(number))) return uriOf(number);
  return undefined;
}
