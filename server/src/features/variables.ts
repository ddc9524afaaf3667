/** Variables that tasks bring into expressions: where each is named, and where it is used. The same name can stand for several, one inside another. */
import type { Doc, Part } from '../doc.ts';
import { jqCode } from '../formats/jq.ts';
import { type Located, pathAt } from '../syntax/locate.ts';
import { type NodeRange, type Pair, pairOf, type ScalarNode, type TextSlice, type Tree, valueOf } from '../syntax/node.ts';
import { sliceOf, textRange } from '../syntax/range.ts';
import type { WorkflowModel } from '../workflow/model.ts';
import { type BroughtVariable, broughtVariables } from './brought.ts';

/** What brings a variable. */
interface Binding {
  /** The text that names it; where nothing does, the key of the mapping that brings it. */
  readonly at: NodeRange;
  readonly isNamed: boolean;
  /** That key. */
  readonly key: string;
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
  const used = usesIn(node).find(({ at }) => isAt(tree, at, offset) && sitesOf(model).has(node));
  const name = used ? used.name : node.text;
  const binding = used ? bindingOf(name, located) : namedBy(node, located);
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

const sites = new WeakMap<WorkflowModel, ReadonlySet<ScalarNode>>();

/** The expressions of a workflow that use variables, each once. */
function sitesOf(model: WorkflowModel): ReadonlySet<ScalarNode> {
  const known = sites.get(model);
  if (known) return known;
  const all = [model.facts, ...model.tasks.map(({ facts }) => facts)].flatMap(({ expressions }) => expressions.map(({ at }) => at));
  const found = new Set(all.filter(({ text }) => text.includes('$')));
  sites.set(model, found);
  return found;
}

interface Use {
  readonly name: string;
  readonly at: NodeRange | TextSlice;
}

/** The variables in an expression, without those that it names itself. */
function usesIn(site: ScalarNode): readonly Use[] {
  const code = jqCode(site.text);
  const own = new Set([...code.matchAll(/\bas\b[^|]*?\$([A-Za-z_]\w*)/g)].map(([, name]) => name));
  return [...code.matchAll(/\$([A-Za-z_]\w*)/g)]
    .map(({ 1: name = '', index }) => ({ name, at: sliceOf(site, index + 1, index + 1 + name.length) }))
    .filter(({ name }) => !own.has(name));
}

function usesOf(name: string, site: ScalarNode, tree: Tree, part: Part): readonly (Use & { readonly binding?: Binding })[] {
  const uses = site.text.includes(`$${name}`) ? usesIn(site).filter((use) => use.name === name) : [];
  const located = uses.length > 0 ? pathAt(tree, textRange(tree, site).start, part.root) : undefined;
  return located ? uses.map((use) => ({ ...use, binding: bindingOf(name, located) })) : [];
}

/** The innermost mapping around that brings a variable of this name. */
function bindingOf(name: string, { nodes, path }: Located): Binding | undefined {
  for (let depth = nodes.length - 1; depth >= 0; depth--)
    for (const brought of broughtVariables()) {
      if (!brought.inside.includes(String(path[depth]))) continue;
      const pair = pairOf(nodes[depth], brought.key);
      const binding = pair && bindingIn(brought, pair);
      if (binding?.name === name) return binding;
    }
  return undefined;
}

function bindingIn({ named, usual }: BroughtVariable, { key, value }: Pair): Binding & { readonly name: string } {
  const own = valueOf(value, named);
  const isNamed = own?.kind === 'scalar' && own.text !== '';
  return isNamed ? { name: own.text, at: own, isNamed, key: key.text } : { name: usual, at: key, isNamed: false, key: key.text };
}

/** The text itself, where it names a variable. */
function namedBy(node: ScalarNode, { path }: Located): Binding | undefined {
  const [key, named] = path.slice(-2);
  const isNamed = node.text !== '' && broughtVariables().some((each) => each.key === key && each.named === named);
  return isNamed ? { at: node, isNamed, key: String(key) } : undefined;
}
