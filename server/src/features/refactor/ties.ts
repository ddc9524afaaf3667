/** What tasks read and need of the workflow around them, and what of that cannot go along into another file. */
import { variablesIn } from '../../formats/jq.ts';
import { quote } from '../../formats/quote.ts';
import { pathAt, walk } from '../../syntax/locate.ts';
import {
  type AliasNode,
  type NodeRange,
  resolve,
  type ScalarNode,
  stringOf,
  type TextRange,
  type TextSlice,
  valueOf,
} from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import type { Definition, Facts, Task } from '../../workflow/model.ts';
import { tasksWithin } from '../../workflow/query.ts';
import { readsEverySecret } from '../../workflow/secrets.ts';
import { providedVariables } from '../names/brought.ts';
import { bindingsAround } from '../names/variables.ts';
import type { Site } from './refactoring.ts';

/** Tasks with all that they hold. */
const tasksUnder = (tasks: readonly Task[]): readonly Task[] =>
  tasks.flatMap((task) => [task, ...task.lists.flatMap(({ tasks: inside }) => tasksUnder(inside))]);

type Place = Pick<Site, 'doc' | 'part' | 'model'>;

const isIn = ({ doc }: Place, at: NodeRange | TextSlice, { start, end }: TextRange): boolean => {
  const range = textRange(doc.tree, at);
  return start <= range.start && range.end <= end;
};

/** What of all that is said stands in a stretch. */
function saidIn<Kind extends 'references' | 'expressions' | 'mixedTexts'>(
  place: Place,
  kind: Kind,
  atOf: (fact: Facts[Kind][number]) => NodeRange | TextSlice,
  stretch: TextRange,
): readonly Facts[Kind][number][] {
  const { model, doc } = place;
  const all: readonly Facts[] = [model.facts, ...tasksWithin(model, doc.tree, stretch).map(({ facts }) => facts)];
  return all.flatMap((facts): Facts[Kind][number][] => facts[kind].filter((each) => isIn(place, atOf(each), stretch)));
}

/** Texts in a stretch that hold runtime expressions. */
const expressionsIn = (place: Place, stretch: TextRange): readonly ScalarNode[] => [
  ...saidIn(place, 'expressions', ({ at }) => at, stretch).map(({ at }) => at),
  ...saidIn(place, 'mixedTexts', (at) => at, stretch),
];

/** What a stretch needs of what the workflow defines by name, with what that needs itself, as it comes up. */
export function needsOf(place: Place, stretch: TextRange): readonly Definition[] {
  const { model, doc } = place;
  const found = new Set<Definition>();
  const visit = (within: TextRange): void => {
    const named = saidIn(place, 'references', ({ at }) => at, within).flatMap(({ kind, name }) =>
      kind === 'task' ? [] : (model.symbols.get(kind, name) ?? []),
    );
    const all = expressionsIn(place, within).some(({ text }) => readsEverySecret(text)) ? model.symbols.all('secret') : [];
    for (const each of [...named, ...all]) {
      if (found.has(each)) continue;
      found.add(each);
      if (each.node && each.kind !== 'secret') visit(textRange(doc.tree, each.node));
    }
  };
  visit(stretch);
  return [...found];
}

/** Variables that are others in another workflow, and what they would be there. */
const different: ReadonlyMap<string, string> = new Map([
  ['context', 'a sub-workflow has a context of its own'],
  ['workflow', 'in a sub-workflow that is another one'],
]);

/** What some runtimes have in the place of `$secrets`. */
const secrets: ReadonlySet<string> = new Set(['secret']);

/**
 * Why tasks in a stretch, with what they need and is `copied`, cannot stand in a workflow of their own: to stand behind "since". Undefined where they can.
 * `onward` is where the last of them leads by its `then`, which does not go along.
 */
export function tieOf(site: Site, stretch: TextRange, copied: readonly TextRange[], onward: NodeRange | undefined): string | undefined {
  const inside = tasksUnder(site.tasks);
  return (
    aliasAcross(site, stretch, copied) ??
    keptIn(inside) ??
    endIn(site.tasks, inside, onward) ??
    extensionOf(site, inside) ??
    [stretch, ...copied].map((range) => variableFromOutside(site, range)).find((each) => each !== undefined)
  );
}

const keptIn = (tasks: readonly Task[]): string | undefined => {
  const task = tasks.find(({ exported }) => exported);
  return task && `"${task.name}" keeps something in "$context", and ${different.get('context')}`;
};

/** Behind the last task of a workflow nothing is left to run, whoever says so. */
function endIn(tasks: readonly Task[], inside: readonly Task[], onward: NodeRange | undefined): string | undefined {
  const { list, index } = tasks.at(-1)!;
  if (list.role === 'workflow' && index === list.tasks.length - 1) return undefined;
  const task = inside.find(({ flows }) => flows.some(({ target }) => target?.directive === 'end' && target.at !== onward));
  return task && `"end" in "${task.name}" ends the whole workflow, and in a sub-workflow it would end only that`;
}

/** An extension works on the tasks of its own file; on tasks that run another workflow, too, which were none before. */
function extensionOf({ model }: Site, tasks: readonly Task[]): string | undefined {
  const kinds = new Set<string | undefined>(['all', 'run', ...tasks.map(({ kind }) => kind)]);
  if (tasks.some(({ lists }) => lists.length > 0)) kinds.add('composite');
  const found = model.symbols.all('extension').find(({ node }) => kinds.has(stringOf(valueOf(node, 'extend'))));
  return found && `the extension "${found.name}" works on tasks like these, and only in its own file`;
}

/** A variable that comes from a task around, or is another one elsewhere. */
function variableFromOutside(site: Site, stretch: TextRange): string | undefined {
  const { doc, part } = site;
  for (const text of expressionsIn(site, stretch))
    for (const { name } of variablesIn(text.text)) {
      const located = pathAt(doc.tree, textRange(doc.tree, text).start, part.root);
      const brought = located && [...bindingsAround(located)].find((each) => each.name === name);
      if (brought && isIn(site, brought.at, stretch)) continue;
      const variable = quote(`$${name}`);
      if (brought) return `${variable} comes from the "${brought.key}" around`;
      if (different.has(name)) return `${variable} is read, and ${different.get(name)}`;
      if (!Object.hasOwn(providedVariables(), name) && !secrets.has(name))
        return `${variable} is read, and nobody knows whether a sub-workflow has it`;
    }
  return undefined;
}

/** An alias and what it stands for have to be in the same file. */
function aliasAcross({ doc: { tree }, part }: Site, stretch: TextRange, copied: readonly TextRange[]): string | undefined {
  if (tree.format === 'json' || !tree.text.includes('&')) return undefined;
  const aliases: AliasNode[] = [];
  walk(part.root, (node) => void (node.kind === 'alias' && aliases.push(node)));
  const holds = ({ start, end }: TextRange, at: NodeRange | undefined): boolean => {
    const range = at && textRange(tree, at);
    return range !== undefined && start <= range.start && range.end <= end;
  };
  const found = aliases.find(
    (alias) =>
      holds(stretch, alias) !== holds(stretch, resolve(alias)) ||
      copied.some((range) => holds(range, alias) && !holds(range, resolve(alias))),
  );
  if (!found) return undefined;
  const { start, end } = textRange(tree, found);
  return `${quote(tree.text.slice(start, end))} and what it stands for would be in two files`;
}
