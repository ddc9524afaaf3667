/** From rules to findings: run them, give each its level, leave out what is silenced, sort. */
import type { Tree } from '../syntax/node.ts';
import { textRange } from '../syntax/node.ts';
import type { Finding, Level } from './finding.ts';
import type { Rule } from './rule.ts';
import { silencer } from './suppress.ts';

/** Levels by code; a group stands for all its codes (`style/*`). */
export type Levels = Readonly<Record<string, Level>>;

/** The level somebody asked for, if anybody did. */
export const askedLevel = (levels: Levels, code: string): Level | undefined =>
  levels[code] ?? levels[`${code.slice(0, code.indexOf('/'))}/*`];

/** What these rules say about a subject. Rules that are off are not run. */
export function runRules<Subject>(rules: readonly Rule<Subject>[], subject: Subject, levels: Levels = {}): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = askedLevel(levels, rule.code) ?? rule.level;
    if (level === 'off') continue;
    for (const report of rule.check(subject)) findings.push({ ...report, severity: report.severity ?? level, code: rule.code });
  }
  return findings;
}

/** A finding with where it stands in the whole text. */
interface Standing {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
}

export interface Settling {
  readonly levels?: Levels;
  /** By code of the one that speaks: the codes that stay silent at the same place. */
  readonly silences?: ReadonlyMap<string, readonly string[]>;
  /** Comments and metadata that silence; not for events. */
  readonly suppressions?: boolean;
}

/** What is left to say of all findings in a text, in text order: levels applied, silenced ones and doubles left out. */
export function settle(findings: readonly Finding[], tree: Tree, { levels = {}, silences, suppressions = true }: Settling = {}): Finding[] {
  if (findings.length === 0) return [];
  const standing: Standing[] = [];
  for (const finding of findings) {
    const level = askedLevel(levels, finding.code);
    if (level === 'off') continue;
    standing.push({
      finding: level && level !== finding.severity ? { ...finding, severity: level } : finding,
      ...textRange(tree, finding.at),
    });
  }
  standing.sort((a, b) => a.start - b.start || a.end - b.end);
  const silent = suppressions ? silencer(tree) : undefined;
  const kept: Standing[] = [];
  for (const one of withoutConsequences(standing, silences)) {
    if (silent?.(one.finding.code, one.start, one.end)) continue;
    kept.push(one);
  }
  return kept.map((one) => one.finding);
}

/** Findings about the form of the text: what a rule of meaning says about the same words is a consequence. */
const aboutForm = (code: string): boolean => code.startsWith('schema/') || code.startsWith('syntax/');

function withoutConsequences(sorted: readonly Standing[], silences: Settling['silences']): Standing[] {
  const kept: Standing[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]!.start === sorted[from]!.start && sorted[to]!.end === sorted[from]!.end) to++;
    kept.push(...atOnePlace(sorted.slice(from, to), silences));
    from = to;
  }
  return kept;
}

function atOnePlace(here: readonly Standing[], silences: Settling['silences']): readonly Standing[] {
  if (here.length === 1) return here;
  const codes = new Set<string>();
  const different = here.filter(({ finding }) => {
    const double = codes.has(`${finding.code} ${finding.message}`);
    codes.add(`${finding.code} ${finding.message}`);
    return !double;
  });
  const form = different.filter(({ finding }) => aboutForm(finding.code) && finding.severity === 'error');
  const speaking = form.length > 0 ? [form[0]!] : different;
  const silenced = new Set(speaking.flatMap(({ finding }) => silences?.get(finding.code) ?? []));
  return speaking.filter(({ finding }) => !silenced.has(finding.code));
}

/** Who silences whom, from the rules themselves. */
export const silencesOf = (rules: readonly Pick<Rule<never>, 'code' | 'silences'>[]): ReadonlyMap<string, readonly string[]> =>
  new Map(rules.flatMap((rule) => (rule.silences ? [[rule.code, rule.silences] as const] : [])));
