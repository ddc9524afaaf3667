/** The schema and the rules of meaning, applied to a part. What did not change since the last look costs nothing. */
import { eventDocument } from '../event/document.ts';
import { documentRules, eventRules } from '../event/rules/index.ts';
import type { EventModel } from '../event/model.ts';
import type { Finding } from '../rules/finding.ts';
import { type Levels, runRules, silencesOf } from '../rules/run.ts';
import { validate } from '../schema/check.ts';
import { workflowSchema } from '../schema/schemas.ts';
import type { Format, Node } from '../syntax/node.ts';
import { modelOf } from '../workflow/read.ts';
import { workflowRules } from '../workflow/rules/index.ts';

/** Who silences whom at the same place. */
export const silences = silencesOf([...workflowRules, ...eventRules, ...documentRules]);

/** What is wrong with a workflow. */
export function workflowFindings(root: Node, format: Format, levels: Levels): readonly Finding[] {
  const model = modelOf({ root });
  if (model?.line === 'v0' || isOlder(root)) return [];
  const byRules = model ? runRules(workflowRules, model, levels) : [];
  const bySchema = validate(root, workflowSchema, format, ['document', 'dsl']);
  return byRules.length === 0 ? bySchema : [...bySchema, ...byRules];
}

/** A workflow of DSL 0.x, which has another schema. */
const isOlder = (root: Node): boolean =>
  root.kind === 'map' &&
  root.pairs.some(({ key }) => key.text === 'specVersion' || key.text === 'states') &&
  !root.pairs.some(({ key }) => key.text === 'document' || key.text === 'do');

const events = new WeakMap<EventModel, { readonly levels: Levels; readonly findings: readonly Finding[] }>();

function eventFindingsOf(event: EventModel, levels: Levels): readonly Finding[] {
  const before = events.get(event);
  if (before?.levels === levels) return before.findings;
  const findings = silenced(runRules(eventRules, event, levels));
  events.set(event, { levels, findings });
  return findings;
}

/** In one event, a rule silences the others wherever they speak. */
function silenced(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const silent = new Set(findings.flatMap((finding) => silences.get(finding.code) ?? []));
  return findings.filter((finding) => !silent.has(finding.code));
}

/** What is wrong with an event, or with the events of a batch. */
export function eventFindings(root: Node, levels: Levels): readonly Finding[] {
  const document = eventDocument(root);
  return [...runRules(documentRules, document, levels), ...document.events.flatMap((event) => eventFindingsOf(event, levels))];
}
