/** A task put around others, or taken away around a single one. */
import { freeName } from '../../syntax/free-name.ts';
import { insert, removePair, replaceText, shifted, applyEdits } from '../../syntax/edit.ts';
import { type Edit, type MapNode, pairOf, resolve, type Tree, valueOf } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { styleOf } from '../../syntax/style.ts';
import { columnOf, lineStart } from '../../syntax/text.ts';
import { writeFlow, writePair, writeText } from '../../syntax/write.ts';
import type { Container, Task, TaskList } from '../../workflow/model.ts';
import { areElements, leadsThrough } from './leads.ts';
import { deeper, sourceOfElements } from './lines.ts';
import { joined, type Refactoring, type Site } from './refactoring.ts';

/** *Wrap "check" in try*, one for each task that can stand around others. */
export function wrap(site: Site): Refactoring[] {
  const { tasks, model } = site;
  const [first] = tasks;
  if (!first || first.list.role === 'function' || !areElements(tasks)) return [];
  return model.dialect.containers.flatMap((container): Refactoring[] => {
    const done = wrapped(site, container);
    const what = tasks.length > 1 ? `${tasks.length} tasks` : `"${first.name}"`;
    return done ? [{ title: `Wrap ${what} in ${container.kind}`, kind: 'refactor.rewrite', ...done }] : [];
  });
}

/** Inside of another list, `exit` would lead elsewhere. Where a single task goes on, its container does in its place. */
function wrapped({ doc, tasks, model }: Site, container: Container): Pick<Refactoring, 'edits' | 'named'> | undefined {
  const { tree } = doc;
  const last = tasks.at(-1)!;
  const onward = pairOf(last.body, 'then');
  if (leadsThrough(tasks, onward?.value) !== undefined) return undefined;
  const { list, name } = tasks[0]!;
  const wrapper = freeName(joined(container.kind, tasks.length > 1 ? 'all' : name), list.names);
  const moved = onward && last.body && last.body.pairs.length > 1 ? removePair(tree, last.body, onward) : [];
  if (onward && moved.length === 0) return undefined;
  const then = onward && tree.text.slice(textRange(tree, onward).start, textRange(tree, onward).end);
  const stub = container.several && tasks.length === 1 ? freeName('branch', new Set([name])) : undefined;
  const parts: Parts = { container, name: wrapper, then, stub: stub === undefined ? undefined : model.dialect.taskStub(stub) };
  const seq = list.seq;
  const edit = seq.flow ? inFlow(tree, tasks, moved, parts) : inBlock(tree, tasks, moved, parts);
  return edit && { edits: [edit, ...renamed(tree, list, tasks, wrapper)], named: wrapper };
}

interface Parts {
  readonly container: Container;
  /** Of the task around. */
  readonly name: string;
  /** Where control goes on from it, a pair as written. */
  readonly then: string | undefined;
  /** One more task for its list. */
  readonly stub: ReturnType<Site['model']['dialect']['taskStub']> | undefined;
}

function inBlock(tree: Tree, tasks: readonly Task[], moved: readonly Edit[], { container, name, then, stub }: Parts): Edit | undefined {
  const { seq } = tasks[0]!.list;
  const source = sourceOfElements(tree, seq, tasks[0]!.index, tasks.at(-1)!.index);
  if (!source || (then && /[\r\n]/.test(then))) return undefined;
  const style = styleOf(tree);
  const { unit, listsIndented } = style;
  const shift = moved.map((each) => ({ ...each, start: each.start - source.start, end: each.end - source.start }));
  const written = applyEdits(tree.text.slice(source.start, source.end), shift).replace(/[\r\n]+$/, '');
  const inside = shifted(tree, written, -source.column)
    .split(/\r\n?|\n/)
    .join('\n');
  const tasksInside = [inside, ...(stub === undefined ? [] : [`- ${deeper(writeBlock(stub, style), 2).trimStart()}`])].join('\n');
  const opened = container.path.reduceRight(
    (text, key, depth) => `${key}:\n${deeper(text, depth === container.path.length - 1 && !listsIndented ? 0 : unit)}`,
    tasksInside,
  );
  const body = [...pairsOf(container.before, style), opened, ...pairsOf(container.after, style), ...(then ? [then] : [])].join('\n');
  const whole = `- ${writeText(name, { format: 'yaml', flow: true })}:\n${deeper(body, 2 + unit)}`;
  return { start: source.start, end: source.end, newText: shifted(tree, whole, source.column) };
}

