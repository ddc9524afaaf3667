/** Tasks put into a workflow of their own, in a file beside, which is run in their place. */
import { behindBreak, linesOfElement, removePair, shifted } from '../../syntax/edit.ts';
import { freeName } from '../../syntax/free-name.ts';
import { type Edit, pairOf, stringOf, type TextRange, type Tree } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { styleOf } from '../../syntax/style.ts';
import { columnOf, lineEnd, lineStart } from '../../syntax/text.ts';
import type { Plain } from '../../syntax/value.ts';
import { writeElement, writeFlow } from '../../syntax/write.ts';
import { isOrdered } from '../../workflow/flow.ts';
import type { Task } from '../../workflow/model.ts';
import { placeBeside } from '../../workspace/beside.ts';
import { workflowsOf } from '../../workspace/workspace.ts';
import { definitionPairs } from './component.ts';
import { areElements, leadsThrough } from './leads.ts';
import { sourceOfElements } from './lines.ts';
import { type Need, newFileText } from './new-file.ts';
import type { Refactoring, Site } from './refactoring.ts';
import { needsOf, tieOf } from './ties.ts';

const version = '0.1.0';

/**
 * What the workflow is started with, and what it makes of that (dsl-reference: Workflow Process; Input): the fields that are read, else all of
 * it under one key. The official schema takes no expression for the whole, and runtimes do not agree on what comes in where nothing is written.
 */
function handedOver(fields: readonly string[] | undefined): { readonly input?: Readonly<Record<string, string>>; readonly from?: string } {
  if (!fields) return { input: { data: '${ . }' }, from: '${ .data }' };
  return fields.length > 0 ? { input: Object.fromEntries(fields.map((each) => [each, `\${ .${each} }`])) } : {};
}

/** *Extract to sub-workflow "charge-card"*, with what the tasks need of `use`. */
export function extractTasks(site: Site): Refactoring[] {
  const { doc, model, tasks } = site;
  const { tree } = doc;
  const { namespace, name: around } = model.identity;
  const { runTask } = model.dialect;
  const stretch = site.newFiles.creates && namespace && around && canStandApart(tasks) ? stretchOf(tree, tasks) : undefined;
  const found = stretch && freePlace(site);
  if (!runTask || !stretch || !found) return [];
  const { name, uri } = found;
  const offer = { title: `Extract to sub-workflow "${name}"`, kind: 'refactor.extract', edits: [] } as const;

  const onward = pairOf(tasks.at(-1)!.body, 'then');
  const needs = needsOf(site, stretch).map((definition): Need => ({ definition, holding: definitionPairs(model, definition)?.[0] }));
  const refused =
    leadsThrough(tasks, onward?.value) ??
    notAtHand(needs) ??
    tieOf(
      site,
      stretch,
      needs.flatMap(({ holding }) => (holding ? textRange(tree, holding.pair) : [])),
      onward?.value,
    );
  if (refused !== undefined) return [{ ...offer, refused }];

  const identity = { namespace, name, version };
  const removed = onward ? removePair(tree, tasks.at(-1)!.body!, onward) : [];
  const { input, from } = handedOver(model.dialect.fieldsTaken?.(tasks[0]!.syntax));
  const text = newFileText(site, { identity, stretch, removed, needs, from });
  const first = tasks[0]!.name;
  const run = runTask(first, identity, input);
  const then = stringOf(onward?.value);
  const edit = inPlace(tree, tasks, stretch, then === undefined ? run : { [first]: { ...(run[first] as object), then } });
  return [{ ...offer, edits: [edit], creates: { uri, text } }];
}

/** Neighbours of a list that runs as it stands (branches run all at once), and not only what runs another workflow already. */
function canStandApart(tasks: readonly Task[]): boolean {
  const [first, ...others] = tasks;
  if (!first || !areElements(tasks) || (others.length > 0 && !isOrdered(first.list))) return false;
  if (others.length === 0 && first.facts.subWorkflows.length > 0) return false;
  // Where nothing but "then" is written, nothing would be left.
  if (tasks.at(-1)!.body?.pairs.every(({ key }) => key.text === 'then')) return false;
  let { list } = first;
  while (list.parent) ({ list } = list.parent);
  return list.role === 'workflow';
}

/** From the first sign of the tasks, or of the comments right above them, to the last; undefined where lines are shared. */
function stretchOf(tree: Tree, tasks: readonly Task[]): TextRange | undefined {
  const { list, index } = tasks[0]!;
  const { seq } = list;
  const last = tasks.at(-1)!.index;
  if (seq.flow) return { start: textRange(tree, seq.elements[index]!).start, end: textRange(tree, seq.elements[last]!).end };
  const source = sourceOfElements(tree, seq, index, last);
  const above = linesOfElement(tree, seq, seq.elements[index]!);
  return source && above && { start: above.start + source.column, end: behindRemarks(tree.text, source.end, source.column) };
}

/** Behind the comments below a task that stand deeper than its dash (at `column`), and so in it; `end` where there are none. */
function behindRemarks(text: string, end: number, column: number): number {
  let last = end;
  for (let at = end; at < text.length;) {
    const start = behindBreak(text, at);
    at = lineEnd(text, start);
    const line = text.slice(start, at);
    const sign = line.search(/\S/);
    if (sign >= 0 && (line[sign] !== '#' || sign <= column)) break;
    if (sign >= 0) last = at;
  }
  return last;
}

/** Where the new file stands, called as the first task, or as the one whose list is taken as a whole: in small letters and hyphens, and free here. */
function freePlace({ workspace, doc, model, tasks, newFiles }: Site): { readonly name: string; readonly uri: string } | undefined {
  const { list, name: first } = tasks[0]!;
  const isWhole = list.parent && tasks.length > 1 && tasks.length === list.tasks.length;
  const { namespace, name: around } = model.identity;
  const isTaken = (name: string): boolean => {
    const place = placeBeside(workspace, doc.uri, name);
    if (!place) return false;
    return name === around || place.isTaken || newFiles.isTaken(place.uri) || workflowsOf(workspace, { namespace, name }).length > 0;
  };
  const name = freeName(kebab(isWhole ? list.parent!.name : first) || `${around}-part`, { has: isTaken });
  const place = placeBeside(workspace, doc.uri, name);
  return place && { name, uri: place.uri };
}

/** Letters of other scripts have no place in the name of a workflow (formats/label.ts); '' where nothing is left. */
const kebab = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z\d]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
    .toLowerCase();

const notAtHand = (needs: readonly Need[]): string | undefined => {
  const found = needs.find(({ definition, holding }) => definition.kind !== 'secret' && !holding);
  return found && `"${found.definition.name}" does not stand where it could be copied from`;
};

/** The task that runs them, where they stood. */
function inPlace(tree: Tree, tasks: readonly Task[], { start, end }: TextRange, task: { [name: string]: Plain }): Edit {
  const style = styleOf(tree);
  const { text } = tree;
  if (!tasks[0]!.list.seq.flow) {
    const written = `- ${writeElement(task, style).replaceAll('\n', '\n  ')}`;
    return { start, end, newText: shifted(tree, written, columnOf(text, start)) };
  }
  if (style.format === 'yaml' || !/[\r\n]/.test(text.slice(start, end)))
    return { start, end, newText: writeFlow(task, { format: style.format, flow: true }) };
  const lead = /^[ \t]*/.exec(text.slice(lineStart(text, start)))![0];
  const written = JSON.stringify(task, null, style.space.repeat(style.unit));
  return { start, end, newText: written.replaceAll('\n', style.lineBreak + lead) };
}
