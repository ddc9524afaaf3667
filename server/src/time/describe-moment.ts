/** Moments in words: "Tue 24 Nov 09:00", always UTC. */
import { monthNames, twoDigits, weekdayNames } from './cron.ts';

/** `2026-11-24T09:00Z` → "Tue 24 Nov 09:00". The year is told when it is not `now`'s. */
export function describeMoment(at: Date, now: Date): string {
  const year = at.getUTCFullYear() === now.getUTCFullYear() ? '' : ` ${at.getUTCFullYear()}`;
  const day = `${weekdayNames[at.getUTCDay()]!.slice(0, 3)} ${at.getUTCDate()} ${monthNames[at.getUTCMonth()]!.slice(0, 3)}`;
  const seconds = at.getUTCSeconds() ? `:${twoDigits(at.getUTCSeconds())}` : '';
  return `${day}${year} ${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())}${seconds}`;
}