const writeBlock = (value: Parts['stub'], style: ReturnType<typeof styleOf>): string =>
  Object.entries(value as object)
    .map(([key, each]) => writePair(key, each as NonNullable<Parts['stub']>, style))
    .join('\n');

const pairsOf = (pairs: Container['before'], style: ReturnType<typeof styleOf>): string[] =>
  Object.entries(pairs ?? {}).map(([key, value]) => writePair(key, value, style));

/** In brackets: on lines of their own where the tasks are. */
function inFlow(tree: Tree, tasks: readonly Task[], moved: readonly Edit[], { container, name, then, stub }: Parts): Edit | undefined {
  const { elements } = tasks[0]!.list.seq;
  const start = textRange(tree, elements[tasks[0]!.index]!).start;
  const { end } = textRange(tree, elements[tasks.at(-1)!.index]!);
  const shift = moved.map((each) => ({ ...each, start: each.start - start, end: each.end - start }));
  const inside = applyEdits(tree.text.slice(start, end), shift);
  const style = styleOf(tree);
  const writing = { format: style.format, flow: true };
  const key = (text: string): string => `${writeText(text, writing)}: `;
  const several = /[\r\n]/.test(inside);
  const step = several ? style.space.repeat(style.unit) : '';
  const lead = several ? /^[ \t]*/.exec(tree.text.slice(lineStart(tree.text, start)))![0] : '';
  if (several && tree.text.slice(lineStart(tree.text, start), start).trim() !== '') return undefined;
  /** Members in brackets, `depth` levels deep. */
  const around = (open: string, members: readonly string[], close: string, depth: number): string => {
    if (!several) return `${open}${open === '{' ? ' ' : ''}${members.join(', ')}${open === '{' ? ' ' : ''}${close}`;
    const gap = style.lineBreak + lead + step.repeat(depth + 1);
    return `${open}${gap}${members.join(`,${gap}`)}${style.lineBreak}${lead}${step.repeat(depth)}${close}`;
  };
  const depth = 2 + container.path.length;
  const lines = several ? inside.replace(/(\r\n?|\n)(?=[^\r\n])/g, `$1${step.repeat(depth)}`) : inside;
  const members = [lines, ...(stub === undefined ? [] : [writeFlow(stub, writing)])];
  const written = (pairs: Container['before']): string[] =>
    Object.entries(pairs ?? {}).map(([each, value]) => key(each) + writeFlow(value, writing));
  const list = container.path.reduceRight(
    (text, each, level) => `${key(each)}${level === container.path.length - 1 ? text : around('{', [text], '}', 2 + level)}`,
    around('[', members, ']', depth - 1),
  );
  const body = around('{', [...written(container.before), list, ...written(container.after), ...(then ? [then] : [])], '}', 1);
  return { start, end, newText: around('{', [key(name) + body], '}', 0) };
}

/** What led to the first of the tasks leads to what stands around them now. */
function renamed(tree: Tree, { tasks, start }: TaskList, inside: readonly Task[], name: string): Edit[] {
  const first = inside[0]!;
  const flows = tasks.filter((task) => !inside.includes(task)).flatMap(({ flows: each }) => each.flatMap(({ target }) => target ?? []));
  return [...flows, ...(start ? [start] : [])]
    .filter(({ to, directive }) => !directive && to === first.name)
    .map(({ at }) => replaceText(tree, at, name));
}

/** *Unwrap "tryCheck"*: the only task of a container in its place. */
export function unwrap({ doc: { tree }, tasks, model: { dialect } }: Site): Refactoring[] {
  const candidates = tasks.length === 1 ? [tasks[0]!, ...(tasks[0]!.list.parent ? [tasks[0]!.list.parent] : [])] : [];
  return candidates.flatMap((task): Refactoring[] => {
    const edits = areElements([task]) ? unwrapped(tree, task, dialect.containers) : undefined;
    return edits ? [{ title: `Unwrap "${task.name}"${dropped(task, dialect.containers)}`, kind: 'refactor.rewrite', edits }] : [];
  });
}

