/** The schema and the rules of meaning, applied to a document. What did not change since the last look costs nothing. */
import { eventDocument } from '../../event/document.ts';
import type { CloudEvent } from '../../event/model.ts';
import { rulesFor, rulesForDocuments } from '../../event/rules/index.ts';
import type { Finding } from '../../rules/finding.ts';
import { unlessMissing } from '../../rules/missing-part.ts';
import { type Levels, runRules } from '../../rules/run.ts';
import { validate } from '../../schema/check.ts';
import type { Schema } from '../../schema/schema.ts';
import type { DocumentPart, Format, Fragment, Node } from '../../syntax/node.ts';
import type { TargetId } from '../../targets.ts';
import { dialectOf, modelOf } from '../../workflow/read.ts';
import { markedTarget, targetOf } from '../../workflow/target.ts';
import { emittedEvents } from '../../workflow/rules/event/emitted.ts';
import { rulesOf } from '../../workflow/rules/index.ts';
import { notes } from '../../syntax/notes.ts';

/** What holds for data of any shape: that a key stands once. */
const anything: Schema = {};

/** What the schema and the rules say about a workflow, consequences of mistakes included; `target` is where it runs if it does not say so. */
export function workflowFindings(root: Node, format: Format, levels: Levels, target: TargetId): readonly Finding[] {
  // Nothing is wrong yet with a file in which nothing is written.
  if (root.kind === 'scalar' && root.value === null && root.start === root.end) return [];
  const { id, checked, schema, releaseAt } = dialectOf(root);
  const model = modelOf({ root });
  // A runtime whose language is another one by its words has releases of its own.
  const isForeign = model !== undefined && markedTarget(model.root) !== undefined;
  const bySchema = validate(root, checked ? schema : anything, format, isForeign ? [] : releaseAt);
  if (!model) return bySchema;
  const emitted = emittedEvents(model).flatMap((event) => eventFindingsOf(event, levels));
  return [...bySchema, ...runRules(rulesOf(id, targetOf(model.root, target), levels), model, levels), ...emitted];
}

const events = notes<CloudEvent, { readonly levels: Levels; readonly findings: readonly Finding[] }>();

function eventFindingsOf(event: CloudEvent, levels: Levels): readonly Finding[] {
  const before = events.get(event);
  if (before?.levels === levels) return before.findings;
  const findings = runRules(
    unlessMissing(() => rulesFor(event)),
    event,
    levels,
  );
  events.set(event, { levels, findings });
  return findings;
}

const none: readonly Finding[] = [];
const documents = notes<Fragment, { readonly levels: Levels; readonly findings: readonly Finding[] }>();

/** What the rules say about an event, or about the events of a batch, consequences of mistakes included. A line that did not change costs nothing. */
export function eventFindings(part: DocumentPart, levels: Levels): readonly Finding[] {
  const before = documents.get(part.fragment);
  if (before?.levels === levels) return before.findings;
  const document = eventDocument(part);
  const findings = [
    ...runRules(unlessMissing(rulesForDocuments), document, levels),
    ...document.events.flatMap((event) => eventFindingsOf(event, levels)),
  ];
  documents.set(part.fragment, { levels, findings: findings.length > 0 ? findings : none });
  return findings;
}
