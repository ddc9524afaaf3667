/** When a cron expression comes next. Times are UTC, as the specification leaves the zone open. */
import type { Cron, CronField } from './cron.ts';
import { cronUnits, cronValues, parseCron } from './cron.ts';

const dayLength = 86_400_000;
/** 29 February on a given weekday can be this far away. */
const horizon = 41 * 366;

/** At most `n` moments after `from`, to the minute or second, in UTC; empty when the text cannot be read, or never comes. */
export function nextRuns(text: string, from: Date, n: number): Date[] {
  const { cron } = parseCron(text);
  if (!cron) return [];
  const comes = dayTest(cron);
  if (!comes) return [];
  const runs: Date[] = [];
  const first = Math.floor(from.getTime() / dayLength) * dayLength;
  for (let day = first; runs.length < n && day < first + horizon * dayLength; day += dayLength) {
    if (!comes(new Date(day))) continue;
    for (const time of timesOfDay(cron)) {
      const run = new Date(day + time);
      if (run > from) runs.push(run);
      if (runs.length === n) break;
    }
  }
  return runs;
}

/** Milliseconds since midnight, in order; made as far as somebody reads. */
function* timesOfDay(cron: Cron): Generator<number> {
  const [hours, minutes, seconds] = [valuesOf(cron.hour), valuesOf(cron.minute), cron.second ? valuesOf(cron.second) : [0]];
  for (const hour of hours) for (const minute of minutes) for (const second of seconds) yield ((hour * 60 + minute) * 60 + second) * 1000;
}

const valuesOf = (field: CronField | undefined): readonly number[] => (field ? cronValues(field) : []);

type DayTest = (day: Date) => boolean;

/**
 * Whether a day (its midnight) belongs to the schedule; undefined where a letter stands whose meaning differs between schedulers (`W`, or
 * letters mixed with values). Day and weekday are an "or" when both are restricted, as cron has always had it.
 */
function dayTest({ day, month, weekday, year }: Cron): DayTest | undefined {
  const dayFits = partTest(day, dayLetters, (date) => date.getUTCDate());
  const weekdayFits = partTest(weekday, weekdayLetters, (date) => date.getUTCDay());
  if (!dayFits || !weekdayFits) return undefined;
  const months = new Set(valuesOf(month));
  const years = year && !open(year) ? new Set(cronValues(year)) : undefined;
  const either = !open(day) && !open(weekday);
  return (date) =>
    months.has(date.getUTCMonth() + 1) &&
    (!years || years.has(date.getUTCFullYear())) &&
    (either ? dayFits(date) || weekdayFits(date) : dayFits(date) && weekdayFits(date));
}

/** `*` and `?` restrict nothing. */
const open = (field: CronField | undefined): boolean =>
  !field || field.special === '?' || field.ranges.some(({ star, step }) => star && step === 1);

function partTest(
  field: CronField | undefined,
  letters: (text: string) => DayTest | undefined,
  value: (date: Date) => number,
): DayTest | undefined {
  if (open(field) || !field) return () => true;
  if (field.special !== undefined) return letters(field.special.toUpperCase());
  const values = new Set(cronValues(field));
  return (date) => values.has(value(date));
}

const daysIn = (date: Date): number => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** `L`: the last day of the month. */
const dayLetters = (text: string): DayTest | undefined => (text === 'L' ? (date) => date.getUTCDate() === daysIn(date) : undefined);

/** `MON#2`: the second Monday; `FRI#L`, `5L`: the last Friday. */
function weekdayLetters(text: string): DayTest | undefined {
  const [, name, ordinal = 'L'] = /^(\d|[A-Z]{3})(?:#([1-5L])|L)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const weekday = /\d/.test(name) ? Number(name) % 7 : cronUnits.weekday.names!.indexOf(name);
  if (weekday < 0) return undefined;
  return (date) =>
    date.getUTCDay() === weekday &&
    (ordinal === 'L' ? date.getUTCDate() + 7 > daysIn(date) : Math.ceil(date.getUTCDate() / 7) === Number(ordinal));
}
