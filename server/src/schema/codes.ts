/** The codes of the schema check, each as loud as it is unless a setting says otherwise. */
import type { Severity } from '../rules/finding.ts';

const levels = {
  'syntax/nested-on-one-line': 'error',
  'document/duplicate-key': 'error',
  'document/newer-than-declared': 'warning',
  'schema/unknown-property': 'error',
  'schema/misplaced': 'error',
  'schema/missing-property': 'error',
  'schema/missing-value': 'error',
  'schema/type': 'error',
  'schema/enum': 'error',
  'schema/format': 'error',
  'schema/range': 'error',
  'schema/empty': 'error',
  'schema/two-kinds': 'error',
  'schema/no-kind': 'error',
  'schema/item-name': 'error',
  'schema/deprecated': 'hint',
  'schema/look-alike': 'hint',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof levels;
/** What each code of the schema weighs when nobody asks for another level. */
export const codes: Readonly<Record<Code, Severity>> = levels;
