/** What text must look like, each with the words for text that does not, and what was probably meant. */
import { quote } from './words.ts';
import { isExpression } from './shape.ts';

export interface Flaw {
  readonly message: string;
  /** What to write instead, when that is plain. */
  readonly instead?: string;
  /** The fix in words; by default: Change to what stands in `instead`. */
  readonly title?: string;
}

type Check = (text: string) => Flaw | undefined;

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

const semver: Check = (text) => {
  if (isVersion(text)) return undefined;
  const instead = asVersion(text);
  const message = /^v\d/i.test(text)
    ? `${quote(text)} is not a version. Leave out the "${text[0]}"${instead ? `, as in ${instead}` : ''}.`
    : /(^|\.)0\d/.test(text)
      ? `${quote(text)} is not a version: its numbers have no leading zeros${instead ? `, as in ${instead}` : ''}.`
      : `${quote(text)} is not a version. Use three numbers, as in ${instead ?? '1.0.0'}.`;
  return { message, ...(instead ? { instead } : {}) };
};

const label =
  (noun: string, allowed: string, words: string): Check =>
  (text) => {
    const shape = new RegExp(`^[A-Za-z0-9](?:[${allowed}]*[A-Za-z0-9])?$`);
    if (shape.test(text) && text.length <= 63) return undefined;
    if (shape.test(text)) return { message: `This ${noun} has ${text.length} characters. Use 63 at most.` };
    const instead = text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(new RegExp(`[^${allowed}]+`, 'g'), '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 63);
    const fix = shape.test(instead) ? instead : undefined;
    return {
      message: `${quote(text)} is not a ${noun}. Use ${words}${fix ? `, as in ${fix}` : ''}.`,
      ...(fix ? { instead: fix } : {}),
    };
  };

const expression: Check = (text) => {
  if (isExpression(text)) return undefined;
  const inside = text
    .trim()
    .replace(/^\$?\{+\s*/, '')
    .replace(/\s*\}+$/, '');
  const instead = `\${ ${inside} }`;
  return { message: `${quote(text)} is not an expression. Write it as ${quote(instead).slice(1, -1)}.`, instead };
};

const address: Check = (text) => {
  if (text !== '' && !/\s/.test(text)) return undefined;
  if (text.trim() === '') return { message: 'The address is empty.' };
  const instead = text.trim().replace(/\s/g, '%20');
  return { message: `${quote(text)} is not an address: it has a space in it.`, instead };
};

const absolute: Check = (text) =>
  address(text) ??
  (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(text)
    ? undefined
    : { message: `${quote(text)} is not a whole address. Start it with its scheme, as in https://.` });

const pointer: Check = (text) => {
  if (text === '' || /^(?:\/(?:[^~]|~[01])*)+$/.test(text)) return undefined;
  if (!text.startsWith('/')) {
    const instead = `/${text.replace(/^[#.]+\/?/, '').replace(/\./g, '/')}`;
    return { message: `${quote(text)} is not a JSON Pointer: it starts with "/", as in ${instead}.`, instead };
  }
  return { message: `${quote(text)} is not a JSON Pointer: write "~" as ~0.`, instead: text.replace(/~(?![01])/g, '~0') };
};

const time = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|z|[+-]\d{2}:\d{2})?$/;

const dateTime: Check = (text) => {
  const found = time.exec(text);
  if (!found) return { message: `${quote(text)} is not a time. Write it as 2026-11-23T15:00:00Z.` };
  if (!found[8])
    return { message: `The time has no offset. Add "Z" for UTC, as in ${text}Z.`, instead: `${text}Z`, title: 'Add "Z" (UTC)' };
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12) return { message: `Month ${found[2]} does not exist: months are 01–12.` };
  if (day < 1 || day > days) return { message: `Day ${found[3]} does not exist in ${found[1]}-${found[2]}, which has ${days} days.` };
  if (hour > 23 || minute > 59 || second > 60) return { message: `${quote(text)} is not a time of day.` };
  return undefined;
};

/**
 * By the name that `format` gives. Durations and cron expressions are not here: `time/duration` and `time/cron` read them for their
 * meaning, and one mistake gives one diagnostic.
 */
export const formats: Readonly<Record<string, Check>> = {
  semver,
  name: label('name', 'A-Za-z0-9-', 'letters, digits and hyphens'),
  host: label('host', 'A-Za-z0-9.-', 'letters, digits, hyphens and dots'),
  expression,
  uri: absolute,
  'uri-reference': address,
  'uri-template': address,
  'json-pointer': pointer,
  'date-time': dateTime,
};
