/** What the rules about names of `use` share: one reports each mention of one kind that nothing defines. */
import type { Fix } from '../../../rules/finding.ts';
import type { NodeRange, Tree } from '../../../syntax/node.ts';
import type { SymbolKind, WorkflowModel } from '../../model.ts';
import { createComponent } from '../create.ts';
import type { WorkflowRule } from '../rule.ts';
import { changeTo, didYouMean, quoted } from '../rule.ts';

export type ComponentKind = Exclude<SymbolKind, 'task' | 'extension'>;

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
    *check(model: WorkflowModel) {
      const seen = new Set<NodeRange>();
      for (const mention of model.missing) {
        const { name, at } = mention;
        // What stands behind an alias is mentioned once for each use, but is one mistake.
        if (mention.kind !== kind || seen.has(at) || known.includes(name)) continue;
        seen.add(at);
        const defined = [...model.components[kind].keys()];
        const special = advice?.(name);
        const { hint, instead } = special ? { hint: '', instead: undefined } : didYouMean(name, [...defined, ...known]);
        const names = defined.length > 0 && !hint ? ` It has ${quoted(defined)}.` : '';
        const near = instead === undefined ? undefined : model.components[kind].get(instead);
        yield {
          at,
          about: { names: [name], definedIn: ['use', group] },
          message: special?.message ?? `"use.${group}" has no ${kind} "${name}".${hint || names}`,
          ...(near ? { related: [{ at: near.at, message: `"${near.name}" is defined here.` }] } : {}),
          fixes: (tree) => [
            ...(instead === undefined ? [] : [changeTo(tree, at, instead)]),
            ...(special ? [special.fix(tree, at)] : createComponent(tree, model, kind, name, instead === undefined)),
          ],
        };
      }
    },
  };
}
