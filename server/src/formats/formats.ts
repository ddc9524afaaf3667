/**
 * What text must look like, by the names that `format` has in schemas/*.yaml. Durations and cron expressions are not here: `time/` reads
 * them for their meaning, the rules `time/duration` and `time/cron` say what is wrong with them, and one mistake gives one finding.
 */
import { checkDsl } from './release.ts';
import { checkExpression } from './expression.ts';
import { checkJsonPointer } from './json-pointer.ts';
import { checkHost, checkName } from './label.ts';
import { checkSemver } from './semver.ts';
import { checkTimestamp } from './timestamp.ts';
import { checkUriTemplate } from './uri-template.ts';
import { checkUri, checkUriReference } from './uri.ts';
import type { Check } from './violation.ts';

/**
 * The checks by the word that `format` has in a schema. A check gives the first violation, its range in UTF-16 offsets of the text, or
 * undefined when all is well.
 */
export const formats: Readonly<Record<string, Check>> = {
  semver: checkSemver,
  dsl: checkDsl,
  name: checkName,
  host: checkHost,
  expression: checkExpression,
  uri: checkUri,
  'uri-reference': checkUriReference,
  'uri-template': checkUriTemplate,
  'json-pointer': checkJsonPointer,
  'date-time': checkTimestamp,
};
