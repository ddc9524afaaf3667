/** From a type of events to whoever publishes it, waits for it, or is an example of it, in all files. */
import type { Location, Position } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { holdsPosition } from '../../syntax/lines.ts';
import { type FileFacts, type Place, summarise } from '../../workspace/summary.ts';
import { rangeOf, withFile, type Workspace } from '../../workspace/workspace.ts';

/** Where a type is written, and what for. */
interface Mention {
  readonly type: string;
  readonly use: 'emit' | 'sample' | 'listen';
  readonly place: Place;
}

function* mentionsIn({ parts }: FileFacts): Iterable<Mention> {
  for (const part of parts)
    if (part.kind === 'event') {
      if (part.type) yield { type: part.type, use: 'sample', place: part.place };
    } else {
      for (const each of part.emits) yield { ...each, use: 'emit' };
      for (const each of part.listens) yield { ...each, use: 'listen' };
    }
}

/** What stands at a position, and where else its type does; undefined where no type of events stands. */
function typeAt(workspace: Workspace, doc: Doc, at: Position) {
  const summary = summarise(doc);
  const here = summary && [...mentionsIn(summary)].find(({ place }) => holdsPosition(summary.ranges[place]!, at));
  if (!summary || !here) return undefined;
  const known = withFile(workspace, summary);
  const places = (use: Mention['use']): Location[] =>
    [...known.files.values()].flatMap((file) =>
      [...mentionsIn(file)]
        .filter((each) => each.use === use && each.type === here.type)
        .map(({ place }) => ({ uri: file.uri, range: rangeOf(known, { uri: file.uri, place }) })),
    );
  return { here: { uri: doc.uri, range: summary.ranges[here.place]! }, use: here.use, places };
}

/** Where definition leads from each use of a type: to the first of these of which there is one. */
const sources: Readonly<Record<Mention['use'], readonly Mention['use'][]>> = {
  listen: ['emit', 'sample'],
  emit: ['sample'],
  sample: ['emit'],
};

/** What publishes the type of events at a position, or shows what such events look like; itself where nothing does. Undefined elsewhere. */
export function eventTypeDefinition(workspace: Workspace, doc: Doc, at: Position): Location[] | undefined {
  const found = typeAt(workspace, doc, at);
  if (!found) return undefined;
  const all = sources[found.use].map((use) => found.places(use));
  return all.find((places) => places.length > 0) ?? [found.here];
}

/** Every place of the workspace that names the type of events at a position: who publishes it, examples, who waits for it. Undefined elsewhere. */
export function eventTypeReferences(workspace: Workspace, doc: Doc, at: Position): Location[] | undefined {
  const found = typeAt(workspace, doc, at);
  return found && [...found.places('emit'), ...found.places('sample'), ...found.places('listen')];
}
