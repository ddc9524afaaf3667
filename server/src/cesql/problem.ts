/** What is wrong with an expression, before anybody shows it. */
import type { Severity } from '../rules/finding.ts';
import type { TextRange } from '../syntax/node.ts';

/** Every code, with the level it has when nobody asks for another. Engines may add functions of their own, so an unknown one is no error. */
export const cesqlCodes = {
  'cesql/syntax': 'error',
  'cesql/integer': 'error',
  'cesql/attribute-name': 'error',
  'cesql/unknown-function': 'warning',
  'cesql/arguments': 'error',
  'cesql/precedence': 'warning',
  'cesql/type': 'hint',
} as const satisfies Record<string, Severity>;

export type CesqlCode = keyof typeof cesqlCodes;

/** One mistake, at UTF-16 offsets of the text. */
export interface Problem extends TextRange {
  readonly code: CesqlCode;
  readonly message: string;
  /** Where it is not the level of its code. */
  readonly severity?: Severity;
  /** What was plainly meant, in place of the stretch. */
  readonly replacement?: string;
}

export const severityOf = ({ code, severity }: Problem): Severity => severity ?? cesqlCodes[code];
