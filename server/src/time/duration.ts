/** ISO 8601 durations, such as PT15M: reading, writing, and saying them in words. */

/** In the order they are written and said. */
export const durationUnits = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds', 'milliseconds'] as const;
export type DurationUnit = (typeof durationUnits)[number];
export type Duration = Readonly<Partial<Record<DurationUnit, number>>>;

const number = String.raw`(\d+(?:\.\d+)?)`;
const literal = new RegExp(
  `^P(?=.)(?:${number}Y)?(?:${number}M)?(?:${number}W)?(?:${number}D)?(?:T(?=\\d)(?:${number}H)?(?:${number}M)?(?:${number}S)?)?$`,
);

/** The duration a text stands for; undefined when it is not written as ISO 8601 wants (check-duration.ts says why). */
export function parseDuration(text: string): Duration | undefined {
  const match = literal.exec(text);
  if (!match) return undefined;
  const found: Partial<Record<DurationUnit, number>> = {};
  durationUnits.forEach((unit, i) => {
    const amount = match[i + 1];
    if (amount !== undefined) found[unit] = Number(amount);
  });
  return found;
}

const letters: readonly (readonly [DurationUnit, string])[] = [
  ['years', 'Y'],
  ['months', 'M'],
  ['weeks', 'W'],
  ['days', 'D'],
];
const clock: readonly (readonly [DurationUnit, string])[] = [
  ['hours', 'H'],
  ['minutes', 'M'],
  ['seconds', 'S'],
];

/** The ISO 8601 form: `{ minutes: 15 }` → PT15M. Milliseconds become parts of a second. */
export function formatDuration(duration: Duration): string {
  const seconds = (duration.seconds ?? 0) + (duration.milliseconds ?? 0) / 1000;
  const full: Duration = { ...duration, ...(duration.milliseconds === undefined ? {} : { seconds: Number(seconds.toFixed(3)) }) };
  const write = (units: typeof letters): string =>
    units.map(([unit, letter]) => (full[unit] === undefined ? '' : `${full[unit]}${letter}`)).join('');
  const time = write(clock);
  const text = `P${write(letters)}${time && `T${time}`}`;
  return text === 'P' ? 'PT0S' : text;
}

/** `{ days: 2, hours: 4 }` → "2 days 4 hours". Amounts of zero are left out, unless there is nothing else. */
export function describeDuration(duration: Duration): string {
  const written = durationUnits.filter((unit) => duration[unit] !== undefined);
  const told = written.filter((unit) => duration[unit] !== 0);
  const units = told.length > 0 ? told : written.slice(-1);
  return units.map((unit) => describeAmount(duration[unit]!, unit)).join(' ') || '0 seconds';
}

/** The same time with whole minutes and hours told as such: `{ seconds: 90 }` → `{ minutes: 1, seconds: 30 }`. Days may be longer than 24 hours, and stay. */
export function carried(duration: Duration): Duration {
  const all: Partial<Record<DurationUnit, number>> = { ...duration };
  for (const [small, large] of [
    ['seconds', 'minutes'],
    ['minutes', 'hours'],
  ] as const) {
    const amount = all[small] ?? 0;
    // Half an hour more would be thirty minutes again.
    if (amount < 60 || !Number.isInteger(all[large] ?? 0)) continue;
    all[large] = (all[large] ?? 0) + Math.floor(amount / 60);
    all[small] = Number((amount % 60).toFixed(3));
  }
  return all;
}

const lengths: Readonly<Record<DurationUnit, number>> = {
  years: 31_536_000_000,
  months: 2_592_000_000,
  weeks: 604_800_000,
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
  milliseconds: 1,
};

/** How long it takes, in milliseconds; a month counts 30 days, a year 365. */
export const millisecondsOf = (duration: Duration): number =>
  durationUnits.reduce((sum, unit) => sum + (duration[unit] ?? 0) * lengths[unit], 0);

const describeAmount = (amount: number, unit: DurationUnit): string => `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;

/** "15 minutes" → "15 min", where there is little room. */
export function shortDuration(duration: Duration): string {
  const short: Readonly<Record<DurationUnit, string>> = {
    years: 'y',
    months: 'mo',
    weeks: 'w',
    days: 'd',
    hours: 'h',
    minutes: 'min',
    seconds: 's',
    milliseconds: 'ms',
  };
  const told = durationUnits.filter((unit) => duration[unit]);
  return told.map((unit) => `${duration[unit]} ${short[unit]}`).join(' ') || '0 s';
}
