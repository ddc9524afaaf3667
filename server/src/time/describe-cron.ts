/** A cron expression in words: "at 09:00, Monday to Friday". */
import { and } from '../formats/sentence.ts';
import type { Cron, CronField, CronUnit } from './cron.ts';
import { cronUnits, cronValues, monthNames, parseCron, twoDigits, weekdayNames } from './cron.ts';

/** When a cron expression comes, in words ("at 09:00, Monday to Friday"); undefined when the text cannot be read. */
export function describeCron(text: string): string | undefined {
  const { cron } = parseCron(text);
  if (!cron) return undefined;
  const days = describeDays(cron);
  const time = describeTime(cron);
  const daily = time.startsWith('at ') && !time.includes(' of every ');
  return [time, ...(days.length > 0 ? days : daily ? ['every day'] : [])].join(', ');
}

const isEvery = (field: CronField | undefined): boolean =>
  !field || field.special === '?' || field.ranges.some(({ star, step }) => star && step === 1);

/** The step of a field that is nothing but a star and a step. */
const stepOf = (field: CronField | undefined): number | undefined => {
  const [range] = field?.ranges ?? [];
  return field?.ranges.length === 1 && range!.star && range!.step > 1 ? range!.step : undefined;
};

/** A field that is one unbroken range. */
const spanOf = (field: CronField): { from: number; to: number } | undefined => {
  const [range] = field.ranges;
  return field.ranges.length === 1 && !range!.star && range!.step === 1 && range!.to > range!.from ? range : undefined;
};

function describeTime({ second, minute, hour }: Cron): string {
  if (!minute || !hour) return '';
  const seconds = second ? describeSeconds(second) : undefined;
  const minutes = cronValues(minute);
  const hours = cronValues(hour);
  const plain = !isEvery(minute) && !isEvery(hour) && stepOf(minute) === undefined && stepOf(hour) === undefined;
  if (plain && minutes.length * hours.length <= 4 && !spanOf(hour)) {
    const exact = second && cronValues(second).length === 1 ? cronValues(second)[0]! : 0;
    const times = hours.flatMap((h) => minutes.map((m) => `${twoDigits(h)}:${twoDigits(m)}${exact ? `:${twoDigits(exact)}` : ''}`));
    return `${seconds && !exact ? `${seconds}, ` : ''}at ${and(times)}`;
  }
  const last = twoDigits(minutes.at(-1) ?? 0);
  const inHours = isEvery(hour) ? '' : describeHours(hour, last);
  const often = describeMinutes(minute, hour);
  const minutesToo = seconds?.startsWith('every ') && often === 'every minute' ? inHours : `${often}${inHours && ` ${inHours}`}`;
  return [seconds, minutesToo].filter(Boolean).join(', ');
}

function describeMinutes(minute: CronField, hour: CronField): string {
  const minutes = cronValues(minute);
  const step = stepOf(minute);
  if (isEvery(minute)) return 'every minute';
  if (step !== undefined) return `every ${step} minutes`;
  const [range] = minute.ranges;
  if (minute.ranges.length === 1 && range!.step > 1) {
    const to = range!.to === 59 ? '' : ` to ${range!.to}`;
    return `every ${range!.step} minutes from minute ${range!.from}${to}`;
  }
  const hours = stepOf(hour);
  const each = hours === undefined ? 'every hour' : `every ${hours} hours`;
  if (minutes.length === 1 && minutes[0] === 0) return each;
  const span = spanOf(minute);
  const words = span ? `minute ${span.from} to ${span.to}` : `minute ${and(minutes.map(String))}`;
  return `at ${words} of ${each}`;
}

function describeHours(hour: CronField, lastMinute: string): string {
  if (stepOf(hour) !== undefined) return '';
  const span = spanOf(hour);
  if (span) return `from ${twoDigits(span.from)}:00 to ${twoDigits(span.to)}:${lastMinute}`;
  return `in the hours ${and(cronValues(hour).map(twoDigits))}`;
}

function describeSeconds(second: CronField): string | undefined {
  const values = cronValues(second);
  if (isEvery(second)) return 'every second';
  const step = stepOf(second);
  if (step !== undefined) return `every ${step} seconds`;
  return values.length === 1 && values[0] === 0 ? undefined : `at second ${and(values.map(String))}`;
}

function describeDays({ day, month, weekday, year }: Cron): string[] {
  const inMonth = !isEvery(day)
    ? (describeSpecialDay(day!) ?? describeField('day', day!, (value) => String(value), 'on day', 'days'))
    : undefined;
  const onWeekday = !isEvery(weekday) ? (describeSpecialWeekday(weekday!) ?? describeWeekdays(weekday!)) : undefined;
  const days = inMonth && onWeekday ? `${inMonth} of the month or ${onWeekday}` : inMonth ? `${inMonth} of the month` : onWeekday;
  const months = isEvery(month) ? undefined : describeField('month', month!, (value) => monthNames[value - 1]!, 'in', 'months');
  const years = isEvery(year) ? undefined : describeField('year', year!, String, 'in', 'years');
  return [days, months, years].filter((words) => words !== undefined);
}

function describeWeekdays(field: CronField): string {
  const span = spanOf(field);
  const name = (value: number): string => weekdayNames[value % 7]!;
  if (span && span.to > span.from + 1) return `${name(span.from)} to ${name(span.to)}`;
  // The week ends with Sunday.
  const days = cronValues(field).sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  return `on ${and(days.map(name))}`;
}

function describeField(unit: CronUnit, field: CronField, name: (value: number) => string, before: string, many: string): string {
  const step = stepOf(field);
  if (step !== undefined) return `every ${step} ${many}`;
  const span = spanOf(field);
  if (span) return unit === 'day' ? `on days ${span.from} to ${span.to}` : `from ${name(span.from)} to ${name(span.to)}`;
  const values = cronValues(field);
  return `${before}${unit === 'day' && values.length > 1 ? 's' : ''} ${and(values.map(name))}`;
}

function describeSpecialDay({ special }: CronField): string | undefined {
  if (special === undefined) return undefined;
  if (/^L$/i.test(special)) return 'on the last day';
  if (/^LW$/i.test(special)) return 'on the last working day';
  const near = /^(\d+)W$/i.exec(special);
  return near ? `on the working day nearest to day ${near[1]}` : `on ${special}`;
}

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

function describeSpecialWeekday({ special }: CronField): string | undefined {
  if (special === undefined) return undefined;
  const match = /^(\w+?)(?:#(\d|L)|L)$/i.exec(special);
  if (!match) return `on ${special}`;
  const day = match[1]!.toUpperCase();
  const index = /^\d$/.test(day) ? Number(day) % 7 : (cronUnits.weekday.names ?? []).indexOf(day);
  return `on the ${ordinals[Number(match[2])] ?? 'last'} ${weekdayNames[index] ?? day} of the month`;
}
