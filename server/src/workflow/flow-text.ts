/** How tasks flow, as a text that is equal where that is the same: all that rules about lists look at, places left out. */
import { resolve, type Node } from '../syntax/node.ts';
import type { FlowSyntax, TaskSyntax } from './model.ts';
import { notes } from '../syntax/notes.ts';

/** Longer texts, and lists nested deeper than people write them, are told apart by the task that holds them: aliases can unfold to anything. */
const longest = 4000;
const deepest = 20;

const texts = notes<TaskSyntax, string>();
let numbered = 0;

/** The name of a task, its kind and flows, and the same of all tasks inside it. */
export function flowText(task: TaskSyntax, tasksOf: (element: Node) => readonly TaskSyntax[], depth = 0): string {
  const known = texts.get(task);
  if (known !== undefined) return known;
  let text = `${told(task.name)}${told(task.kind)}${task.mayPause} ${task.exported?.keeps}`;
  for (const flow of task.flows) text += flowWords(flow);
  text += inside(task, tasksOf, depth);
  texts.set(task, text);
  return text;
}

const flowWords = ({ kind, target, case: one }: FlowSyntax): string =>
  `,${kind} ${told(target?.to)}${target?.directive}${one ? `${told(one.name)}${one.condition !== undefined}` : ''}`;

/** With its length in front, so that no name is taken for what stands around it. */
const told = (name: string | undefined): string => (name === undefined ? '-' : `${name.length}:${name}`);

function inside({ lists }: TaskSyntax, tasksOf: (element: Node) => readonly TaskSyntax[], depth: number): string {
  let text = '';
  for (const { role, seq } of lists) {
    text += `(${role}`;
    for (const element of seq.elements) {
      if (depth >= deepest || text.length > longest) return `#${++numbered}`;
      for (const task of tasksOf(resolve(element) ?? element)) text += flowText(task, tasksOf, depth + 1);
    }
    text += ')';
  }
  return text;
}
