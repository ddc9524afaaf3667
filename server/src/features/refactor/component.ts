/** Definitions moved to `use`, under a name, and back to where they are used. */
import { freeName } from '../../syntax/free-name.ts';
import { discriminatorsOf } from '../../schema/shape.ts';
import type { Schema } from '../../schema/schema.ts';
import { removePair, setValue, shifted, startsLine, takePairs } from '../../syntax/edit.ts';
import { hasAnchors, some } from '../../syntax/locate.ts';
import { type Edit, type MapNode, type Node, type Pair, pairOf, stringOf, type TextRange, type Tree, valueOf } from '../../syntax/node.ts';
import { textRange } from '../../syntax/range.ts';
import { styleOf } from '../../syntax/style.ts';
import { columnOf, lineEnd } from '../../syntax/text.ts';
import { writeFlow, writeValue } from '../../syntax/write.ts';
import type { ComponentKind, Definition, Task, WorkflowModel } from '../../workflow/model.ts';
import { referenceAt, referencesTo } from '../../workflow/query.ts';
import { componentEdits } from '../../workflow/rules/create.ts';
import { behindKey, deeper, inBraces } from './lines.ts';
import { type PairAt, pairsAround } from './place.ts';
import { joined, type Refactoring, type Site } from './refactoring.ts';

/** What is moved: behind a key in block style (lines below count from the key's column), and in braces where that can be. */
interface Moved {
  readonly block: string;
  readonly flow: string | undefined;
}

/** How a form of a value names a component: by a text, or by the one key of a mapping. */
function naming(form: Schema): { readonly kind: ComponentKind; readonly key?: string } | undefined {
  const { references, main } = form;
  if (references && references !== 'task' && references !== 'function') return { kind: references };
  const chosen = main === undefined ? undefined : discriminatorsOf(form).flatMap(({ keys }) => keys[main]?.properties?.[main] ?? [])[0];
  return chosen?.references && chosen.references !== 'task' ? { kind: chosen.references, key: main } : undefined;
}

/** *Move to use.retries as "checkRetry"*: the innermost definition around a place that could have a name. */
export function extract(site: Site): Refactoring[] {
  for (const at of pairsAround(site)) {
    const { value } = at.pair;
    const named = value?.kind === 'map' ? at.forms.flatMap((form) => naming(form) ?? [])[0] : undefined;
    if (!named || value?.kind !== 'map' || (named.key && pairOf(value, named.key)) || value.pairs.length === 0) continue;
    const holder = site.tasks[0]?.name ?? site.model.identity.name ?? '';
    return extracted(site, at, named.kind, joined(holder, named.kind), named.key);
  }
  return extractCall(site);
}

function extracted(site: Site, at: PairAt, kind: ComponentKind, wanted: string, key: string | undefined): Refactoring[] {
  const { tree } = site.doc;
  const { pair, map } = at;
  if (hasAnchors(pair.value)) return [];
  const name = freeName(wanted, { has: (each) => site.model.symbols.get(kind, each) !== undefined });
  const moved = movedFrom(tree, map, pair);
  const added = moved && defined(site, kind, name, moved);
  const left = replaceBehindKey(tree, at, {
    block: key ? writeValue({ [key]: name }, styleOf(tree), false) : ` ${name}`,
    flow: writeFlow(key ? { [key]: name } : name, { format: tree.format, flow: true }),
  });
  return added && left ? [moving(site.model, kind, name, [...added, left])] : [];
}

const moving = ({ dialect }: WorkflowModel, kind: ComponentKind, name: string, edits: readonly Edit[]): Refactoring => ({
  title: `Move to ${dialect.components[kind]!.path.join('.')} as "${name}"`,
  kind: 'refactor.extract',
  edits,
  named: name,
});

function movedFrom(tree: Tree, map: MapNode, pair: Pair): Moved | undefined {
  const flow = inBraces(tree, pair);
  const block = map.flow ? flow && ` ${flow}` : behindKey(tree, map, pair);
  return block === undefined ? undefined : { block, flow };
}

