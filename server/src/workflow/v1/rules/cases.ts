/** The cases of a switch, for the rules about its default. */
import type { FlowSyntax, SwitchCase } from '../../model.ts';

interface HasFlows {
  readonly flows: readonly FlowSyntax[];
}

export const casesOf = ({ flows }: HasFlows): readonly SwitchCase[] => flows.flatMap(({ case: one }) => one ?? []);

/** Those without a condition: one at most is right. */
export const defaultsOf = (task: HasFlows): readonly SwitchCase[] => casesOf(task).filter(({ condition }) => !condition);
