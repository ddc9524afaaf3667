/** Moments in words: "Tue 24 Nov 09:00", always UTC. */
import { monthNames, weekdayNames } from './cron.ts';

const pad = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-24T09:00Z` → "Tue 24 Nov 09:00". The year is told when it is not `now`'s. */
export function describeMoment(at: Date, now: Date): string {
  const year = at.getUTCFullYear() === now.getUTCFullYear() ? '' : ` ${at.getUTCFullYear()}`;
  const day = `${weekdayNames[at.getUTCDay()]!.slice(0, 3)} ${at.getUTCDate()} ${monthNames[at.getUTCMonth()]!.slice(0, 3)}`;
  const seconds = at.getUTCSeconds() ? `:${pad(at.getUTCSeconds())}` : '';
  return `${day}${year} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}${seconds}`;
}
