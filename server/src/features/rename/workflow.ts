/** Renames a workflow by its name, namespace or version, with every place in the workspace that runs it. */
import type { Position, Range, TextDocumentEdit } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { checkName } from '../../formats/label.ts';
import { checkSemver } from '../../formats/semver.ts';
import type { Check } from '../../formats/violation.ts';
import { pathAt } from '../../syntax/locate.ts';
import { wordsRange } from '../../syntax/range.ts';
import { writeText } from '../../syntax/write.ts';
import type { WorkflowIdentity } from '../../workflow/model.ts';
import { summarise, type WorkflowSummary } from '../../workspace/summary.ts';
import { type Found, rangeOf, withFile, type Workspace, workflowsOf } from '../../workspace/workspace.ts';
import { identityAt, type IdentityPart } from '../names/sub-workflow.ts';
import type { Refusal, Renaming } from './renaming.ts';

/** The workflow whose name, namespace or version is at a position, or that of the one that is run there; undefined elsewhere. */
export function workflowRenaming(workspace: Workspace, doc: Doc, at: Position): Renaming | Refusal | undefined {
  const summary = summarise(doc);
  const written = summary && identityAt(summary, at);
  if (!summary || !written) return undefined;
  const known = withFile(workspace, summary);
  const { named, part } = written;
  const name = named.identity[part]!;
  const meant = workflowsMeant(known, written);
  if (meant.length === 0) return { refused: missing(written) };
  const { namespace } = meant[0]!.part.identity;
  const identity = { ...named.identity, namespace };
  return {
    range: wordsAt(doc, doc.offsetAt(at), summary.ranges[named.places[part]!]!),
    name,
    refuse: (to) => refuse(known, identity, part, to),
    edits: (to) => edits(known, doc, identity, part, to),
  };
}

/** A version belongs to one workflow, a name and a namespace to all its versions. */
function workflowsMeant(workspace: Workspace, { named: { identity }, part }: IdentityPart): readonly Found<WorkflowSummary>[] {
  const found = workflowsOf(workspace, identity);
  return part === 'version' ? found.filter((each) => each.part.identity.version === identity.version) : found;
}

function missing({ named, part }: IdentityPart): string {
  const { identity } = named;
  if ('kind' in named) return 'This workflow has no name yet.';
  if (part === 'version' && identity.version === 'latest') return '"latest" stands for whatever version is the newest.';
  return part === 'version'
    ? `No file here holds version ${identity.version} of "${identity.name}".`
    : `No file here holds the workflow "${identity.name}".`;
}

/** The words alone, where they stand at the cursor and not behind an alias. */
function wordsAt(doc: Doc, offset: number, otherwise: Range): Range {
  const node = pathAt(doc.tree, offset)?.nodes.at(-1);
  return node?.kind === 'scalar' ? doc.range(wordsRange(doc.tree, node)) : otherwise;
}

/** What each part of a name must look like (dsl-reference: Document). Names of DSL 0.x, which have no namespace, are free. */
const formats: Readonly<Record<keyof WorkflowIdentity, Check>> = { namespace: checkName, name: checkName, version: checkSemver };

function refuse(workspace: Workspace, identity: WorkflowIdentity, part: keyof WorkflowIdentity, to: string): string | undefined {
  const violation = identity.namespace === undefined ? undefined : formats[part](to);
  if (violation) return violation.message;
  const wanted = { ...identity, [part]: to };
  const there = workflowsOf(workspace, wanted).filter((each) => part !== 'version' || each.part.identity.version === to);
  if (there.length === 0) return undefined;
  if (part === 'version') return `"${wanted.name}" has a version ${to} already.`;
  const holder = wanted.namespace === undefined ? 'The workspace' : `The namespace "${wanted.namespace}"`;
  return `${holder} has a workflow "${wanted.name}" already.`;
}

function edits(
  workspace: Workspace,
  doc: Doc,
  identity: WorkflowIdentity,
  part: keyof WorkflowIdentity,
  to: string,
): readonly TextDocumentEdit[] {
  const changes: TextDocumentEdit[] = [];
  const isOnly = workflowsOf(workspace, { name: identity.name }).every((each) => each.part.identity.namespace === identity.namespace);
  for (const { uri, parts } of workspace.files.values()) {
    const named = parts.flatMap((each) => (each.kind === 'workflow' ? [each, ...each.runs] : []));
    const places = new Map<string, TextDocumentEdit['edits'][number]>();
    for (const each of named) {
      const place = each.places[part];
      if (place === undefined || !isMeant(each.identity, identity, part, isOnly)) continue;
      const range = rangeOf(workspace, { uri, place });
      const newText = writeText(to, { format: 'yaml', flow: true, style: each.quotes?.[part] });
      places.set(`${range.start.line} ${range.start.character}`, { range, newText });
    }
    if (places.size > 0)
      changes.push({ textDocument: { uri, version: uri === doc.uri ? doc.version : null }, edits: [...places.values()] });
  }
  return changes;
}

/** Who gives no namespace means the only workflow of that name. */
const isMeant = (
  given: WorkflowIdentity,
  { namespace, name, version }: WorkflowIdentity,
  part: keyof WorkflowIdentity,
  isOnly: boolean,
): boolean =>
  given.name === name &&
  (given.namespace === namespace || (given.namespace === undefined && isOnly)) &&
  (part !== 'version' || given.version === version);
