/** What is meant and not written, behind what is: times in words, the names of variables that nothing names, the type behind an event. */
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { type NodeRange, pairOf, type Pair, stringOf, type TextRange, valueOf } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { describeCron } from '../../time/describe-cron.ts';
import { carried, describeDuration, durationUnits, parseDuration } from '../../time/duration.ts';
import { at } from '../../workflow/describe.ts';
import type { ListRole, Task, TimeLiteral, UnresolvedReference, WorkflowModel } from '../../workflow/model.ts';
import { tasksWithin } from '../../workflow/query.ts';
import { modelOf } from '../../workflow/read.ts';
import { broughtVariables } from '../names/brought.ts';
import { stretchOf, touches } from '../stretch.ts';

interface Hint {
  /** It stands behind this. */
  readonly behind: NodeRange;
  readonly words: string;
}

/** The hints in a range, each once, in text order. Nothing is looked at but the tasks that the range touches. */
export function inlayHints(doc: Doc, range: Range): InlayHint[] {
  const stretch = stretchOf(doc, range);
  const hints = new Map<number, string>();
  for (const part of doc.parts) {
    const model = part.kind === 'workflow' && touches(doc.tree, part.root, stretch) ? modelOf(part) : undefined;
    for (const { behind, words } of model ? hintsOf(doc, model, stretch) : [])
      if (touches(doc.tree, behind, stretch)) hints.set(endOf(doc, behind), words);
  }
  return [...hints]
    .sort(([one], [other]) => one - other)
    .map(([offset, label]) => ({ position: doc.positionAt(offset), label, paddingLeft: true }));
}

/** A block text ends on the line below its last word. */
function endOf(doc: Doc, place: NodeRange): number {
  const { start, end } = textRange(doc.tree, place);
  return start + doc.text.slice(start, end).trimEnd().length;
}

function hintsOf(doc: Doc, model: WorkflowModel, stretch: TextRange): Hint[] {
  const tasks = tasksWithin(model, doc.tree, stretch);
  const facts = [model.facts, ...tasks.map((task) => task.facts)];
  return [
    ...facts.flatMap(({ times }) => times.flatMap(timeHint)),
    ...facts.flatMap(({ references }) => references.flatMap((each) => eventHint(model, each))),
    ...tasks.flatMap(variableHints),
  ];
}

function timeHint({ kind, at: behind }: TimeLiteral): Hint[] {
  const words = kind === 'cron' ? describeCron(behind.text) : durationWords(behind.text);
  return words ? [{ behind, words }] : [];
}

/** Nothing for less than a minute told in seconds, which anybody reads. */
function durationWords(text: string): string | undefined {
  const duration = parseDuration(text);
  if (!duration) return undefined;
  const isPlain = durationUnits.every((unit) => duration[unit] === undefined || unit === 'seconds') && (duration.seconds ?? 0) < 60;
  return isPlain ? undefined : describeDuration(carried(duration));
}

/** The type of the events that a name stands for, where the name is another. */
function eventHint({ symbols }: WorkflowModel, { kind, name, at: behind }: UnresolvedReference): Hint[] {
  const type = kind === 'event' ? stringOf(valueOf(symbols.get('event', name)?.node, 'type')) : undefined;
  return type && type !== name ? [{ behind, words: type }] : [];
}

/** What brings variables into a list: the way to the pair that does, from the body of the task. */
const bringers: Readonly<Partial<Record<ListRole, readonly string[]>>> = {
  for: ['for'],
  catch: ['catch'],
  foreach: ['foreach', 'with.subscription.foreach'],
};

/** How the first variable that a list is given is named, where nobody named it; a second one, the number of the round, is seldom read. */
function variableHints({ lists, body }: Task): Hint[] {
  return lists.flatMap(({ role }) => {
    const [bringer] = (bringers[role] ?? []).flatMap((path) => pairAt(body, path) ?? []);
    const variable = bringer && broughtVariables().find(({ key }) => key === bringer.key.text);
    if (!variable || pairOf(bringer.value, variable.named)) return [];
    return [{ behind: behindColon(bringer), words: `${variable.named}: ${variable.usual}` }];
  });
}

function pairAt(body: Task['body'], path: string): Pair | undefined {
  const keys = path.split('.');
  const holder = keys.length === 1 ? body : at(body, keys.slice(0, -1).join('.'));
  return pairOf(holder, keys.at(-1)!);
}

/** Up to the colon, which nearly always follows its key at once. */
const behindColon = ({ key }: Pair): NodeRange => ({ fragment: key.fragment, start: key.start, end: key.end + 1 });
