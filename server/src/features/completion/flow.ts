/** The cursor in JSON or in flow-style YAML: brackets and commas say where it belongs. */
import type { Context, Entry, Level } from './context.ts';
import { lineStart, unquote } from './line.ts';
import { tokens, type Token } from './tokens.ts';

interface Frame {
  readonly level: { -readonly [K in keyof Level]: Level[K] };
  /** What may come next. */
  next: 'key' | 'colon' | 'value' | 'comma';
  /** The key read last. */
  key?: string;
}

/** How far behind the cursor neighbours are looked for. */
const ahead = 50_000;

/**
 * Reads from `start` (a bracket, or the beginning of a JSON text) up to the cursor. `outer` leads to that place. Undefined when the
 * brackets close before the cursor, or in comments and behind finished values.
 */
export function flowContext(text: string, start: number, offset: number, outer: readonly Level[], json: boolean): Context | undefined {
  const frames: Frame[] = [];
  const root: Frame = { level: { kind: 'map', column: -1, entries: [], names: [] }, next: 'value' };
  const top = (): Frame => frames.at(-1) ?? root;
  let at: Token | undefined;
  let previous: Token | undefined;
  let after: After | undefined;

  for (const token of tokens(text, start, json, offset - start + ahead)) {
    if (token.kind === 'comment') {
      if (token.start < offset && (offset < token.end || (offset === token.end && !text.startsWith('*/', token.end - 2)))) return undefined;
    } else if (!after && token.kind === 'text' && token.start <= offset && offset <= token.end) {
      const whole = isQuote(text[token.start]!) && !token.open;
      if (whole && (offset === token.end || offset === token.start)) return undefined;
      at = token;
      after = tokensAfter(frames);
    } else if (after || token.start >= offset) {
      after ??= tokensAfter(frames);
      if (!after.take(token)) break;
    } else {
      step(frames, top(), token, text);
      previous = token;
    }
  }
  const frame = top();
  if (frame.next === 'colon' || (frame === root && (frames.length > 0 || root.next !== 'value'))) return undefined;
  const asKey = frame !== root && frame.level.kind === 'map' && frame.next !== 'value';
  if (frame !== root && frame.level.kind === 'map' && !asKey && frame.key !== undefined) frame.level.key = frame.key;
  frames.forEach((each, index) => neighbours(each, after?.rests[index] ?? [], text, each === frame && at !== undefined && asKey));
  const head = after?.rests.at(-1)?.[0];
  const spaced = head?.kind === 'text' || head?.kind === '{' || head?.kind === '[';
  const missing = frame.next === 'comma' && previous ? { before: previous.end } : {};
  const line = lineStart(text, offset);
  return {
    want: frame === root ? 'node' : asKey ? 'key' : frame.level.kind === 'map' ? 'value' : 'element',
    levels: [...outer, ...frames.map((each) => each.level)],
    replace: at ? { start: at.start, end: at.open ? offset : at.end } : { start: offset, end: offset },
    typed: at ? unquote(text.slice(at.start, offset)) : '',
    style: json ? 'json' : 'flow',
    colon: asKey && head?.kind === ':',
    column: /^[ \t]*/.exec(text.slice(line, offset))![0].length,
    quote: at && isQuote(text[at.start]!) ? (text[at.start] as Context['quote']) : '',
    comma: { ...missing, after: spaced },
    lead: '',
    below: false,
  };
}

/** Tokens behind the cursor, by the frame that they belong to. */
interface After {
  readonly rests: readonly Token[][];
  /** False when nothing further matters: all frames are closed, or the next one outside is a list of other things. */
  take(token: Token): boolean;
}

function tokensAfter(frames: readonly Frame[]): After {
  const rests: Token[][] = frames.map(() => []);
  let index = frames.length - 1;
  let depth = 0;
  return {
    rests,
    take(token) {
      const opens = token.kind === '{' || token.kind === '[';
      const closes = token.kind === '}' || token.kind === ']';
      if (depth === 0 && !closes) rests[index]?.push(token);
      if (opens) depth++;
      else if (closes && depth > 0) depth--;
      else if (closes) index--;
      return index >= 0 && !(closes && depth === 0 && index < frames.length - 1 && frames[index]!.level.kind === 'seq');
    },
  };
}

const isQuote = (char: string): boolean => char === '"' || char === "'";

function step(frames: Frame[], frame: Frame, token: Token, text: string): void {
  switch (token.kind) {
    case '{':
    case '[': {
      const kind = token.kind === '{' ? 'map' : 'seq';
      finish(frame, { shape: kind });
      if (frame.level.kind === 'map' && frame.key !== undefined) frame.level.key = frame.key;
      frames.push({ level: { kind, column: -1, entries: [], names: [] }, next: kind === 'map' ? 'key' : 'value' });
      return;
    }
    case '}':
    case ']': {
      const closed = frames.pop();
      const parent = frames.at(-1);
      if (!parent) return;
      delete parent.level.key;
      if (parent.level.kind === 'seq' && closed) parent.level.names.push(closed.level.entries[0]?.key ?? '');
      return;
    }
    case ',':
      if (frame.next === 'colon') finish(frame, { shape: 'none' });
      frame.next = frame.level.kind === 'map' ? 'key' : 'value';
      delete frame.key;
      return;
    case ':':
      frame.next = 'value';
      return;
    case 'text': {
      const word = unquote(text.slice(token.start, token.end));
      if (frame.level.kind === 'map' && frame.next !== 'value') {
        frame.key = word;
        frame.next = 'colon';
      } else finish(frame, { shape: 'scalar', value: word });
    }
  }
}

/** A value was read. */
function finish(frame: Frame, value: Omit<Entry, 'key'>): void {
  if (frame.level.kind === 'map' && frame.key !== undefined) frame.level.entries.push({ key: frame.key, ...value });
  frame.next = 'comma';
}

/** Keys of the same mapping behind the cursor. */
function neighbours(frame: Frame, rest: readonly Token[], text: string, skip: boolean): void {
  if (frame.level.kind !== 'map') return;
  let own = skip;
  for (const [index, token] of rest.entries()) {
    if (token.kind === ',') own = false;
    if (token.kind !== 'text' || rest[index + 1]?.kind !== ':' || own || rest[index - 1]?.kind === ':') continue;
    const value = rest[index + 2];
    const key = unquote(text.slice(token.start, token.end));
    if (value?.kind === 'text') frame.level.entries.push({ key, shape: 'scalar', value: unquote(text.slice(value.start, value.end)) });
    else frame.level.entries.push({ key, shape: value?.kind === '{' ? 'map' : value?.kind === '[' ? 'seq' : 'none' });
  }
}
