import { Cron as Oracle } from 'croner';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRuns } from '../../server/src/time/cron-runs.ts';

const field = (min: number, max: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant('*') },
    fc.integer({ min, max }).map(String),
    fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
    fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map((both) => both.join(',')),
    fc.integer({ min: 2, max: Math.min(max, 20) }).map((step) => `*/${step}`),
  );
const oracle = (text: string, from: Date): Date[] => new Oracle(text, { paused: true, utcOffset: 0 }).nextRuns(3, from);

describe('next runs', () => {
  it('are those of another cron', () => {
    fc.assert(
      fc.property(
        field(0, 59),
        field(0, 23),
        field(1, 28),
        field(1, 12),
        field(0, 6),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (minute, hour, day, month, weekday, from) => {
          // A step over every day or weekday is open to cron's two schools; here it restricts.
          fc.pre(!(day.includes('/') || weekday.includes('/')) || day === '*' || weekday === '*');
          const text = [minute, hour, day, month, weekday].join(' ');
          expect(nextRuns(text, from, 3)).toEqual(oracle(text, from));
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(['0 9 L * *', '0 9 * * 5L', '0 9 * * MON#2', '30 */5 * * * *', '0 0 29 2 *', '0 12 13 * FRI'])('%s', (text) => {
    const from = new Date('2026-11-23T10:00:00Z');
    expect(nextRuns(text, from, 3)).toEqual(oracle(text, from));
    expect(nextRuns(text, from, 3)).toHaveLength(3);
  });
});
