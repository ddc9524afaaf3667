/** What a construct is on each runtime, as one row of a table: rules, hovers and the manual are made from it, and no rule asks for a runtime. */
import type { Severity } from '../../../rules/finding.ts';
import type { RuleReport } from '../../../rules/rule.ts';
import type { MapNode } from '../../../syntax/node.ts';
import { type TargetId, targets } from '../../../targets.ts';
import type { Facts, FlowList, TaskList, TaskSyntax } from '../../model.ts';
import { factRule, listRule, taskRule, type WorkflowRule } from '../../rules/rule.ts';
import { followedRule } from '../followed.ts';
import { type PortabilityCode, portabilityLevels } from './levels.ts';

/** How a runtime takes a construct, where that is not what the specification says. */
export interface Reading {
  /** Goes on from "On Quarkus Flow ": `the output of "fork" comes in the order of completion`. */
  readonly does: string;
  /** How that is known: read in its source or its manual, or seen in a run. */
  readonly seen: 'source' | 'manual' | 'run';
  /** Absent: the construct's. */
  readonly level?: Severity;
  /** What to do there, where that is not what is portable. */
  readonly instead?: string;
  /** Absent: the construct's. */
  readonly keys?: readonly string[];
}

/** A construct that runtimes take in different ways. `Facts` is what its rule has to know of each of them beside the words. */
export interface Construct<Facts = unknown> {
  readonly code: PortabilityCode;
  /** What all runtimes take in the same way, as a thing to do: `Let branches export what is read later.` */
  readonly portable: string;
  /**
   * A runtime that is not here does what stands under `spec`, else what the specification says, or nobody has looked; one with nothing under
   * its name does not have the construct at all.
   */
  readonly readings: Readonly<Partial<Record<TargetId, Reading & Facts>>>;
  /** The ends of the paths of keys whose hover tells of it: `export.as`. */
  readonly keys?: readonly string[];
}

/** A place where it matters; `does` where a runtime does something in particular just there, `instead` where that is the way out. */
export type Place = Pick<RuleReport, 'at' | 'fixes' | 'severity'> & Partial<Pick<Reading, 'does' | 'instead'>>;

/** Where a construct stands, as far as a text tells that for sure; each looks no further than its argument. */
interface Finder<Known, Found> {
  /** The kinds of tasks that `task` is shown; absent: all. */
  readonly kinds?: readonly string[];
  task?(task: TaskSyntax, reading: Known): Iterable<Place>;
  /** A task and the one below it in its list. */
  followed?(task: TaskSyntax, next: TaskSyntax | undefined, reading: Known): Iterable<Place>;
  /** In a stretch of text, in a task as outside of all, by the facts of the kind that it `says`. */
  readonly says?: keyof Facts;
  stretch?(said: Facts, reading: Known, task?: TaskSyntax): Iterable<Place>;
  /** In what the workflow says outside of its tasks. */
  root?(root: MapNode, reading: Known): Iterable<Place>;
  /** By how the tasks of a list flow (`listRule`); nothing where a closer look shows that it does not matter. */
  readonly list?: {
    find(list: FlowList, reading: Known): Iterable<Found>;
    place(found: Found, list: TaskList, reading: Known): Place | undefined;
  };
}

/** A sentence about a construct on a runtime, or where the target is none, on all of them. */
export const said = (target: TargetId, does: string): string =>
  target === 'spec' ? `${does[0]!.toUpperCase()}${does.slice(1)}.` : `On ${targets[target].name} ${does}.`;

/** What a runtime does with a construct, and whose reading that is: its own, or the one of all. */
export function readingOf<Known>({ readings }: Construct<Known>, target: TargetId): readonly [TargetId, Reading & Known] | undefined {
  const whose = Object.hasOwn(readings, target) ? target : 'spec';
  const reading = readings[whose];
  return reading && [whose, reading];
}

/** The rule that tells where a construct is, on runtimes that take it in a way of their own. */
export function portabilityRule<Known, Found = never>(construct: Construct<Known>, finder: Finder<Reading & Known, Found>): WorkflowRule {
  const { code } = construct;
  const dialects = ['v1'] as const;
  return {
    code,
    level: portabilityLevels[code],
    dialects,
    check: () => [],
    forTarget(target) {
      const found = readingOf(construct, target);
      return found ? partsOf(construct, finder, ...found) : [];
    },
  };
}

function partsOf<Known, Found>(
  { code, portable }: Construct<Known>,
  { kinds, task, followed, says, stretch, root, list }: Finder<Reading & Known, Found>,
  target: TargetId,
  reading: Reading & Known,
): readonly WorkflowRule[] {
  const facts = { code, level: reading.level ?? portabilityLevels[code], dialects: ['v1'] } as const;
  const report = ({ does = reading.does, instead = reading.instead ?? portable, ...place }: Place): RuleReport => ({
    ...place,
    message: `${said(target, does)} ${instead}`,
  });
  const reports = (places: Iterable<Place>): RuleReport[] => [...places].map(report);
  const parts: WorkflowRule[] = [];
  if (task) parts.push(taskRule({ ...facts, kinds, check: (each) => reports(task(each, reading)) }));
  if (followed) parts.push(followedRule({ ...facts, check: (each, next) => reports(followed(each, next, reading)) }));
  if (says && stretch) parts.push(factRule({ ...facts, says, check: (each, around) => reports(stretch(each, reading, around)) }));
  if (root) parts.push({ ...facts, check: (model) => reports(root(model.root, reading)) });
  if (list)
    parts.push(
      listRule<Found>({
        ...facts,
        find: (each) => list.find(each, reading),
        report: (each, around) => {
          const place = list.place(each, around, reading);
          return place && report(place);
        },
      }),
    );
  return parts;
}
