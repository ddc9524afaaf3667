/** Variables that tasks bring into expressions: where each is named, and where it is used. The same name can stand for several, one inside another. */
import type { Doc, Part } from '../../doc.ts';
import { type JqVariable, variablesIn } from '../../formats/jq.ts';
import { type Located, pathAt } from '../../syntax/locate.ts';
import { type NodeRange, type Pair, pairOf, type ScalarNode, type Tree, valueOf } from '../../syntax/node.ts';
import { sliceOf, textRange } from '../../syntax/range.ts';
import { gatherer } from '../../workflow/gather.ts';
import type { Facts, WorkflowModel } from '../../workflow/model.ts';
import { type BroughtVariable, broughtVariables } from './brought.ts';

/** What brings a variable. */
interface Binding {
  /** The text that names it; where nothing does, the key of the mapping that brings it. */
  readonly at: NodeRange;
  readonly isNamed: boolean;
  /** That key. */
  readonly key: string;
  /** What the variable holds, and where. */
  readonly words: string;
}

export interface Variable extends Binding {
  readonly name: string;
  /** Its name in expressions, without the `$`, in the order of the text. */
  readonly uses: readonly NodeRange[];
}

/** The variable that is named or used at an absolute offset; undefined for those that the runtime provides, and elsewhere. */
export function variableAt(doc: Doc, part: Part, model: WorkflowModel, offset: number): Variable | undefined {
  const { tree } = doc;
  const located = pathAt(tree, offset, part.root);
  const node = located?.nodes.at(-1);
  if (!located || located.on !== 'value' || node?.kind !== 'scalar') return undefined;
  const used = sitesOf(model).has(node) ? useAt(tree, offset, located) : undefined;
  const name = used ? used.name : node.text;
  const binding = used ? used.binding : namedBy(node, located);
  if (!binding) return undefined;
  const uses = [...sitesOf(model)].flatMap((site) => usesOf(name, site, tree, part).filter((each) => each.binding?.at === binding.at));
  return { name, ...binding, uses: uses.map(({ at }) => at) };
}

/** Does the name stand for a variable that a task brings, at this use of another one? */
export const isBound = (name: string, tree: Tree, part: Part, use: NodeRange): boolean => {
  const located = pathAt(tree, textRange(tree, use).start, part.root);
  return located !== undefined && bindingOf(name, located) !== undefined;
};

/** Does an offset touch the name of a variable, or the sign in front of it? */
export const isAt = (tree: Tree, at: NodeRange, offset: number): boolean => {
  const { start, end } = textRange(tree, at);
  return start - 1 <= offset && offset <= end;
};

const mayUse = ({ expressions }: Facts): readonly ScalarNode[] => expressions.flatMap(({ at }) => (at.text.includes('$') ? at : []));
const inTasks = gatherer<ScalarNode>(({ facts }) => mayUse(facts));

/** The expressions of a workflow that use variables, each once. */
const sitesOf = (model: WorkflowModel): ReadonlySet<ScalarNode> => new Set([...mayUse(model.facts), ...inTasks(model)]);

interface Use extends JqVariable {
  readonly at: NodeRange;
}

/** The variables in an expression, without those that it names itself. */
const usesIn = (site: ScalarNode): readonly Use[] =>
  variablesIn(site.text).map((each) => ({ ...each, at: sliceOf(site, each.from, each.to) }));

/** A variable that an expression uses at an absolute offset, by its name and the `$` before it; `binding` is what brings it, if a task does. */
export interface UseAt {
  readonly name: string;
  readonly at: NodeRange;
  readonly binding?: Binding;
}

/** The one at the end of a path, which is in an expression; undefined where none is, and for those that the expression names itself. */
export function useAt(tree: Tree, offset: number, located: Located): UseAt | undefined {
  const site = located.nodes.at(-1);
  if (site?.kind !== 'scalar') return undefined;
  const used = usesIn(site).find(({ at }) => isAt(tree, at, offset));
  return used && { name: used.name, at: sliceOf(site, used.from - 1, used.to), binding: bindingOf(used.name, located) };
}

function usesOf(name: string, site: ScalarNode, tree: Tree, part: Part): readonly (Use & { readonly binding?: Binding })[] {
  const uses = site.text.includes(`$${name}`) ? usesIn(site).filter((use) => use.name === name) : [];
  const located = uses.length > 0 ? pathAt(tree, textRange(tree, site).start, part.root) : undefined;
  return located ? uses.map((use) => ({ ...use, binding: bindingOf(name, located) })) : [];
}

/** The innermost mapping around that brings a variable of this name. */
function bindingOf(name: string, around: Around): Binding | undefined {
  for (const binding of bindingsAround(around)) if (binding.name === name) return binding;
  return undefined;
}

type Around = Pick<Located, 'nodes' | 'path'>;

/** What the mappings around bring, the innermost first. */
export function* bindingsAround({ nodes, path }: Around): Generator<Binding & { readonly name: string }> {
  for (let depth = nodes.length - 1; depth >= 0; depth--)
    for (const brought of broughtVariables()) {
      if (!brought.inside.includes(String(path[depth]))) continue;
      const pair = pairOf(nodes[depth], brought.key);
      if (pair) yield bindingIn(brought, pair);
    }
}

function bindingIn({ named, usual, words }: BroughtVariable, { key, value }: Pair): Binding & { readonly name: string } {
  const own = valueOf(value, named);
  const isNamed = own?.kind === 'scalar' && own.text !== '';
  const binding = { key: key.text, words };
  return isNamed ? { ...binding, name: own.text, at: own, isNamed } : { ...binding, name: usual, at: key, isNamed: false };
}

/** The text itself, where it names a variable. */
function namedBy(node: ScalarNode, { path }: Located): Binding | undefined {
  const [key, named] = path.slice(-2);
  const brought = node.text === '' ? undefined : broughtVariables().find((each) => each.key === key && each.named === named);
  return brought && { at: node, isNamed: true, key: brought.key, words: brought.words };
}
