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
  const rest: Token[] = [];
  let depth = 0;
  let below: Frame | undefined;

  for (const token of tokens(text, start, json, offset - start + ahead)) {
    if (token.kind === 'comment') {
      if (token.start < offset && (offset < token.end || (offset === token.end && !text.startsWith('*/', token.end - 2)))) return undefined;
      continue;
    }
    const touches = token.kind === 'text' && token.start <= offset && offset <= token.end && token.end >= start;
    if (touches && !at && !below) {
      const whole = isQuote(text[token.start]!) && !token.open;
      if (whole && (offset === token.end || offset === token.start)) return undefined;
      at = token;
      below = top();
      continue;
    }
    if (token.start >= offset || below) {
      below ??= top();
      if (!read(token)) break;
      continue;
    }
    step(frames, top(), token, text);
    previous = token;
  }
  const frame = below ?? top();
  if (frame === root && (start > 0 || frames.length > 0 || root.next !== 'value') && !(json && root.next === 'value')) return undefined;
  if (frame.next === 'colon') return undefined;
  const levels = frame === root ? [...outer] : [...outer, ...frames.slice(0, frames.indexOf(frame) + 1).map((each) => each.level)];
  const isMap = frame !== root && frame.level.kind === 'map';
  const asKey = isMap && frame.next !== 'value';
  if (isMap && !asKey && frame.key !== undefined) frame.level.key = frame.key;
  neighbours(frame, rest, text, at !== undefined && asKey);
  const head = rest[0];
  const missing = frame.next === 'comma' && previous ? { before: previous.end } : {};
  const spaced = head && (head.kind === 'text' || head.kind === '{' || head.kind === '[');
  const line = lineStart(text, offset);
  const quote = at && isQuote(text[at.start]!) ? (text[at.start] as Context['quote']) : '';
  return {
    want: frame === root ? 'node' : asKey ? 'key' : isMap ? 'value' : 'element',
    levels,
    replace: at ? { start: at.start, end: at.end } : { start: offset, end: offset },
    typed: at ? unquote(text.slice(at.start, offset)) : '',
    style: json ? 'json' : 'flow',
    colon: asKey && head?.kind === ':',
    column: /^[ \t]*/.exec(text.slice(line, offset))![0].length,
    quote,
    comma: { ...missing, after: Boolean(spaced) },
  };

  /** Collects the tokens of this frame behind the cursor; false at its end. */
  function read(token: Token): boolean {
    if (token.kind === '{' || token.kind === '[') depth++;
    if (depth === 0) {
      if (token.kind === '}' || token.kind === ']') return false;
      rest.push(token);
    } else if (depth === 1 && (token.kind === '{' || token.kind === '[')) rest.push(token);
    if (token.kind === '}' || token.kind === ']') depth--;
    return true;
  }
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
    if (token.kind !== 'text' || rest[index + 1]?.kind !== ':' || own) continue;
    const value = rest[index + 2];
    const key = unquote(text.slice(token.start, token.end));
    if (value?.kind === 'text') frame.level.entries.push({ key, shape: 'scalar', value: unquote(text.slice(value.start, value.end)) });
    else frame.level.entries.push({ key, shape: value?.kind === '{' ? 'map' : value?.kind === '[' ? 'seq' : 'none' });
  }
}
