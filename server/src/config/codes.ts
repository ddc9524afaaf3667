/** The codes that settings and suppressions may name: those of every rule, and whole groups of them. */
import { cesqlCodes } from '../cesql/problem.ts';
import { eventLevels } from '../event/rules/levels.ts';
import type { Level } from '../rules/finding.ts';
import { groupOf } from '../rules/group.ts';
import { nearest } from '../rules/nearest.ts';
import { codes as schemaCodes } from '../schema/codes.ts';
import { problemNames, severityOf } from '../syntax/problems.ts';
import { workflowRules } from '../workflow/rules/index.ts';
import { portabilityLevels } from '../workflow/v1/portability/levels.ts';

/** Every code there is, with the level it has when nobody asks for another. */
export type Codes = ReadonlyMap<string, Level>;

/** What is said of settings and suppressions themselves. */
export const settingCodes = {
  'settings/unknown-code': 'warning',
  'settings/wrong': 'warning',
  'settings/unused-suppression': 'hint',
} as const satisfies Record<string, Level>;

/** The codes of what is looked for in a single document. Those of the workspace, a room that this one does not know, are added there. */
export const documentCodes: Codes = new Map<string, Level>([
  ...problemNames.map((name) => `syntax/${name}`).map((code): [string, Level] => [code, severityOf(code)]),
  ...Object.entries(schemaCodes),
  ...Object.entries(settingCodes),
  ...Object.entries(cesqlCodes),
  ...Object.entries(portabilityLevels),
  ...Object.entries(eventLevels),
  ...workflowRules.map(({ code, level }): [string, Level] => [code, level]),
]);

/** A group is meant by what is nearly a group; of a rule that is far from all others its group says nothing. */
const nearOf = (code: string, codes: Codes): string | undefined =>
  code.endsWith('*') ? nearest(code, new Set([...codes.keys()].map(groupOf))) : nearest(code, codes.keys());

/** What is wrong with a code that no rule has, in words, and what was meant; undefined when a rule or a group has it. */
export function unknownCode(code: string, codes: Codes): { readonly message: string; readonly meant: string | undefined } | undefined {
  if (codes.has(code)) return undefined;
  const known = new Set([...codes.keys(), ...[...codes.keys()].map(groupOf)]);
  if (known.has(code)) return undefined;
  const all = [...known];
  const meant = all.find((each) => each.startsWith(`${code}-`) || each.endsWith(`/${code}`)) ?? nearOf(code, codes);
  return { message: `There is no rule "${code}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`, meant };
}
