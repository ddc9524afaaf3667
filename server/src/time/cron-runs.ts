/** When a cron expression comes next. The calendar is croner's; times are UTC, as the specification leaves the zone open. */
import { Cron as Calendar } from 'croner';
import type { Cron, CronField, CronUnit } from './cron.ts';
import { cronValues, parseCron } from './cron.ts';

/** At most `n` moments after `from`; empty when the text cannot be read, or never comes. */
export function nextRuns(text: string, from: Date, n: number): Date[] {
  const { cron } = parseCron(text);
  if (!cron) return [];
  try {
    return new Calendar(plain(cron), { paused: true, utcOffset: 0 }).nextRuns(n, from);
  } catch {
    // The calendar knows fewer special letters than other crons do.
    return [];
  }
}

/** The same schedule in the plainest form: numbers and commas, so that only the calendar's arithmetic is relied on. */
const plain = (cron: Cron): string =>
  (['second', 'minute', 'hour', 'day', 'month', 'weekday', 'year'] as const satisfies readonly CronUnit[])
    .flatMap((unit) => cron[unit] ?? [])
    .map(fieldText)
    .join(' ');

const fieldText = (field: CronField): string => {
  if (field.special !== undefined) return field.special === '?' ? '*' : field.text;
  return field.ranges.some(({ star, step }) => star && step === 1) ? '*' : cronValues(field).join(',');
};
