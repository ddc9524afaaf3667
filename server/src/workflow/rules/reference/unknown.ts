/** What the rules about names of `use` share: one reports each reference of one kind that nothing defines. */
import type { Fix } from '../../../rules/finding.ts';
import type { NodeRange, Tree } from '../../../syntax/node.ts';
import type { ComponentKind, WorkflowModel } from '../../model.ts';
import { createComponent } from '../create.ts';
import type { WorkflowRule } from '../rule.ts';
import { changeTo, didYouMean, quoted } from '../rule.ts';

interface Facts extends Pick<WorkflowRule, 'code'> {
  readonly kind: ComponentKind;
  /** The key in `use` under which such names stand. */
  readonly group: string;
  /** Added where nothing comes near: a sentence, or nothing. */
  readonly advice?: (name: string) => { readonly message: string; readonly fix: (tree: Tree, at: NodeRange) => Fix } | undefined;
  /** Names that may be used without being defined. */
  readonly known?: readonly string[];
}

/** A rule that reports names of a kind that `use` does not define. */
export function unknownComponent({ kind, group, advice, known = [], ...rule }: Facts): WorkflowRule {
  return {
    ...rule,
    level: 'error',
    dialects: ['v1'],
    *check(model: WorkflowModel) {
      const seen = new Set<NodeRange>();
      for (const reference of model.unresolved) {
        const { name, at } = reference;
        // What stands behind an alias is referred to once for each use, but is one mistake.
        if (reference.kind !== kind || seen.has(at) || known.includes(name)) continue;
        seen.add(at);
        const defined = model.symbols.all(kind).map((definition) => definition.name);
        const special = advice?.(name);
        const { hint, instead } = special ? { hint: '', instead: undefined } : didYouMean(name, [...defined, ...known]);
        const names = defined.length > 0 && !hint ? ` It has ${quoted(defined)}.` : '';
        const near = instead === undefined ? undefined : model.symbols.get(kind, instead);
        yield {
          at,
          about: { names: [name], definedIn: ['use', group] },
          message: special?.message ?? `"use.${group}" has no ${kind} "${name}".${hint || names}`,
          related: near && [{ at: near.at, message: `"${near.name}" is defined here.` }],
          fixes: (tree) => [
            ...(instead === undefined ? [] : [changeTo(tree, at, instead)]),
            ...(special ? [special.fix(tree, at)] : createComponent(tree, model, kind, name, instead === undefined)),
          ],
        };
      }
    },
  };
}
