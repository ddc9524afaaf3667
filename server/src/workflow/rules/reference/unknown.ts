/** What the rules about names of components share: one reports each reference of one kind that nothing defines. */
import type { Fix } from '../../../rules/finding.ts';
import { nearestOf } from '../../../rules/nearest.ts';
import type { NodeRange, Tree } from '../../../syntax/node.ts';
import { stringOf } from '../../../syntax/node.ts';
import type { ComponentKind, WorkflowModel } from '../../model.ts';
import { at as nodeAt } from '../../describe.ts';
import { createComponent } from '../create.ts';
import type { WorkflowRule } from '../rule.ts';
import { changeTo, didYouMean, quoted } from '../rule.ts';

/** Gives the reference the name of what it leads to. */
type Change = (tree: Tree, at: NodeRange, instead: string) => Fix;

interface Facts extends Pick<WorkflowRule, 'code'> {
  readonly kind: ComponentKind;
  /** Where another name is more than another word. */
  readonly change?: Change;
  /** What a word of another language stands for, if it is known. */
  readonly means?: (name: string) => string;
  /** Said instead, where a name is something else. */
  readonly advice?: (
    name: string,
    at: NodeRange,
  ) => { readonly message: string; readonly fix: (tree: Tree, at: NodeRange) => Fix } | undefined;
}

/** A rule that reports names of a kind that nothing defines, in the dialects that define such names. */
export function unknownComponent({ kind, advice, means = (name) => name, change = changeTo, ...rule }: Facts): WorkflowRule {
  return {
    ...rule,
    level: 'error',
    *check(model: WorkflowModel) {
      const { path = [], known = [] } = model.dialect.components[kind] ?? {};
      if (path.length === 0 || isElsewhere(model, path)) return;
      const defined = model.symbols.all(kind).map((definition) => definition.name);
      const meant = nearestOf([...defined, ...known]);
      const seen = new Set<NodeRange>();
      for (const reference of model.unresolved) {
        const { name, at } = reference;
        // What stands behind an alias is referred to once for each use, but is one mistake.
        if (reference.kind !== kind || seen.has(at) || known.includes(name)) continue;
        seen.add(at);
        const special = advice?.(name, at);
        const instead = special ? undefined : (meant(name) ?? known.find((each) => each === means(name)));
        const names = defined.length > 0 && instead === undefined ? ` It has ${quoted(defined)}.` : '';
        const near = instead === undefined ? undefined : model.symbols.get(kind, instead);
        yield {
          at,
          about: { names: [name], definedIn: path },
          message: special?.message ?? `"${path.join('.')}" has no ${kind} "${name}".${didYouMean(instead)}${names}`,
          ...(near ? { related: [{ at: near.at, message: `"${near.name}" is defined here.` }] } : {}),
          fixes: (tree) => [
            ...(instead === undefined ? [] : [change(tree, at, instead)]),
            ...(special ? [special.fix(tree, at)] : createComponent(tree, model, kind, name, instead === undefined)),
          ],
        };
      }
    },
  };
}

/** A text where they should stand is the address of the file that they are in. */
const isElsewhere = ({ root }: WorkflowModel, path: readonly string[]): boolean => stringOf(nodeAt(root, path.join('.'))) !== undefined;
