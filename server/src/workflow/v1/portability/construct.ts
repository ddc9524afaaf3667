/** What a construct is on each runtime, as one row of a table: rules, hovers and the manual are made from it, and no rule asks for a runtime. */
import type { RuleReport } from '../../../rules/rule.ts';
import type { Level, Severity } from '../../../rules/finding.ts';
import { type TargetId, targets } from '../../../targets.ts';
import type { TaskSyntax } from '../../model.ts';
import { taskRule, type WorkflowRule } from '../../rules/rule.ts';

/** How a runtime takes a construct, where that is not what the specification says. */
export interface Reading {
  /** Goes on from "On Quarkus Flow ": `the output of "fork" comes in the order of completion`. */
  readonly does: string;
  /** How that is known: read in its source or its manual, or seen in a run. */
  readonly seen: 'source' | 'manual' | 'run';
  /** Absent: the construct's. */
  readonly level?: Severity;
}

/** A construct that runtimes take in different ways. */
export interface Construct {
  readonly code: `portability/${string}`;
  readonly level: Level;
  /** What the specification says, one sentence; absent where it leaves that open. */
  readonly specification?: string;
  /** What all runtimes take in the same way, as a thing to do: `Let branches export what is read later.` */
  readonly portable: string;
  /** A runtime that is not here does what the specification says, or nobody has looked. */
  readonly readings: Readonly<Partial<Record<TargetId, Reading>>>;
  /** The keys of a task whose hover tells of it. */
  readonly keys?: readonly string[];
}

/** A place where it matters; a `reading` of its own where a runtime takes parts of a construct in different ways. */
export type Place = Pick<RuleReport, 'at' | 'fixes'> & { readonly does?: string };

/** A sentence about a construct on a runtime. */
export const said = (target: TargetId, does: string): string => `On ${targets[target].name} ${does}.`;

/** The rule that tells where a construct is, on runtimes that take it in a way of their own. While nobody says where it runs, nothing. */
export function portabilityRule(
  construct: Construct,
  { kinds, find }: { readonly kinds?: readonly string[]; find(task: TaskSyntax, target: TargetId): Iterable<Place> },
): WorkflowRule {
  const { code, level, portable, readings } = construct;
  const facts = { code, level, dialects: ['v1'] } as const;
  return {
    ...facts,
    check: () => [],
    forTarget(target) {
      const reading = readings[target];
      return (
        reading &&
        taskRule({
          ...facts,
          level: reading.level ?? level,
          kinds,
          check: (task) =>
            [...find(task, target)].map(({ does = reading.does, ...place }) => ({
              ...place,
              message: `${said(target, does)} ${portable}`,
            })),
        })
      );
    },
  };
}
