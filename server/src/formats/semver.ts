/** Versions by Semantic Versioning 2.0.0. */
import { quote } from './quote.ts';
import type { Check } from './violation.ts';

const number = '(?:0|[1-9]\\d*)';
const tail = '(?:-[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?';
const version = new RegExp(`^${number}\\.${number}\\.${number}${tail}$`);

const isVersion = (text: string): boolean => version.test(text) && !/-(?:[^+]*\.)?0\d+(?:[.+]|$)/.test(text);

/** Three numbers made of what is there: `1` → 1.0.0, `v1.02` → 1.2.0, `2026-07-01` → 2026.7.1. Undefined when there is no number to start from. */
export function asVersion(text: string): string | undefined {
  const found =
    /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? /^\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.\d+)*([-+][0-9A-Za-z.+-]+)?\s*$/i.exec(text);
  if (!found) return undefined;
  const fixed = [found[1], found[2], found[3]].map((part) => String(Number(part ?? 0))).join('.') + (found[4] ?? '');
  return isVersion(fixed) ? fixed : undefined;
}

/** semver §2, §9, §10. */
export const checkSemver: Check = (text) => {
  if (isVersion(text)) return undefined;
  const replacement = asVersion(text);
  const example = replacement ? `, as in ${replacement}` : '';
  if (/^v\d/i.test(text)) return { message: `${quote(text)} is not a version. Leave out the "${text[0]}"${example}.`, replacement };
  if (/(^|\.)0\d/.test(text))
    return { message: `${quote(text)} is not a version: its numbers have no leading zeros${example}.`, replacement };
  return { message: `${quote(text)} is not a version. Use three numbers, as in ${replacement ?? '1.0.0'}.`, replacement };
};
