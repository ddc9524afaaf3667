import type { Finding, Level } from './finding.ts';

/** What a rule says about one place; code and severity are filled in by the runner. */
export type RuleReport = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Finding['severity'] };

/** One rule, one file: what it checks. What people read about it stands beside it as `RuleDocs`, which does not ship. */
export interface Rule<Subject> {
  readonly code: `${string}/${string}`;
  readonly level: Level;
  /** Pure and total. Positions are never computed: report a node, a key, a value or a slice of a text. */
  check(subject: Subject): Iterable<RuleReport>;
}

/** A text, or several, that a rule has something to say about. */
export interface BadExample<Text = string> {
  /** `«…»` marks each range that is reported. */
  readonly text: Text;
  /**
   * The whole text once the preferred fixes of all that is reported were applied; of several texts, those that are others then. Absent for
   * a rule that has no fix here.
   */
  readonly fixed?: Text;
}

/**
 * The manual of a rule: tests run its examples, docs/rules.md is made from it. Examples are whole texts (YAML for workflows, JSON for
 * events); a workflow that does not begin with `document:` is given one.
 */
export interface RuleDocs<Text = string> {
  readonly rule: Pick<Rule<never>, 'code' | 'level'>;
  /** Where the fact comes from, such as `dsl-reference: Flow Directive` or `core: REQUIRED Attributes`. */
  readonly clause: string;
  /** The language of the examples, where it is not that of the others in its manual. */
  readonly language?: 'http' | 'cesql';
  /** One sentence: why this matters. */
  readonly why: string;
  /** The runtime for which the workflows of the examples are written, where they do not say so themselves. */
  readonly target?: string;
  /** What runtimes make of it, by their ids, and how that is known. */
  readonly construct?: { readonly readings: Readonly<Record<string, { readonly does: string; readonly seen: string } | undefined>> };
  readonly good: readonly [Text, ...Text[]];
  readonly bad: readonly [BadExample<Text>, ...BadExample<Text>[]];
}
