import type { Finding, Level } from './finding.ts';

/** What a rule says about one place; code and severity are filled in by the runner. */
export type Report = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Finding['severity'] };

/**
 * One rule, one file. Tests, docs/rules.md and the list of settings are made from these members.
 * Examples are whole texts (YAML for workflows, JSON for events); in a bad one, `«…»` marks each range that is reported.
 */
export interface Rule<Subject> {
  readonly code: `${string}/${string}`;
  readonly level: Level;
  /** Where the fact comes from, such as `dsl-reference: Flow Directive` or `core: REQUIRED Attributes`. */
  readonly clause: string;
  /** One sentence: why this matters. */
  readonly why: string;
  readonly good: readonly [string, ...string[]];
  readonly bad: readonly [string, ...string[]];
  /** Codes that stay silent where this one speaks about the same node. */
  readonly silences?: readonly string[];
  /** Pure and total. Positions are never computed: report a node, a key, a value or a slice. */
  check(subject: Subject): Iterable<Report>;
}
