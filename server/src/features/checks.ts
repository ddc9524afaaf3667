/** The schema and the rules of meaning, applied to a part. What did not change since the last look costs nothing. */
import { eventDocument } from '../event/document.ts';
import type { CloudEvent } from '../event/model.ts';
import { documentRules, eventRules, rulesFor } from '../event/rules/index.ts';
import type { Finding } from '../rules/finding.ts';
import { type Levels, runRules, silencesOf } from '../rules/run.ts';
import { validate } from '../schema/check.ts';
import type { Fragment, Node, NodeRange, SeqNode, Tree } from '../syntax/node.ts';
import { pairOf, resolve } from '../syntax/node.ts';
import { dialectOf, modelOf } from '../workflow/read.ts';
import { emittedEvents } from '../workflow/rules/event/emitted.ts';
import { rulesOf, workflowRules } from '../workflow/rules/index.ts';
import { taskKinds } from '../workflow/v1/vocabulary.ts';

/** Who silences whom at the same place. */
export const silences = silencesOf([...workflowRules, ...eventRules, ...documentRules]);

/** What is wrong with a workflow. */
export function workflowFindings(root: Node, tree: Tree, levels: Levels): readonly Finding[] {
  // Nothing is wrong yet with a file in which nothing is written.
  if (root.kind === 'scalar' && root.value === null && root.start === root.end) return [];
  const { id, checked, schema, releaseAt } = dialectOf(root);
  const model = modelOf({ root });
  const emitted = model ? emittedEvents(model).flatMap((event) => eventFindingsOf(event, levels)) : [];
  const byRules = model ? [...runRules(rulesOf(id), model, levels), ...emitted] : [];
  const bySchema = checked ? validate(root, schema, tree.format, releaseAt) : [];
  if (byRules.length === 0) return bySchema;
  const certain = withoutDoubts(withoutLostNames(byRules, bySchema, root), bySchema, tree);
  return [...withoutTwins(withoutMisspelt(withoutFormats(bySchema, emitted), emitted), certain), ...certain];
}

/** What an attribute of an event looks like, the rules of events say. */
function withoutFormats(bySchema: readonly Finding[], ofEvents: readonly Finding[]): readonly Finding[] {
  if (ofEvents.length === 0) return bySchema;
  const places = new Set(ofEvents.map(({ at }) => at));
  return bySchema.filter(({ code, at }) => code !== 'schema/format' || !places.has(at));
}

/** An attribute that is there under a misspelt name is not missing. */
function withoutMisspelt(bySchema: readonly Finding[], byRules: readonly Finding[]): readonly Finding[] {
  const items = new Set(byRules.flatMap(({ about, at }) => (about?.names?.includes('type') ? [at.fragment] : [])));
  if (items.size === 0) return bySchema;
  return bySchema.filter(
    ({ code, at, message }) => code !== 'schema/missing-property' || !items.has(at.fragment) || !message.endsWith(' needs "type".'),
  );
}

/** The line of a task's name was written twice: that its first copy does nothing is a consequence. */
function withoutTwins(bySchema: readonly Finding[], byRules: readonly Finding[]): readonly Finding[] {
  const twins = new Set(byRules.flatMap(({ code, at }) => (code === 'flow/duplicate-task' && 'text' in at ? [at.text] : [])));
  if (twins.size === 0) return bySchema;
  return bySchema.filter(({ code, at }) => code !== 'schema/no-kind' || !('text' in at) || !twins.has(at.text));
}

const lostNames: ReadonlySet<string> = new Set([
  'schema/unknown-property',
  'schema/misplaced',
  'schema/type',
  'schema/missing-value',
  'document/duplicate-key',
]);

/** Where a part of `use` cannot be read, its names are not missing: what refers to them is a consequence. */
function withoutLostNames(byRules: readonly Finding[], bySchema: readonly Finding[], root: Node): readonly Finding[] {
  if (bySchema.length === 0 || root.kind !== 'map' || !byRules.some((finding) => finding.code.startsWith('reference/'))) return byRules;
  const use = resolve(pairOf(root, 'use')?.value);
  const holders = [...root.pairs, ...(use?.kind === 'map' ? use.pairs : [])].filter(
    (pair) => pair.key.text !== 'do' && pair.key.text !== 'document',
  );
  const lost = bySchema.some(
    ({ code, at }) =>
      lostNames.has(code) &&
      holders.some((pair) => pair.key === at || pair.value === at || (pair.key.fragment === at.fragment && pair.key.start === at.start)),
  );
  return lost ? byRules.filter((finding) => !finding.code.startsWith('reference/')) : byRules;
}

/** What a rule says about how control flows holds only as far as every task of the list can be read. */
function withoutDoubts(byRules: readonly Finding[], bySchema: readonly Finding[], tree: Tree): readonly Finding[] {
  const errors = bySchema.filter((finding) => finding.severity === 'error');
  if (errors.length === 0 || !byRules.some(({ code }) => code.startsWith('flow/'))) return byRules;
  const misread = errors.filter(
    ({ code, at }) =>
      code === 'schema/item-name' || code === 'schema/misplaced' || (code === 'schema/type' && isTaskItself(at)) || isTwoTasks(code, at),
  );
  const unsure = (list: SeqNode, about: readonly Finding[]): boolean =>
    about.some(
      ({ at }) =>
        listsAround(at.fragment, tree).includes(list) || (at.fragment === list.fragment && list.start <= at.start && at.end <= list.end),
    );
  return byRules.filter(({ code, at }) => {
    if (!code.startsWith('flow/')) return true;
    const about = code === 'flow/unknown-target' || code === 'flow/duplicate-task' ? misread : errors;
    return !listsAround(at.fragment, tree).some((list) => unsure(list, about));
  });
}

/** Is it said of a task as a whole, its name or what stands for its body, and not of something inside it? */
function isTaskItself({ fragment, start }: NodeRange): boolean {
  const { root } = fragment;
  return root?.kind !== 'map' || root.pairs.some(({ key, value }) => key.start === start || value?.start === start);
}

/** What a task does stands twice in it: the line of the second one's name was lost. */
const isTwoTasks = (code: string, at: NodeRange): boolean =>
  code === 'document/duplicate-key' && 'text' in at && taskKinds.some((kind) => kind === at.text);

function listsAround(fragment: Fragment, tree: Tree): readonly SeqNode[] {
  const lists: SeqNode[] = [];
  for (let list = tree.owner(fragment); list; list = tree.owner(list.fragment)) lists.push(list);
  return lists;
}

const events = new WeakMap<CloudEvent, { readonly levels: Levels; readonly findings: readonly Finding[] }>();

function eventFindingsOf(event: CloudEvent, levels: Levels): readonly Finding[] {
  const before = events.get(event);
  if (before?.levels === levels) return before.findings;
  const findings = silenced(runRules(rulesFor(event), event, levels));
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