/** What a person wrote around the task, and would miss: the errors that are caught. That a loop is no loop any more is what is asked for. */
function dropped({ body, kind }: Task, containers: readonly Container[]): string {
  const { after = {} } = containers.find((each) => each.kind === kind) ?? {};
  const lost = Object.keys(after).filter((key) => {
    const value = resolve(valueOf(body, key));
    return value?.kind === 'map' && value.pairs.length > 0;
  });
  return lost.map((key) => ` and drop its "${key}"`).join('');
}

function unwrapped(tree: Tree, task: Task, containers: readonly Container[]): Edit[] | undefined {
  const { list, body } = task;
  const inner = onlyTask(task, containers);
  if (!inner || (inner.name !== task.name && list.names.has(inner.name))) return undefined;
  if (inner.flows.some(({ target }) => target?.directive === 'exit')) return undefined;
  const onward = pairOf(body, 'then');
  const then = onward && tree.text.slice(textRange(tree, onward).start, textRange(tree, onward).end);
  if (then && (pairOf(inner.body, 'then') || !inner.body || /[\r\n]/.test(then))) return undefined;
  const edit = list.seq.flow ? outOfFlow(tree, task, inner, then) : outOfBlock(tree, task, inner, then);
  return edit && [edit, ...renamed(tree, list, [task], inner.name)];
}

/** The task in a container that holds nothing else, and says nothing but what makes it one. */
function onlyTask({ lists, kind, body }: Task, containers: readonly Container[]): Task | undefined {
  const container = containers.find((each) => each.kind === kind);
  const [inner] = lists.length === 1 && lists[0]!.tasks.length === 1 ? lists[0]!.tasks : [];
  return container && body && inner && areElements([inner]) && saysNoMore(body, container) ? inner : undefined;
}

/** Besides its list it says only what it was put around for, which goes with it, and where control goes on. */
function saysNoMore(body: MapNode, { path: [list, ...below], before, after }: Container): boolean {
  const keys = new Set([list, ...Object.keys({ ...before, ...after }), 'then']);
  return body.pairs.every(({ key, value }) => {
    // More than one list, or more than where it stands, is more than a container.
    const inside = resolve(value);
    const isAlone = key.text !== list || below.length === 0 || (inside?.kind === 'map' && inside.pairs.length === 1);
    return keys.has(key.text) && isAlone;
  });
}

function outOfBlock(tree: Tree, task: Task, inner: Task, then: string | undefined): Edit | undefined {
  const source = sourceOfElements(tree, task.list.seq, task.index, task.index);
  if (!source) return undefined;
  const kept = sourceOfElements(tree, inner.list.seq, inner.index, inner.index);
  if (!kept) return undefined;
  if (inner.body?.flow && then) return undefined;
  const first = inner.body ? textRange(tree, inner.body).start : 0;
  const more = then ? `\n${' '.repeat(Math.max(columnOf(tree.text, first) - kept.column, 2))}${then}` : '';
  return { start: source.start, end: source.end, newText: shifted(tree, kept.text + more, source.column) };
}

function outOfFlow(tree: Tree, task: Task, inner: Task, then: string | undefined): Edit | undefined {
  const { start, end } = textRange(tree, task.list.seq.elements[task.index]!);
  const kept = textRange(tree, inner.list.seq.elements[inner.index]!);
  const last = then && inner.body?.pairs.at(-1);
  if (then && !last) return undefined;
  const more = last ? [insert(textRange(tree, last).end - kept.start, `, ${then}`)] : [];
  const lead = (at: number): string => /^[ \t]*/.exec(tree.text.slice(lineStart(tree.text, at)))![0];
  const [from, to] = [lead(kept.start), lead(start)];
  const text = applyEdits(tree.text.slice(kept.start, kept.end), more);
  return { start, end, newText: text.replaceAll(new RegExp(`(\\r\\n?|\\n)${from}`, 'g'), `$1${to}`) };
}
