import { describe, expect, it } from 'vitest';
import { checkDuration } from '../../server/src/time/check-duration.ts';
import { describeDuration, formatDuration, parseDuration, shortDuration } from '../../server/src/time/duration.ts';

describe('durations', () => {
  it.each([
    ['PT15M', '15 minutes'],
    ['PT1M', '1 minute'],
    ['P2DT4H', '2 days 4 hours'],
    ['P1Y2M3W4DT5H6M7.5S', '1 year 2 months 3 weeks 4 days 5 hours 6 minutes 7.5 seconds'],
    ['P15M', '15 months'],
    ['PT0S', '0 seconds'],
    ['P0DT0H', '0 hours'],
    ['PT0.5H', '0.5 hours'],
  ])('%s is %s', (text, words) => {
    const duration = parseDuration(text);
    expect(duration && describeDuration(duration)).toBe(words);
    expect(checkDuration(text)).toBeUndefined();
  });

  it('are said in words from a mapping too, and shortly', () => {
    expect(describeDuration({ hours: 1, minutes: 0, milliseconds: 250 })).toBe('1 hour 250 milliseconds');
    expect(shortDuration({ minutes: 2, seconds: 30 })).toBe('2 min 30 s');
  });

  it('are written in their ISO form', () => {
    expect(formatDuration({ days: 2, hours: 4 })).toBe('P2DT4H');
    expect(formatDuration({ seconds: 1, milliseconds: 500 })).toBe('PT1.5S');
    expect(formatDuration({})).toBe('PT0S');
  });

  it.each([
    ['P1H', '"P1H" is not a duration: hours stand after a T, as in PT1H.', 'PT1H'],
    ['P10S', '"P10S" is not a duration: seconds stand after a T, as in PT10S.', 'PT10S'],
    ['P1H30M', '"P1H30M" is not a duration: hours stand after a T, as in PT1H30M.', 'PT1H30M'],
    ['PT1D', '"PT1D" is not a duration: days stand before the T, as in P1D.', 'P1D'],
    ['PT5M1H', '"PT5M1H" is not a duration: hours come before minutes, as in PT1H5M.', 'PT1H5M'],
    ['PT1M2M', '"PT1M2M" is not a duration: minutes stand there twice, as in PT3M.', 'PT3M'],
    ['pt15m', '"pt15m" is not a duration: it is written in capitals, as in PT15M.', 'PT15M'],
    ['PT 15M', '"PT 15M" is not a duration: it has no spaces, as in PT15M.', 'PT15M'],
    ['PT1,5S', '"PT1,5S" is not a duration: parts are written with a point, as in PT1.5S.', 'PT1.5S'],
    ['P1DT', '"P1DT" is not a duration: nothing stands after the T. Write P1D.', 'P1D'],
    ['PT', '"PT" is not a duration: the amount is missing, as in PT15M.', undefined],
    ['P', '"P" is not a duration: the amount is missing, as in PT15M.', undefined],
    ['PT15', '"PT15" does not say 15 of what. Add H, M or S, as in PT15M.', undefined],
    ['PT5X', '"PT5X" is not a duration: "X" is no unit. Units are Y, M, W and D, and after a T, H, M and S.', undefined],
    ['-PT5M', 'A duration cannot be negative: "-PT5M".', 'PT5M'],
    ['PT-5M', 'A duration cannot be negative: "PT-5M".', 'PT5M'],
    ['15m', '"15m" is not a duration. Write PT15M for 15 minutes.', 'PT15M'],
    ['1h30m', '"1h30m" is not a duration. Write PT1H30M for 1 hour 30 minutes.', 'PT1H30M'],
    ['10 minutes', '"10 minutes" is not a duration. Write PT10M for 10 minutes.', 'PT10M'],
    ['2 days and 4 hours', '"2 days and 4 hours" is not a duration. Write P2DT4H for 2 days 4 hours.', 'P2DT4H'],
    ['500ms', '"500ms" is not a duration. Write PT0.5S for 500 milliseconds.', 'PT0.5S'],
    ['T15M', '"T15M" is not a duration. Write PT15M for 15 minutes.', 'PT15M'],
    ['00:15:00', '"00:15:00" is not a duration. Write PT15M for 15 minutes.', 'PT15M'],
    ['30', '"30" does not say 30 of what. Write PT30S for seconds or PT30M for minutes.', undefined],
    ['', 'A duration is missing here, such as PT15M for 15 minutes.', undefined],
    ['soon', '"soon" is not a duration. Write one as in PT15M (15 minutes) or P1D (1 day).', undefined],
  ])('%j: %s', (text, message, replacement) => {
    expect(checkDuration(text)).toEqual({ message, replacement });
  });

  it('never stumble over any text, and what they suggest is right', () => {
    const pieces = ['P', 'T', '1', '5M', 'H', '-', ' ', ',', '0.5', 'min', ':', 'S', 'D', '𝔓', 'and '];
    for (let i = 0; i < 5000; i++) {
      const text = Array.from({ length: 1 + (i % 6) }, (_, j) => pieces[(i * (j + 7) * 31 + j * i) % pieces.length]).join('');
      const violation = checkDuration(text);
      expect(violation === undefined).toBe(parseDuration(text) !== undefined);
      if (violation?.replacement) expect(parseDuration(violation.replacement), text).toBeDefined();
    }
  });
});
