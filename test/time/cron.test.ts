import { describe, expect, it } from 'vitest';
import type { Violation } from '../../server/src/formats/violation.ts';
import { nextRuns } from '../../server/src/time/cron-runs.ts';
import { describeCron } from '../../server/src/time/describe-cron.ts';
import { parseCron } from '../../server/src/time/cron.ts';
import { describeMoment } from '../../server/src/time/describe-moment.ts';

const now = new Date('2026-11-23T12:00:00Z');
const runs = (text: string, n: number) => nextRuns(text, now, n).map((run) => describeMoment(run, now));

describe('cron expressions', () => {
  it.each([
    ['0 9 * * 1-5', 'at 09:00, Monday to Friday'],
    ['0 9 * * MON-FRI', 'at 09:00, Monday to Friday'],
    ['*/15 * * * *', 'every 15 minutes'],
    ['1/5 * * * *', 'every 5 minutes from minute 1'],
    ['* * * * *', 'every minute'],
    ['0 * * * *', 'every hour'],
    ['30 * * * *', 'at minute 30 of every hour'],
    ['0 */2 * * *', 'every 2 hours'],
    ['15 */2 * * *', 'at minute 15 of every 2 hours'],
    ['0 9-17 * * *', 'every hour from 09:00 to 17:00'],
    ['*/10 9-17 * * MON-FRI', 'every 10 minutes from 09:00 to 17:50, Monday to Friday'],
    ['0 8,12,18 * * *', 'at 08:00, 12:00 and 18:00, every day'],
    ['0,30 9 * * *', 'at 09:00 and 09:30, every day'],
    ['0 0 9 * * *', 'at 09:00, every day'],
    ['30 0 9 * * *', 'at 09:00:30, every day'],
    ['*/5 * * * * *', 'every 5 seconds'],
    ['@daily', 'at 00:00, every day'],
    ['@hourly', 'every hour'],
    ['@weekly', 'at 00:00, on Sunday'],
    ['@yearly', 'at 00:00, on day 1 of the month, in January'],
    ['5 4 1,15 * *', 'at 04:05, on days 1 and 15 of the month'],
    ['0 9 * 6-8 *', 'at 09:00, from June to August'],
    ['0 0 1 */3 *', 'at 00:00, on day 1 of the month, every 3 months'],
    ['0 0 1 * MON', 'at 00:00, on day 1 of the month or on Monday'],
    ['0 0 * * SAT-SUN', 'at 00:00, on Saturday and Sunday'],
    ['0 0 * * 0,6', 'at 00:00, on Saturday and Sunday'],
    ['0 0 L * *', 'at 00:00, on the last day of the month'],
    ['0 0 ? * MON#2', 'at 00:00, on the second Monday of the month'],
    ['0 0 * * 5L', 'at 00:00, on the last Friday of the month'],
  ])('%s is %s', (text, words) => {
    expect(describeCron(text)).toBe(words);
    expect(nextRuns(text, now, 1)).toHaveLength(1);
  });

  it.each([
    ['0 9 * * 1-5', 'Tue 24 Nov 09:00', 'Wed 25 Nov 09:00', 'Thu 26 Nov 09:00'],
    ['*/15 * * * *', 'Mon 23 Nov 12:15', 'Mon 23 Nov 12:30', 'Mon 23 Nov 12:45'],
    ['@monthly', 'Tue 1 Dec 00:00', 'Fri 1 Jan 2027 00:00', 'Mon 1 Feb 2027 00:00'],
    ['*/20 * * * * *', 'Mon 23 Nov 12:00:20', 'Mon 23 Nov 12:00:40', 'Mon 23 Nov 12:01'],
    ['0 0 29 2 *', 'Tue 29 Feb 2028 00:00', 'Sun 29 Feb 2032 00:00', 'Fri 29 Feb 2036 00:00'],
    ['0 0 * * 7', 'Sun 29 Nov 00:00', 'Sun 6 Dec 00:00', 'Sun 13 Dec 00:00'],
    ['0 0 13 * FRI', 'Fri 27 Nov 00:00', 'Fri 4 Dec 00:00', 'Fri 11 Dec 00:00'],
  ])('%s comes next at …', (text, ...expected) => {
    expect(runs(text, 3)).toEqual(expected);
  });

  it.each([
    ['61 * * * *', '61', 'Minute 61 does not exist: minutes are 0–59.', undefined],
    ['0 24 * * *', '24', 'Hour 24 does not exist: hours are 0–23.', undefined],
    ['0 0 0 * *', '0', 'Day 0 does not exist: days are 1–31.', undefined],
    ['0 0 1 13 *', '13', 'Month 13 does not exist: months are 1–12.', undefined],
    ['0 0 * * 8', '8', 'Weekday 8 does not exist: weekdays are 0–6, from Sunday on (7 is Sunday too).', undefined],
    ['0 0 * * 1-9', '9', 'Weekday 9 does not exist: weekdays are 0–6, from Sunday on (7 is Sunday too).', undefined],
    ['0 0 * January *', 'January', '"January" is not a month. Did you mean "JAN"?', 'JAN'],
    ['0 0 * * MOM', 'MOM', '"MOM" is not a weekday. Did you mean "MON"?', 'MON'],
    ['H 0 * * *', 'H', '"H" is not a minute. Minutes are 0–59.', undefined],
    ['0 x * * *', 'x', '"x" is not an hour. Hours are 0–23.', undefined],
    ['*/0 * * * *', '0', 'A step of 0 never moves on. Use 1 or more.', undefined],
    ['*/90 * * * *', '90', 'There are 60 minutes, so a step of 90 never comes to a second value. Use less.', undefined],
    ['0 0 * * */8', '8', 'There are 7 weekdays, so a step of 8 never comes to a second value. Use less.', undefined],
    [
      '0 9 * * MON-FRI 2024',
      '2024',
      '"2024" is a year, which stands seventh, behind a field for seconds. Write five parts, as in 0 9 * * MON-FRI.',
      undefined,
    ],
    ['*/x * * * *', '*/x', 'A step is a number after "/", as in */15.', undefined],
    ['1,,2 * * * *', '1,,2', 'A comma here has no value beside it.', '1,2'],
    ['0 22-2 * * *', '22-2', 'The range 22-2 runs backwards. Write 22-23,0-2.', '22-23,0-2'],
    ['0 0 * * FRI-MON', 'FRI-MON', 'The range FRI-MON runs backwards. Write FRI-SAT,SUN-MON.', 'FRI-SAT,SUN-MON'],
    ['-5 * * * *', '-', 'A value is missing here: minutes are 0–59.', undefined],
    ['1-2-3 * * * *', '1-2-3', '"1-2-3" has too many parts. Write a value, a range as in 1-5, or a step as in */15.', undefined],
    ['0 0 31 2 *', '31', 'February has no day 31.', undefined],
    ['0 0 31 4,6 *', '31', 'None of these months has a day 31.', undefined],
    ['0 9', '0 9', 'A cron expression has five parts: minute, hour, day, month and weekday. This one has 2.', undefined],
    ['', '', 'A cron expression has five parts: minute, hour, day, month and weekday. This one has none.', undefined],
    ['@dialy', '@dialy', '"@dialy" names no schedule. Did you mean "@daily"?', '@daily'],
    ['@reboot', '@reboot', '"@reboot" names no schedule. Use @hourly, @daily, @weekly, @monthly or @yearly.', undefined],
  ])('%j: %s — %s', (text, slice, message, replacement) => {
    const { violations } = parseCron(text);
    const sliceOf = ({ range }: Violation): string => (range ? text.slice(range.from, range.to) : text);
    expect(violations.map((one) => [sliceOf(one), one.message, one.replacement])).toEqual([[slice, message, replacement]]);
    expect(describeCron(text)).toBeUndefined();
    expect(nextRuns(text, now, 1)).toEqual([]);
  });

  it('never stumble over any text', () => {
    const pieces = ['*', '/', '-', ',', '5', '61', 'MON', ' ', '  ', 'L', '#', '?', '@', 'é', '99999999999'];
    for (let i = 0; i < 5000; i++) {
      const text = Array.from({ length: 1 + (i % 12) }, (_, j) => pieces[(i * (j + 3) * 17 + j * i) % pieces.length]).join('');
      const { cron, violations } = parseCron(text);
      expect(cron === undefined).toBe(violations.length > 0);
      for (const { range: { from, to } = { from: 0, to: 0 } } of violations)
        expect(0 <= from && from <= to && to <= text.length, text).toBe(true);
      describeCron(text);
    }
  });
});
