/** What became slower or larger since the run before on this machine. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { number } from './table.mjs';

/** Times vary from run to run by as much. */
const noise = 1.15;

/** A line for each value that grew by more than noise; remembers the values for the next run. */
export function grown(root, values) {
  const folder = join(root, '.cache/bench');
  const file = join(folder, 'last.json');
  const last = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...last, ...values }));
  if (!last) return 'No run before to compare with.';
  const lines = Object.entries(values)
    .filter(([name, value]) => value !== undefined && value > (last[name] ?? Infinity) * noise)
    .map(([name, value]) => `  ${name}: ${number(last[name])} → ${number(value)}`);
  return lines.length > 0 ? `Grew since the last run:\n${lines.join('\n')}` : 'Nothing grew since the last run.';
}
