/** The release of the language that a workflow declares. */
import { checkSemver } from './semver.ts';
import type { Check } from './violation.ts';

/** The last release of DSL 1.0 that is known here; what comes later, or never came, is a warning. */
export const latestDsl = '1.0.3';

/**
 * dsl-reference: Document. Releases begin with 1.0.0; what came before is another language, known by other keys. Previews of a release
 * (`1.0.0-alpha5`) are taken for it.
 */
export const checkDsl: Check = (text) => {
  const older = /^v?(0\.\d+)(?:\.\d+)*(?:[-+].*)?$/.exec(text)?.[1];
  const violation = checkSemver(text);
  if (older)
    return {
      // As a version it is right.
      severity: violation ? undefined : 'warning',
      message: `DSL ${older} is written with "specVersion" and "states". What stands here begins with 1.0.0.`,
      replacement: latestDsl,
    };
  if (violation) return violation;
  const [major, minor, patch] = text.split(/[-+]/, 1)[0]!.split('.').map(Number);
  const isKnown = major === 1 && minor === 0 && patch! <= Number(latestDsl.split('.')[2]);
  return isKnown
    ? undefined
    : { severity: 'warning', message: `There is no DSL ${text}: the latest that is known here is ${latestDsl}.`, replacement: latestDsl };
};
