/** Between `run.workflow` and the workflow that is run, in whatever file each of them is. */
import type { Location, Position } from 'vscode-languageserver-types';
import { fileNameOf } from '../../config/names.ts';
import type { Doc } from '../../doc.ts';
import type { NodeRange } from '../../syntax/node.ts';
import { holdsPosition } from '../../syntax/lines.ts';
import { holds, textRange } from '../../syntax/range.ts';
import { identityParts, type IdentityPlaces, type WorkflowIdentity } from '../../workflow/model.ts';
import { tasksWithin } from '../../workflow/query.ts';
import { modelOf } from '../../workflow/read.ts';
import type { FileSummary, RunSummary, WorkflowSummary } from '../../workspace/summary.ts';
import { summarise } from '../../workspace/summary.ts';
import { rangeOf, runsOf, type Workspace, workflowsOf } from '../../workspace/workspace.ts';
import { partAt } from '../part.ts';
import { linkTo, plainText } from '../words.ts';

/** A part of what a workflow is called, by itself or by who runs it. */
export interface IdentityPart {
  readonly named: WorkflowSummary | RunSummary;
  readonly part: keyof WorkflowIdentity;
}

/** The part of a name that is written at a position; undefined where none is. */
export function identityAt({ parts, ranges }: FileSummary, at: Position): IdentityPart | undefined {
  for (const each of parts)
    for (const named of each.kind === 'workflow' ? [each, ...each.runs] : []) {
      const part = identityParts.find((key) => named.places[key] !== undefined && holdsPosition(ranges[named.places[key]]!, at));
      if (part) return { named, part };
    }
  return undefined;
}

/** What the `run.workflow` runs whose namespace, name or version is at a position: nothing is looked at but the tasks around it. */
function runAt(doc: Doc, at: Position): WorkflowIdentity | undefined {
  const offset = doc.offsetAt(at);
  const part = partAt(doc, offset)?.part;
  const model = part?.kind === 'workflow' ? modelOf(part) : undefined;
  if (!model) return undefined;
  const { tree } = doc;
  const isHere = (places: IdentityPlaces<NodeRange>): boolean =>
    identityParts.some((key) => places[key] !== undefined && holds(textRange(tree, places[key]), offset));
  if (isHere(model.identityAt)) return undefined;
  const around = [model, ...tasksWithin(model, tree, { start: offset, end: offset })];
  return around.flatMap(({ facts }) => facts.subWorkflows).find(({ places }) => isHere(places))?.identity;
}

/**
 * Where the workflows are named that the `run.workflow` at a position may mean, the best match first: of several versions the one that is
 * asked for, then the newest. Undefined where no `run.workflow` stands, or none is known that it means.
 */
export function subWorkflowDefinition(workspace: Workspace, doc: Doc, at: Position): Location[] | undefined {
  const wanted = runAt(doc, at);
  const found = wanted ? workflowsOf(workspace, wanted) : [];
  return found.length > 0 ? found.map(({ uri, part: { place } }) => ({ uri, range: rangeOf(workspace, { uri, place }) })) : undefined;
}

/**
 * What is known of the workflow that the `run.workflow` at a position means: its name, its title, its file, the other versions. Markdown;
 * undefined where no `run.workflow` stands, or no file of the workspace holds what it means.
 */
export function subWorkflowHover(workspace: Workspace, doc: Doc, at: Position): string | undefined {
  const wanted = runAt(doc, at);
  const [found, ...others] = wanted ? workflowsOf(workspace, wanted) : [];
  if (!wanted || !found) return undefined;
  const { uri, part } = found;
  const { namespace, name = '', version } = part.identity;
  const versions = others.flatMap(({ part: { identity } }) => (identity.namespace === namespace ? (identity.version ?? []) : []));
  const also = [...new Set(versions)].filter((each) => each !== version);
  const isThere = wanted.version === undefined || wanted.version === 'latest' || wanted.version === version;
  return [
    isThere ? undefined : plainText(`No file here holds version ${wanted.version} of "${name}".`),
    plainText([`"${name}"`, 'workflow', namespace, version].filter(Boolean).join(' · ')),
    part.title && plainText(part.title),
    [`[${plainText(fileNameOf(uri))}](${linkTo(uri)})`, also.length > 0 ? `also ${plainText(also.join(', '))}` : '']
      .filter(Boolean)
      .join(' · '),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * Where the workflow at a position is named, and every `run.workflow` of the workspace that may mean it, in whatever version. The position
 * is in the name of a workflow or in a `run.workflow`; elsewhere undefined.
 */
export function subWorkflowReferences(workspace: Workspace, doc: Doc, at: Position): Location[] | undefined {
  const { parts, ranges } = summarise(doc) ?? { parts: [], ranges: [] };
  const own = parts.find((part) => part.kind === 'workflow' && part.identity.name !== undefined && holdsPosition(ranges[part.place]!, at));
  const wanted = own?.kind === 'workflow' ? own.identity : runAt(doc, at);
  if (wanted?.name === undefined) return undefined;
  const names = workflowsOf(workspace, wanted).map(({ uri, part: { place } }) => ({ uri, range: rangeOf(workspace, { uri, place }) }));
  return [...names, ...placesOfRuns(workspace, wanted)];
}

/** Where each place that runs workflows of a namespace and name gives their name. */
export const placesOfRuns = (workspace: Workspace, identity: WorkflowIdentity): Location[] =>
  runsOf(workspace, identity).flatMap(({ uri, run: { places } }) =>
    places.name === undefined ? [] : [{ uri, range: rangeOf(workspace, { uri, place: places.name }) }],
  );
