/** Points in time by RFC 3339. */
import { quote } from './quote.ts';
import type { Check, Violation } from './violation.ts';

/** Generous: what somebody may write who means a time. The checks below say what is amiss with it. */
const shape =
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:(?<gap>[Tt ]| +)(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?<fraction>[.,]\d*)?)?\s*(?<offset>[Zz]|[+-]\d{1,2}(?::?\d{2})?)?)?$/;
const example = '2026-11-23T15:00:00Z';

type Part = 'year' | 'month' | 'day' | 'gap' | 'hour' | 'minute' | 'second' | 'fraction' | 'offset';
type Parts = Readonly<Partial<Record<Part, string>>>;

/** RFC 3339 §5.6 and §5.7. Small letters T and Z are a warning: §5.6 says they SHOULD be capitals. */
export const checkTimestamp: Check = (text) => {
  const parts: Parts | undefined = shape.exec(text)?.groups;
  if (!parts) return { message: `${quote(text)} is not a time. Write date, time and offset, as in ${example}.` };
  for (const check of checks) {
    const found = check(parts, text);
    if (found) return found;
  }
  return undefined;
};

const checks: readonly ((parts: Parts, text: string) => Violation | undefined)[] = [
  ({ year, month, day, hour }) =>
    hour === undefined
      ? { message: `The time of day is missing. Write date, time and offset, as in ${year}-${month}-${day}T15:00:00Z.` }
      : undefined,
  ({ month, day, hour, minute, second }) =>
    [month, day, hour, minute, second].some((part) => part?.length === 1)
      ? { message: `Write months, days, hours, minutes and seconds with two digits, as in ${example}.` }
      : undefined,
  ({ year, month, day }) => checkCalendar(Number(year), Number(month), Number(day)),
  checkClock,
  ({ fraction }) =>
    fraction && !/^\.\d+$/.test(fraction)
      ? { message: 'A fraction of a second is a point and at least one digit, as in 15:00:00.5Z.' }
      : undefined,
  checkForm,
];

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function checkCalendar(year: number, month: number, day: number): Violation | undefined {
  if (month < 1 || month > 12) return { message: `Month ${month} does not exist: months are 01–12.` };
  const days = new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate();
  if (day < 1 || day > days) return { message: `Day ${day} does not exist: ${months[month - 1]} ${year} has ${days} days.` };
  return undefined;
}

function checkClock(parts: Parts): Violation | undefined {
  const [hour, minute, second] = [Number(parts.hour), Number(parts.minute), Number(parts.second ?? 0)];
  if (hour > 23) return { message: `Hour ${hour} does not exist: hours are 00–23.` };
  if (minute > 59) return { message: `Minute ${minute} does not exist: minutes are 00–59.` };
  if (second > 60) return { message: `Second ${second} does not exist: seconds are 00–59.` };
  if (second === 60 && (hour * 60 + minute - minutesEast(parts.offset) + 1440) % 1440 !== 1439)
    return { message: 'Second 60 exists only as a leap second, at 23:59:60 UTC. Use 59 or the next minute.' };
  return undefined;
}

const offsetShape = /^([+-])(\d{1,2}):?(\d{2})?$/;

function minutesEast(offset = ''): number {
  const [, sign, hours = 0, minutes = 0] = offsetShape.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The parts are right; what stands between them and behind them? */
function checkForm(parts: Parts, text: string): Violation | undefined {
  const { year, month, day, gap, hour, minute, second, fraction = '', offset } = parts;
  const { zone, message: offsetMessage } = readOffset(offset);
  if (!zone) return { message: offsetMessage! };
  const replacement = `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${fraction}${zone}`;
  if (gap !== 'T' && gap !== 't') return { message: `A "T" stands between date and time, as in ${replacement}.`, replacement };
  if (second === undefined) return { message: `The time has no seconds. Write ${replacement}.`, replacement, title: 'Add the seconds' };
  if (offset === undefined)
    return { message: `The time has no offset. Add "Z" for UTC, as in ${replacement}.`, replacement, title: 'Add "Z" (UTC)' };
  if (offsetMessage) return { message: offsetMessage, replacement, title: `Change the offset to "${zone}"` };
  if (/\s/.test(text)) return { message: `A time has no spaces. Write ${replacement}.`, replacement };
  const upper = text.toUpperCase();
  if (text === upper) return undefined;
  return { message: `Write "T" and "Z" as capital letters, as in ${upper}.`, replacement: upper, severity: 'warning' };
}

/** The offset as it should stand ('' where there is no such offset), and what is wrong with it as it stands. */
function readOffset(offset: string | undefined): { readonly zone: string; readonly message?: string } {
  if (offset === undefined || /^z$/i.test(offset)) return { zone: 'Z' };
  const [, sign = '', hours = '', minutes = '00'] = offsetShape.exec(offset) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59)
    return { zone: '', message: `The offset ${offset} does not exist: offsets go from -23:59 to +23:59.` };
  const zone = `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return zone === offset ? { zone } : { zone, message: `Write the offset with hours and minutes: ${zone}.` };
}