/** A word that stands for what is moved until its column is known. */
const placeholder = 'heddleMovesThis';

function defined({ doc: { tree }, model }: Site, kind: ComponentKind, name: string, { block, flow }: Moved): Edit[] | undefined {
  const edits = componentEdits(tree, model, kind, name, placeholder)?.map((edit): Edit | undefined => {
    const index = edit.newText.indexOf(placeholder);
    if (index < 0) return edit;
    const [before, behind] = [edit.newText.slice(0, index), edit.newText.slice(index + placeholder.length)];
    const line = before.slice(before.search(/[^\r\n]*$/));
    const isBlock = tree.format === 'yaml' && /^ *[^\s{[,]+: $/.test(line) && /^(?:[\r\n]|$)/.test(behind);
    if (!isBlock)
      return flow === undefined
        ? undefined
        : { ...edit, newText: edit.newText.replace(new RegExp(`(["']?)${placeholder}\\1`), () => flow) };
    const column = line === before ? columnOf(tree.text, edit.start) : /^ */.exec(line)![0].length;
    return { ...edit, newText: before.slice(0, -1) + shifted(tree, block, column) + behind };
  });
  return edits?.every((each) => each !== undefined) ? edits : undefined;
}

/** Another value behind the key of a pair, in the place of the old one and of what stands on its lines. */
function replaceBehindKey(tree: Tree, { pair, map }: Pick<PairAt, 'pair' | 'map'>, { block, flow }: Moved): Edit | undefined {
  if (map.flow) return flow === undefined || !pair.value ? undefined : { ...textRange(tree, pair.value), newText: flow };
  const { start, end } = linesOf(tree, pair);
  const key = textRange(tree, pair.key);
  if (!startsLine(tree.text, start)) return undefined;
  return { start, end, newText: `${tree.text.slice(key.start, key.end)}:${shifted(tree, block, columnOf(tree.text, start))}` };
}

/** From its key to the end of its last line. */
function linesOf(tree: Tree, pair: Pair): TextRange {
  const { start, end } = textRange(tree, pair);
  return { start, end: lineEnd(tree.text, start + tree.text.slice(start, end).trimEnd().length) };
}

/** A whole call that says nothing of the task's data can be a function. */
function extractCall(site: Site): Refactoring[] {
  const { doc, model, tasks } = site;
  const { tree } = doc;
  const [task] = tasks.length === 1 ? tasks : [];
  const known = model.dialect.components.function?.known ?? [];
  const pairs = task && wholeCall(task, known);
  if (!task?.body || !pairs) return [];
  const [call, given] = pairs;
  const name = freeName(task.name, { has: (each) => known.includes(each) || model.symbols.get('function', each) !== undefined });
  const blocks = takePairs(tree, task.body, pairs, false);
  const flows = takePairs(tree, task.body, pairs, true);
  const removed = task.body.flow ? removePair(tree, task.body, given) : takePairs(tree, task.body, [given], false)?.edits;
  if (!blocks || !removed) return [];
  const moved = { block: below(tree, blocks.sources), flow: flows && `{ ${flows.sources.join(', ')} }` };
  const added = defined(site, 'function', name, moved);
  const written = writeFlow(name, { format: tree.format, flow: true });
  return added ? [moving(model, 'function', name, [...added, ...setValue(tree, call, written), ...removed])] : [];
}

/** What a task calls, of what is known without a definition, and with what; undefined for a function, and where the arguments read data. */
function wholeCall({ body, list }: Task, known: readonly string[]): [call: Pair, given: Pair] | undefined {
  const call = pairOf(body, 'call');
  const given = pairOf(body, 'with');
  if (!call || !given?.value || list.role === 'function' || !known.includes(stringOf(call.value) ?? '')) return undefined;
  return hasAnchors(given.value) || readsData(given.value) ? undefined : [call, given];
}

const below = (tree: Tree, sources: readonly string[]): string => `\n${deeper(sources.join('\n'), styleOf(tree).unit)}`;

/** Expressions, and names in braces, read the input of the task: that of a function is another one. */
const readsData = (node: Node): boolean =>
  some(node, (each) => each.kind === 'scalar' && typeof each.value === 'string' && each.text.includes('{'));

/** *Inline "slow"*: the definition in the place of its name. It goes from `use` when nothing else names it. */
export function inline(site: Site): Refactoring[] {
  const { doc, model, stretch } = site;
  const { tree } = doc;
  const { target } = referenceAt(model, tree, stretch.start) ?? {};
  const found = target && definitionPairs(model, target);
  if (!found || hasAnchors(found[0]!.pair.value)) return [];
  const there = found[0]!;
  const [own, holder] = pairsAround(site);
  const replaced = target.kind === 'function' ? inlinedCall(site, there.pair) : own && inlined(tree, own, holder, there);
  if (!replaced) return [];
  const removed = referencesTo(model, target).length > 1 ? [] : withoutLast(tree, found);
  return [{ title: `Inline "${target.name}"`, kind: 'refactor.inline', edits: [...replaced, ...removed] }];
}

export type Holding = Pick<PairAt, 'pair' | 'map'>;

/** The pair that defines a component, and those around it up to the root's. */
export function definitionPairs({ dialect, root }: WorkflowModel, { kind, name }: Definition): Holding[] | undefined {
  const path = kind === 'task' ? undefined : dialect.components[kind]?.path;
  const found: Holding[] = [];
  let at: Node | undefined = root;
  for (const key of path ? [...path, name] : []) {
    const pair = pairOf(at, key);
    if (at?.kind !== 'map' || !pair || pair.value?.kind !== 'map') return undefined;
    found.unshift({ pair, map: at });
    at = pair.value;
  }
  return found.length > 0 ? found : undefined;
}

/** `retry: slow`, or `use: slow` in a mapping of its own. */
function inlined(tree: Tree, own: PairAt, holder: PairAt | undefined, { pair, map }: Holding): Edit[] | undefined {
  const isAlone =
    holder?.pair.value === own.map && own.map.pairs.length === 1 && holder.forms.some((form) => naming(form)?.key === own.pair.key.text);
  const moved = movedFrom(tree, map, pair);
  const edit = moved && replaceBehindKey(tree, isAlone ? holder : own, moved);
  return edit && [edit];
}

function inlinedCall({ doc: { tree }, tasks }: Site, { value }: Pair): Edit[] | undefined {
  const body = tasks[0]?.body;
  const call = pairOf(body, 'call');
  if (value?.kind !== 'map' || !body || !call || pairOf(body, 'with')) return undefined;
  if (!valueOf(value, 'call') || value.pairs.some(({ key }) => key.text !== 'call' && key.text !== 'with')) return undefined;
  const taken = takePairs(tree, value, value.pairs, body.flow);
  if (!taken) return undefined;
  const { start, end } = body.flow ? textRange(tree, call) : linesOf(tree, call);
  // A comment behind the name would not come along.
  if (!body.flow && end > textRange(tree, call).end) return undefined;
  return [{ start, end, newText: shifted(tree, taken.sources.join(body.flow ? ', ' : '\n'), body.flow ? 0 : columnOf(tree.text, start)) }];
}

/** Nothing is left of a group, and of what holds groups, in which nothing else stands. */
function withoutLast(tree: Tree, [first, ...around]: readonly Holding[]): readonly Edit[] {
  const outer = around.findLast((_, index) =>
    around.slice(0, index + 1).every(({ pair }) => pair.value?.kind === 'map' && pair.value.pairs.length === 1),
  );
  const { map, pair } = outer ?? first!;
  return map.flow ? removePair(tree, map, pair) : (takePairs(tree, map, [pair], false)?.edits ?? []);
}
