/** Durations and schedules in words. */
import { nextRuns } from '../../time/cron-runs.ts';
import { describeCron } from '../../time/describe-cron.ts';
import { describeDuration, parseDuration } from '../../time/duration.ts';
import { describeMoment } from '../../time/describe-moment.ts';

/** "`PT15M` — 15 minutes."; undefined for what is no duration. */
export function durationHover(text: string): string | undefined {
  const duration = parseDuration(text);
  return duration && `\`${text}\` — ${describeDuration(duration)}.`;
}

/** What is said of an expression with more fields than crontab(5) has, by their number. */
const beyondFive: Readonly<Record<number, string>> = {
  6: ' Its six fields begin with seconds, which not every runtime understands.',
  7: ' Its seven fields begin with seconds and end with years, which not every runtime understands.',
};

/** What a schedule means, and when it comes next after `now`; undefined for what is no cron expression. */
export function cronHover(text: string, now: Date): string | undefined {
  const words = describeCron(text);
  if (!words) return undefined;
  const runs = nextRuns(text, now, 3).map((run) => describeMoment(run, now));
  const more = beyondFive[text.trim().split(/\s+/).length] ?? '';
  return `\`${text}\` — ${words}.${runs.length > 0 ? ` Next: ${runs.join(', ')} (UTC).` : ''}${more}`;
}
