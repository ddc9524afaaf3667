/** The schema and the rules of meaning, applied to a document. What did not change since the last look costs nothing. */
import { eventDocument } from '../event/document.ts';
import { documentRules, eventRules } from '../event/rules/index.ts';
import type { EventModel } from '../event/model.ts';
import type { Finding } from '../rules/finding.ts';
import { type Levels, runRules } from '../rules/run.ts';
import { validate } from '../schema/check.ts';
import { workflowSchema } from '../schema/schemas.ts';
import type { Format, Node } from '../syntax/node.ts';
import { modelOf } from '../workflow/read.ts';
import { workflowRules } from '../workflow/rules/index.ts';

/** What the schema and the rules say about a workflow, consequences of mistakes included. */
export function workflowFindings(root: Node, format: Format, levels: Levels): readonly Finding[] {
  // Nothing is wrong yet with a file in which nothing is written.
  if (root.kind === 'scalar' && root.value === null && root.start === root.end) return [];
  const model = modelOf({ root });
  // DSL 0.x has another schema.
  if (model?.line === 'v0') return [];
  const bySchema = validate(root, workflowSchema, format, ['document', 'dsl']);
  return model ? [...bySchema, ...runRules(workflowRules, model, levels)] : bySchema;
}

const events = new WeakMap<EventModel, { readonly levels: Levels; readonly findings: readonly Finding[] }>();

function eventFindingsOf(event: EventModel, levels: Levels): readonly Finding[] {
  const before = events.get(event);
  if (before?.levels === levels) return before.findings;
  const findings = runRules(eventRules, event, levels);
  events.set(event, { levels, findings });
  return findings;
}

/** What the rules say about an event, or about the events of a batch, consequences of mistakes included. */
export function eventFindings(root: Node, levels: Levels): readonly Finding[] {
  const document = eventDocument(root);
  return [...runRules(documentRules, document, levels), ...document.events.flatMap((event) => eventFindingsOf(event, levels))];
}
