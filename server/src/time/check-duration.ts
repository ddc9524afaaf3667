/** Why a text is not an ISO 8601 duration, in words that teach, and what was probably meant. */
import { quote } from '../formats/quote.ts';
import type { Check, Violation } from '../formats/violation.ts';
import type { Duration, DurationUnit } from './duration.ts';
import { durationUnits, describeDuration, formatDuration, parseDuration } from './duration.ts';

/** ISO 8601-1 §5.5.2 as the specification takes it (dsl-reference: Duration). `replacement` is the duration that was probably meant. */
export const checkDuration: Check = (text) => {
  if (parseDuration(text)) return undefined;
  if (text.trim() === '') return { message: 'A duration is missing here, such as PT15M for 15 minutes.' };
  return (
    negative(text) ??
    iso(text) ??
    spoken(text) ??
    clock(text) ??
    bare(text) ?? { message: `${quote(text)} is not a duration. Write one as in PT15M (15 minutes) or P1D (1 day).` }
  );
};

const not = (text: string, why: string): string => `${quote(text)} is not a duration: ${why}`;

function negative(text: string): Violation | undefined {
  if (!/^\s*-|^\s*P.*-\d/i.test(text)) return undefined;
  const without = text.trim().replaceAll('-', '');
  const replacement = parseDuration(without) ? without : undefined;
  return replacement ? { message: `A duration cannot be negative: ${quote(text)}.`, replacement } : undefined;
}

const dateUnits: Readonly<Record<string, DurationUnit>> = { Y: 'years', M: 'months', W: 'weeks', D: 'days' };
const timeUnits: Readonly<Record<string, DurationUnit>> = { H: 'hours', M: 'minutes', S: 'seconds' };

/** Texts that begin with P: right letters in the wrong place, case or order. */
function iso(text: string): Violation | undefined {
  const upper = text.trim().toUpperCase();
  if (!upper.startsWith('P')) return undefined;
  const letters = upper.slice(1).replace(/\s+/g, '').replaceAll(',', '.');
  if (/^T?$/.test(letters)) return { message: not(text, 'the amount is missing, as in PT15M.') };
  const open = /^(.*?)(\d+(?:\.\d+)?)$/.exec(letters);
  if (open) {
    const time = letters.includes('T');
    const unit = time ? 'H, M or S' : 'Y, M, W or D';
    const replacement = `P${letters}${time ? 'M' : 'D'}`;
    return {
      message: `${quote(text)} does not say ${open[2]} of what. Add ${unit}, as in ${parseDuration(replacement) ? replacement : 'PT15M'}.`,
    };
  }
  return misplaced(text, letters);
}

function misplaced(text: string, letters: string): Violation | undefined {
  const hasT = letters.includes('T');
  // Without any T, an M beside hours or seconds is minutes.
  const clockOnly = !hasT && /[HS]/.test(letters);
  const found: Partial<Record<DurationUnit, number>> = {};
  const reasons: string[] = [];
  let order = -1;
  let after = false;
  let rest = letters;
  while (rest) {
    const token = /^(?:T|(\d+(?:\.\d+)?)([A-Z]))/.exec(rest);
    if (!token) return { message: not(text, `${quote(rest)} is no amount with a unit, as in PT15M.`) };
    rest = rest.slice(token[0].length);
    if (token[0] === 'T') {
      if (after) reasons.push('there is only one T, before hours, minutes and seconds');
      after = true;
      continue;
    }
    const letter = token[2]!;
    const asTime = letter === 'M' ? after || clockOnly : letter in timeUnits;
    const unit = asTime ? timeUnits[letter] : dateUnits[letter];
    if (!unit) return { message: not(text, `"${letter}" is no unit. Units are Y, M, W and D, and after a T, H, M and S.`) };
    if (asTime && !after) reasons.push(`${unit} stand after a T`);
    if (!asTime && after) reasons.push(`${unit} stand before the T`);
    const index = durationUnits.indexOf(unit);
    if (found[unit] !== undefined) reasons.push(`${unit} stand there twice`);
    else if (index < order) reasons.push(`${unit} come before ${durationUnits[order]}`);
    order = Math.max(order, index);
    found[unit] = (found[unit] ?? 0) + Number(token[1]);
  }
  const replacement = formatDuration(found);
  return {
    message: not(text, reasons.length > 0 ? `${reasons[0]}, as in ${replacement}.` : formReason(text, letters, replacement)),
    replacement,
  };
}

/** Everything is in its place; then it is a matter of how it is written. */
function formReason(text: string, letters: string, replacement: string): string {
  if (letters.endsWith('T')) return `nothing stands after the T. Write ${replacement}.`;
  if (/\s/.test(text)) return `it has no spaces, as in ${replacement}.`;
  if (text.includes(',')) return `parts are written with a point, as in ${replacement}.`;
  return `it is written in capitals, as in ${replacement}.`;
}

const spokenUnits: readonly (readonly [RegExp, DurationUnit])[] = [
  [/^(ms|msecs?|millis|milliseconds?)$/, 'milliseconds'],
  [/^(s|secs?|seconds?)$/, 'seconds'],
  [/^(m|mins?|minutes?)$/, 'minutes'],
  [/^(h|hrs?|hours?)$/, 'hours'],
  [/^(d|days?)$/, 'days'],
  [/^(w|weeks?)$/, 'weeks'],
  [/^(mo|months?)$/, 'months'],
  [/^(y|yrs?|years?)$/, 'years'],
];

/** "15m", "1h30m", "10 minutes", "T15M". */
function spoken(text: string): Violation | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^t(?=\d)/, '');
  if (!/^(\d+(?:\.\d+)?\s*[a-z]+(?:\s*,?\s*(?:and\s+)?)?){1,8}$/.test(plain)) return undefined;
  const found: Partial<Record<DurationUnit, number>> = {};
  for (const [, amount, word] of plain.matchAll(/(\d+(?:\.\d+)?)\s*(?!and\b)([a-z]+)/g)) {
    const unit = spokenUnits.find(([pattern]) => pattern.test(word!))?.[1];
    if (!unit) return undefined;
    found[unit] = (found[unit] ?? 0) + Number(amount);
  }
  return meant(text, found);
}

/** "01:30" or "00:15:00", as clocks show it. */
function clock(text: string): Violation | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  return meant(text, { ...(hours && { hours }), ...(minutes && { minutes }), ...(seconds && { seconds }) });
}

function bare(text: string): Violation | undefined {
  if (!/^\s*\d+(\.\d+)?\s*$/.test(text)) return undefined;
  const n = text.trim();
  return { message: `${quote(n)} does not say ${n} of what. Write PT${n}S for seconds or PT${n}M for minutes.` };
}

function meant(text: string, duration: Duration): Violation {
  const replacement = formatDuration(duration);
  return { message: `${quote(text)} is not a duration. Write ${replacement} for ${describeDuration(duration)}.`, replacement };
}
