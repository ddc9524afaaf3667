/** Cron expressions: five fields, with seconds before or a year after them if wanted, or a macro such as @daily. */
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

export const cronMonths = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;
export const cronWeekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

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

/** What is wrong, where in the text, and what to write there instead (the likeliest first). */
export interface CronFlaw {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly instead?: string;
}

export const cronMacros: Readonly<Record<string, string>> = {
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

/** Reads a cron expression; every flaw has its exact place. */
export function parseCron(text: string): { readonly cron?: Cron; readonly flaws: readonly CronFlaw[] } {
  const whole = { start: 0, end: text.length };
  const trimmed = text.trim();
  if (trimmed.startsWith('@')) {
    const macro = cronMacros[trimmed.toLowerCase()];
    if (macro) return parseCron(macro);
    const instead = nearest(trimmed, Object.keys(cronMacros));
    const known = instead ? ` Did you mean "${instead}"?` : ' Use @hourly, @daily, @weekly, @monthly or @yearly.';
    return { flaws: [{ ...whole, message: `"${trimmed}" names no schedule.${known}`, instead }] };
  }
  const words = [...text.matchAll(/\S+/g)];
  const layout = layouts[words.length];
  if (!layout) {
    const count = words.length === 0 ? 'none' : String(words.length);
    const message = `A cron expression has five parts: minute, hour, day, month and weekday. This one has ${count}.`;
    return { flaws: [{ ...whole, message }] };
  }
  const flaws: CronFlaw[] = [];
  const cron: Partial<Record<CronUnit, CronField>> = {};
  words.forEach((word, i) => {
    const unit = layout[i]!;
    cron[unit] = readField(unit, word[0], word.index, flaws);
  });
  const never = flaws.length === 0 ? neverComes(cron, words, layout) : undefined;
  if (never) flaws.push(never);
  return flaws.length > 0 ? { flaws } : { cron, flaws };
}

function readField(unit: CronUnit, text: string, offset: number, flaws: CronFlaw[]): CronField {
  const facts = cronUnits[unit];
  const ranges: CronRange[] = [];
  let special: string | undefined;
  let start = offset;
  for (const piece of text.split(',')) {
    const end = start + piece.length;
    if (piece === '')
      flaws.push({
        start: offset,
        end: offset + text.length,
        message: 'A comma here has no value beside it.',
        instead: text.split(',').filter(Boolean).join(','),
      });
    else if (facts.special?.test(piece)) special = text;
    else {
      const range = readRange(unit, piece, start, flaws);
      if (range) ranges.push(range);
    }
    start = end + 1;
  }
  return { unit, text, ranges, special };
}

function readRange(unit: CronUnit, piece: string, start: number, flaws: CronFlaw[]): CronRange | undefined {
  const facts = cronUnits[unit];
  const end = start + piece.length;
  const [values = '', step, ...more] = piece.split('/');
  const [low = '', high, ...rest] = values.split('-');
  if (more.length > 0 || rest.length > 0)
    return flaw(flaws, start, end, `"${piece}" has too many parts. Write a value, a range as in 1-5, or a step as in */15.`);
  const stepStart = start + values.length + 1;
  if (step !== undefined && !/^\d+$/.test(step)) return flaw(flaws, start, end, `A step is a number after "/", as in */15.`);
  if (step !== undefined && Number(step) === 0) return flaw(flaws, stepStart, end, 'A step of 0 never moves on. Use 1 or more.');
  const every = step === undefined ? 1 : Number(step);
  if (values === '*') return { from: facts.min, to: unit === 'weekday' ? 6 : facts.max, step: every, star: true };
  const from = readValue(unit, low, start, flaws);
  const to = high === undefined ? (step === undefined ? from : facts.max) : readValue(unit, high, start + low.length + 1, flaws);
  if (from === undefined || to === undefined) return undefined;
  // Sunday may close a week as well as open it.
  const last = unit === 'weekday' && to === 0 && high !== undefined && from > 0 ? 7 : to;
  if (from > last) {
    const instead =
      unit === 'year' || step !== undefined ? undefined : `${low}-${edge(unit, 'max', low)},${edge(unit, 'min', low)}-${high}`;
    return flaw(flaws, start, end, `The range ${values} runs backwards.${instead ? ` Write ${instead}.` : ''}`, instead);
  }
  return { from, to: last, step: every, star: false };
}

/** The end of a field's span in the style of its neighbour: SAT beside FRI, 6 beside 5. */
function edge(unit: CronUnit, which: 'min' | 'max', beside: string): string {
  const { [which]: value, names } = cronUnits[unit];
  const number = unit === 'weekday' ? Math.min(value, 6) : value;
  return /^\d+$/.test(beside) || !names ? String(number) : names[number - cronUnits[unit].min]!;
}

function readValue(unit: CronUnit, text: string, start: number, flaws: CronFlaw[]): number | undefined {
  const { min, max, one, many, names } = cronUnits[unit];
  const end = start + text.length;
  if (/^\d+$/.test(text)) {
    const value = Number(text);
    if (value >= min && value <= max) return value;
    const span = unit === 'weekday' ? '0–6, from Sunday on (7 is Sunday too)' : `${min}–${max}`;
    return flaw(flaws, start, end, `${one} ${text} does not exist: ${many} are ${span}.`);
  }
  const at = names?.indexOf(text.toUpperCase()) ?? -1;
  if (at >= 0) return at + min;
  const long = names?.find((name) => text.length > 3 && text.toUpperCase().startsWith(name));
  const instead = long ?? (names && nearest(text.toUpperCase(), names));
  if (text === '') return flaw(flaws, start, end + 1, `A value is missing here: ${many} are ${min}–${max}.`);
  const hint = instead
    ? ` Did you mean "${instead}"?`
    : ` ${capital(many)} are ${min}–${max}${names ? ` or ${names[0]}–${names.at(-1)}` : ''}.`;
  return flaw(flaws, start, end, `"${text}" is not a ${unit}.${hint}`.replace('a hour', 'an hour'), instead);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function flaw(flaws: CronFlaw[], start: number, end: number, message: string, instead?: string): undefined {
  flaws.push({ start, end: Math.max(end, start), message, ...(instead ? { instead } : {}) });
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
function neverComes(cron: Cron, words: readonly RegExpMatchArray[], layout: readonly CronUnit[]): CronFlaw | undefined {
  const { day, month, weekday } = cron;
  if (!day || !month || day.special || day.ranges.some((range) => range.star) || !weekday || weekday.special) return undefined;
  if (!weekday.ranges.some((range) => range.star && range.step === 1)) return undefined;
  const first = cronValues(day)[0] ?? 1;
  const months = cronValues(month);
  if (months.length === 0 || months.some((number) => longest[number - 1]! >= first)) return undefined;
  const word = words[layout.indexOf('day')]!;
  const name = months.length === 1 ? monthNames[months[0]! - 1]! : 'None of these months';
  const message = months.length === 1 ? `${name} has no day ${first}.` : `${name} has a day ${first}.`;
  return { start: word.index!, end: word.index! + word[0].length, message };
}

export const monthNames = 'January February March April May June July August September October November December'.split(' ');
export const weekdayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
