/** Cron expressions: five fields, with seconds before or a year after them if wanted, or a macro such as @daily. */
import type { Violation } from '../formats/violation.ts';
import { nearest } from '../rules/nearest.ts';

export type CronUnit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'weekday' | 'year';

interface UnitFacts {
  readonly min: number;
  readonly max: number;
  readonly one: string;
  readonly many: string;
  readonly names?: readonly string[];
  /** Letters beside numbers, such as L for the last day. */
  readonly special?: RegExp;
}

const cronMonths = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;
const cronWeekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

/** What each field of a cron expression may hold (crontab(5); seconds and years as many schedulers have them). */
export const cronUnits: Readonly<Record<CronUnit, UnitFacts>> = {
  second: { min: 0, max: 59, one: 'Second', many: 'seconds' },
  minute: { min: 0, max: 59, one: 'Minute', many: 'minutes' },
  hour: { min: 0, max: 23, one: 'Hour', many: 'hours' },
  day: { min: 1, max: 31, one: 'Day', many: 'days', special: /^(\?|L|LW|\d+W)$/i },
  month: { min: 1, max: 12, one: 'Month', many: 'months', names: cronMonths },
  weekday: { min: 0, max: 7, one: 'Weekday', many: 'weekdays', names: cronWeekdays, special: /^(\?|\w+#([1-5]|L)|\w+L)$/i },
  year: { min: 1970, max: 9999, one: 'Year', many: 'years' },
};

/** A stretch of values: `star` for `*`, and `step` from `/`. */
export interface CronRange {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly star: boolean;
}

export interface CronField {
  readonly unit: CronUnit;
  readonly text: string;
  readonly ranges: readonly CronRange[];
  /** As written, where a letter has a meaning of its own (`L`, `15W`, `MON#2`). */
  readonly special?: string;
}

export type Cron = Readonly<Partial<Record<CronUnit, CronField>>>;

const cronMacros: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

const five: readonly CronUnit[] = ['minute', 'hour', 'day', 'month', 'weekday'];
const layouts: Readonly<Record<number, readonly CronUnit[]>> = { 5: five, 6: ['second', ...five], 7: ['second', ...five, 'year'] };

/** Reads a cron expression (crontab(5), with a field of seconds before and of years behind it). Every violation has its exact range. */
export function parseCron(text: string): { readonly cron?: Cron; readonly violations: readonly Violation[] } {
  const trimmed = text.trim();
  if (trimmed.startsWith('@')) {
    const macro = cronMacros[trimmed.toLowerCase()];
    if (macro) return parseCron(macro);
    const replacement = nearest(trimmed, Object.keys(cronMacros));
    const known = replacement ? ` Did you mean "${replacement}"?` : ' Use @hourly, @daily, @weekly, @monthly or @yearly.';
    return { violations: [{ message: `"${trimmed}" names no schedule.${known}`, replacement }] };
  }
  const words = [...text.matchAll(/\S+/g)];
  const year = words.length === 6 ? lonelyYear(words) : undefined;
  if (year) return { violations: [year] };
  const layout = layouts[words.length];
  if (!layout) {
    const count = words.length === 0 ? 'none' : String(words.length);
    const message = `A cron expression has five parts: minute, hour, day, month and weekday. This one has ${count}.`;
    return { violations: [{ message }] };
  }
  const violations: Violation[] = [];
  const cron: Partial<Record<CronUnit, CronField>> = {};
  words.forEach((word, i) => {
    const unit = layout[i]!;
    cron[unit] = parseField(unit, word[0], word.index, violations);
  });
  const never = violations.length === 0 ? neverComes(cron, words, layout) : undefined;
  if (never) violations.push(never);
  return violations.length > 0 ? { violations } : { cron, violations };
}

/** A year behind five fields: six are read with seconds before them, and then each stands one too far to the left. */
function lonelyYear(words: readonly RegExpMatchArray[]): Violation | undefined {
  const { 0: text, index = 0 } = words.at(-1)!;
  if (!/^\d{4}(?:[-,/]\d+)*$/.test(text)) return undefined;
  const five = words.slice(0, 5).map(([word]) => word);
  const message = `"${text}" is a year, which stands seventh, behind a field for seconds. Write five parts, as in ${five.join(' ')}.`;
  return { message, range: { from: index, to: index + text.length } };
}

function parseField(unit: CronUnit, text: string, offset: number, out: Violation[]): CronField {
  const facts = cronUnits[unit];
  const ranges: CronRange[] = [];
  let special: string | undefined;
  let start = offset;
  for (const piece of text.split(',')) {
    const end = start + piece.length;
    if (piece === '')
      violate(out, offset, offset + text.length, 'A comma here has no value beside it.', text.split(',').filter(Boolean).join(','));
    else if (facts.special?.test(piece)) special = text;
    else {
      const range = parseRange(unit, piece, start, out);
      if (range) ranges.push(range);
    }
    start = end + 1;
  }
  return { unit, text, ranges, special };
}

function parseRange(unit: CronUnit, piece: string, start: number, out: Violation[]): CronRange | undefined {
  const end = start + piece.length;
  const [values = '', stepText, ...more] = piece.split('/');
  const [low = '', high, ...rest] = values.split('-');
  if (more.length > 0 || rest.length > 0)
    return violate(out, start, end, `"${piece}" has too many parts. Write a value, a range as in 1-5, or a step as in */15.`);
  const step = stepText === undefined ? 1 : parseStep(unit, stepText, start, end, out);
  if (step === undefined) return undefined;
  const { min, max } = cronUnits[unit];
  if (values === '*') return { from: min, to: unit === 'weekday' ? 6 : max, step, star: true };
  const from = parseValue(unit, low, start, out);
  // A step without an end goes on to the last value.
  const open = stepText === undefined ? from : max;
  const to = high === undefined ? open : parseValue(unit, high, start + low.length + 1, out);
  if (from === undefined || to === undefined) return undefined;
  // Sunday may close a week as well as open it.
  const last = unit === 'weekday' && to === 0 && high !== undefined && from > 0 ? 7 : to;
  if (from <= last) return { from, to: last, step, star: false };
  const replacement = stepText === undefined ? turned(unit, low, high!) : undefined;
  return violate(out, start, end, `The range ${values} runs backwards.${replacement ? ` Write ${replacement}.` : ''}`, replacement);
}

/** A range that runs over the end of its field, as two: 22-2 is 22-23,0-2. Years do not come round. */
const turned = (unit: CronUnit, low: string, high: string): string | undefined =>
  unit === 'year' ? undefined : `${low}-${edge(unit, 'max', low)},${edge(unit, 'min', low)}-${high}`;

/** What stands behind the slash; `start` and `end` are those of the whole piece. */
function parseStep(unit: CronUnit, text: string, start: number, end: number, out: Violation[]): number | undefined {
  if (!/^\d+$/.test(text)) return violate(out, start, end, `A step is a number after "/", as in */15.`);
  const { min, max, many } = cronUnits[unit];
  // A weekday of 7 is the first once more.
  const count = (unit === 'weekday' ? 6 : max) - min + 1;
  // Some schedulers read it as its first value alone, others not at all.
  if (Number(text) > count) {
    const message = `There are ${count} ${many}, so a step of ${text} never comes to a second value. Use less.`;
    out.push({ message, severity: 'warning', range: { from: end - text.length, to: end } });
  }
  return Number(text) || violate(out, end - text.length, end, 'A step of 0 never moves on. Use 1 or more.');
}

/** The end of a field's span in the style of its neighbour: SAT beside FRI, 6 beside 5. */
function edge(unit: CronUnit, which: 'min' | 'max', beside: string): string {
  const { [which]: value, names } = cronUnits[unit];
  const number = unit === 'weekday' ? Math.min(value, 6) : value;
  return /^\d+$/.test(beside) || !names ? String(number) : names[number - cronUnits[unit].min]!;
}

function parseValue(unit: CronUnit, text: string, start: number, out: Violation[]): number | undefined {
  const { min, max, one, many, names } = cronUnits[unit];
  const end = start + text.length;
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    if (value >= min && value <= max) return value;
    const span = unit === 'weekday' ? '0–6, from Sunday on (7 is Sunday too)' : `${min}–${max}`;
    return violate(out, start, end, `${one} ${text} does not exist: ${many} are ${span}.`);
  }
  const at = names?.indexOf(text.toUpperCase()) ?? -1;
  if (at >= 0) return at + min;
  const long = names?.find((name) => text.length > 3 && text.toUpperCase().startsWith(name));
  const replacement = long ?? (names && nearest(text.toUpperCase(), names));
  if (text === '') return violate(out, start, end + 1, `A value is missing here: ${many} are ${min}–${max}.`);
  const hint = replacement
    ? ` Did you mean "${replacement}"?`
    : ` ${capital(many)} are ${min}–${max}${names ? ` or ${names[0]}–${names.at(-1)}` : ''}.`;
  return violate(out, start, end, `"${text}" is not a ${unit}.${hint}`.replace('a hour', 'an hour'), replacement);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function violate(out: Violation[], from: number, to: number, message: string, replacement?: string): undefined {
  out.push({ message, replacement, range: { from, to } });
  return undefined;
}

/** Every value a field allows, in order. */
export function cronValues({ ranges, unit }: CronField): number[] {
  const values = new Set<number>();
  for (const { from, to, step } of ranges)
    for (let value = from; value <= to; value += step) values.add(unit === 'weekday' ? value % 7 : value);
  return [...values].sort((a, b) => a - b);
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 31 February: a day that none of the months has, where no weekday helps out. */
function neverComes(cron: Cron, words: readonly RegExpMatchArray[], layout: readonly CronUnit[]): Violation | undefined {
  const { day, month, weekday } = cron;
  if (!day || !month || day.special || day.ranges.some((range) => range.star) || !weekday || weekday.special) return undefined;
  if (!weekday.ranges.some((range) => range.star && range.step === 1)) return undefined;
  const first = cronValues(day)[0] ?? 1;
  const months = cronValues(month);
  if (months.length === 0 || months.some((number) => longest[number - 1]! >= first)) return undefined;
  const word = words[layout.indexOf('day')]!;
  const name = months.length === 1 ? monthNames[months[0]! - 1]! : 'None of these months';
  const message = months.length === 1 ? `${name} has no day ${first}.` : `${name} has a day ${first}.`;
  return { message, range: { from: word.index!, to: word.index! + word[0].length } };
}

/** As times are written: 7 as "07". */
export const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** In English, January at 0. */
export const monthNames = 'January February March April May June July August September October November December'.split(' ');
/** In English, Sunday at 0. */
export const weekdayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
