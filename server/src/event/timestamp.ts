import type { Flaw } from './flaw.ts';

const shape = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ]| +)(\d{1,2}):(\d{1,2})(?::(\d{1,2})([.,]\d*)?)?\s*([Zz]|[+-]\d{1,2}(?::?\d{2})?)?)?$/;
const example = '2026-11-23T15:00:00Z';

/** RFC 3339 §5.6 and §5.7: what is wrong with this text as a timestamp, or undefined. */
export function timestampFlaw(text: string): Flaw | undefined {
  const found = shape.exec(text);
  if (!found) return { message: `${quoted(text)} is not a time. Write date, time and offset, as in ${example}.` };
  const [, year, month, day, gap, hour, minute, second, fraction, offset] = found as unknown as (string | undefined)[];
  if (hour === undefined)
    return { message: `The time of day is missing. Write date, time and offset, as in ${year}-${month}-${day}T15:00:00Z.` };
  if ([month, day, hour, minute, second].some((part) => part?.length === 1))
    return { message: `Write months, days, hours, minutes and seconds with two digits, as in ${example}.` };

  const calendar = calendarFlaw(Number(year), Number(month), Number(day)) ?? clockFlaw(Number(hour), Number(minute), second, offset);
  if (calendar) return calendar;
  if (fraction && !/^\.\d+$/.test(fraction))
    return { message: 'A fraction of a second is a point and at least one digit, as in 15:00:00.5Z.' };

  const whole = `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${fraction ?? ''}`;
  const [zone, zoneFlaw] = offsetOf(offset);
  const better = whole + zone;
  if (gap !== 'T' && gap !== 't')
    return { message: `A "T" stands between date and time, as in ${better}.`, better, title: `Change to "${better}"` };
  if (second === undefined) return { message: `The time has no seconds. Write ${better}.`, better, title: 'Add the seconds' };
  if (offset === undefined) return { message: `The time has no offset. Add "Z" for UTC, as in ${better}.`, better, title: 'Add "Z" (UTC)' };
  if (zoneFlaw) return { message: zoneFlaw, ...(zone ? { better, title: `Change the offset to "${zone}"` } : {}) };
  if (/\s/.test(text)) return { message: `A time has no spaces. Write ${better}.`, better, title: `Change to "${better}"` };
  const upper = text.toUpperCase();
  if (text !== upper)
    return { message: `Write "T" and "Z" as capital letters, as in ${upper}.`, better: upper, title: `Change to "${upper}"`, mild: true };
  return undefined;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function calendarFlaw(year: number, month: number, day: number): Flaw | undefined {
  if (month < 1 || month > 12) return { message: `Month ${month} does not exist: months are 01–12.` };
  const days = new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate();
  if (day < 1 || day > days) return { message: `Day ${day} does not exist: ${months[month - 1]} ${year} has ${days} days.` };
  return undefined;
}

function clockFlaw(hour: number, minute: number, second: string | undefined, offset: string | undefined): Flaw | undefined {
  if (hour > 23) return { message: `Hour ${hour} does not exist: hours are 00–23.` };
  if (minute > 59) return { message: `Minute ${minute} does not exist: minutes are 00–59.` };
  const seconds = Number(second ?? 0);
  if (seconds > 60) return { message: `Second ${seconds} does not exist: seconds are 00–59.` };
  if (seconds === 60 && (hour * 60 + minute - shift(offset) + 1440) % 1440 !== 1439)
    return { message: 'Second 60 exists only as a leap second, at 23:59:60 UTC. Use 59 or the next minute.' };
  return undefined;
}

/** Minutes east of UTC. */
const shift = (offset: string | undefined): number => {
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset ?? '');
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) : 0;
};

/** The offset as it should stand, and what is wrong with it as it stands. */
function offsetOf(offset: string | undefined): [string, string?] {
  if (offset === undefined || /^z$/i.test(offset)) return [offset ?? 'Z'];
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  if (Number(hours) > 23 || Number(minutes ?? 0) > 59)
    return ['', `The offset ${offset} does not exist: offsets go from -23:59 to +23:59.`];
  const better = `${sign}${hours!.padStart(2, '0')}:${minutes ?? '00'}`;
  return better === offset ? [offset] : [better, `Write the offset with hours and minutes: ${better}.`];
}

const quoted = (text: string): string => `"${text.length > 40 ? text.slice(0, 39) + '…' : text}"`;
