/** Durations and schedules in words. */
import { nextRuns } from '../time/cron-runs.ts';
import { cronWords } from '../time/cron-words.ts';
import { durationWords, parseDuration } from '../time/duration.ts';
import { momentWords } from '../time/runs-words.ts';

/** "`PT15M` — 15 minutes." */
export function durationHover(text: string): string | undefined {
  const duration = parseDuration(text);
  return duration && `\`${text}\` — ${durationWords(duration)}.`;
}

/** What a schedule means, and when it comes next. */
export function cronHover(text: string, now: Date): string | undefined {
  const words = cronWords(text);
  if (!words) return undefined;
  const runs = nextRuns(text, now, 3).map((run) => momentWords(run, now));
  return `\`${text}\` — ${words}.${runs.length > 0 ? ` Next: ${runs.join(', ')} (UTC).` : ''}`;
}
