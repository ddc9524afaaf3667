/** From rules to findings, and from findings to what a person is told: levels and suppressions. */
import type { Tree } from '../syntax/node.ts';
import type { Finding, Level } from './finding.ts';
import { groupOf } from './group.ts';
import { unlessMissing } from './missing-part.ts';
import type { Rule, RuleReport } from './rule.ts';
import { suppressions } from './suppress.ts';

/** Levels by code; a group stands for all its codes (`style/*`). */
export type Levels = Readonly<Record<string, Level>>;

/** So many findings are shown of a text: nobody reads more, and a text with more of them is broken in one place. */
export const mostShown = 1000;
/** No more is taken of one rule, so that a text that is wrong everywhere costs little more than one that is wrong often. */
export const mostOfRule = mostShown + 1;

/** The level of a rule: the one somebody asked for, else its own. */
export const levelOf = ({ code, level }: Pick<Rule<never>, 'code' | 'level'>, levels: Levels): Level => askedLevel(levels, code) ?? level;

/** The level somebody asked for, if anybody did. */
export const askedLevel = (levels: Levels, code: string): Level | undefined => levels[code] ?? levels[groupOf(code)];

/** What a rule reports, up to the most that is taken of one. */
function firstOf(reports: Iterable<RuleReport>): RuleReport[] {
  const first: RuleReport[] = [];
  for (const report of reports) if (first.push(report) === mostOfRule) break;
  return first;
}

/**
 * What these rules report about a subject, rule by rule, with the level that was asked for or else the rule's own. Rules that are off are
 * not run. Consequences are not left out yet (`resolveCascades`).
 */
export function runRules<Subject>(rules: readonly Rule<Subject>[], subject: Subject, levels: Levels = {}): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = levelOf(rule, levels);
    if (level === 'off') continue;
    for (const report of unlessMissing(() => firstOf(rule.check(subject))))
      findings.push({ ...report, severity: report.severity ?? level, code: rule.code });
  }
  return findings;
}

/**
 * What is published of the findings of a text, in text order: levels applied, suppressed ones left out. Of `data`, such as an event, the
 * text itself asks for nothing.
 */
export function publish(findings: readonly Finding[], tree: Tree, levels: Levels = {}, data = false): readonly Finding[] {
  const silencing = findings.length > 0 && !data ? suppressions(tree) : undefined;
  return findings.flatMap((finding) => {
    const level = askedLevel(levels, finding.code);
    if (level === 'off' || silencing?.(finding).length) return [];
    return [level && level !== finding.severity ? { ...finding, severity: level } : finding];
  });
}
