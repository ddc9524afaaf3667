/** Releases of DSL 1.0: which there are, the one that a workflow declares, which of two is the later. */
import { checkSemver } from './semver.ts';
import type { Check } from './violation.ts';

/** The last release of DSL 1.0 that is known here; what comes later, or never came, is a warning. */
export const latestDsl = '1.0.3';

/** The year of both editions of 1.0.3, which are told apart by their month alone. */
const editionYear = 2026;

/** "1.0.3 July" taken apart: three numbers, and the edition where there are several of a release. */
const written = /^(\d+)\.(\d+)\.(\d+)(?:[-+][^ ]*)?(?: (\w+))?$/;

/** The release without its edition: "1.0.3 July" → "1.0.3". */
export const releaseOf = (text: string): string => text.split(' ', 1)[0]!;

/** For people: "1.0.3 (July 2026)". */
export const releaseWords = (text = '1.0.0'): string =>
  text.replace(written, (all, ...[, , , edition]) => (edition ? `${releaseOf(all)} (${edition} ${editionYear})` : all));

/** Does a release come after another one? An edition that is named comes after the one that is not. False where one is no release. */
export function isLater(one: string, other: string): boolean {
  const [a, b] = [written.exec(one), written.exec(other)];
  if (!a || !b) return false;
  const differs = [1, 2, 3].find((part) => a[part] !== b[part]);
  return differs === undefined ? a[4] !== undefined && b[4] === undefined : Number(a[differs]) > Number(b[differs]);
}

/** Does a workflow that declares this release know what came with another one? Unless it declares a later one, or none that is known. */
export const knows = (declared: string, since: string | undefined): boolean => since === undefined || !isLater(releaseOf(since), declared);

/**
 * dsl-reference: Document. Releases begin with 1.0.0; what came before is another language, known by other keys. Previews of a release
 * (`1.0.0-alpha5`) are taken for it; there were no others than these.
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
  const preview = /-([^+]*)/.exec(text)?.[1];
  if (preview !== undefined && !/^alpha[.\d]*$/.test(preview)) {
    const [release = text] = text.split(/[-+]/, 1);
    return { severity: 'warning', message: `There is no DSL ${text}. Write ${release}.`, replacement: release };
  }
  const isKnown = major === 1 && minor === 0 && patch! <= Number(latestDsl.split('.')[2]);
  return isKnown
    ? undefined
    : // A release that came later than this check is none to take back.
      {
        severity: 'warning',
        message: `There is no DSL ${text} that is known here: the latest is ${latestDsl}, and the text is checked as that.`,
      };
};
