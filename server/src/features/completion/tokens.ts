/** JSON and flow-style YAML cut into tokens; tolerant of everything. */
export interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'text' | 'comment';
  readonly start: number;
  readonly end: number;
  /** A quoted text without its closing quote. */
  readonly open?: boolean;
}

const wordEnds = { json: /[\s{}[\],:"]|$/g, yaml: /[{}[\],\n]|:(?=[\s,{}[\]]|$)|[ \t]#|$/g };

/** Tokens from `from` on; stops after `limit` characters. */
export function* tokens(text: string, from: number, json: boolean, limit: number): Generator<Token> {
  const stop = Math.min(text.length, from + limit);
  for (let at = from; at < stop;) {
    const char = text[at]!;
    if (/[\s\ufeff]/.test(char)) at++;
    else if (
      '{}[],'.includes(char) ||
      (char === ':' && (json || at === from || /["'\s]|$/.test(text[at + 1] ?? '') || /["']/.test(text[at - 1]!)))
    ) {
      yield { kind: char as Token['kind'], start: at, end: at + 1 };
      at++;
    } else {
      const token = text.startsWith(json ? '//' : '#', at)
        ? comment(text, at, '\n')
        : json && text.startsWith('/*', at)
          ? comment(text, at, '*/')
          : char === '"' || (char === "'" && !json)
            ? quoted(text, at, char)
            : word(text, at, json);
      yield token;
      at = token.end;
    }
  }
}

function comment(text: string, start: number, until: string): Token {
  const found = text.indexOf(until, start + 1);
  return { kind: 'comment', start, end: found < 0 ? text.length : until === '\n' ? found : found + until.length };
}

function quoted(text: string, start: number, quote: string): Token {
  let at = start + 1;
  for (; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return { kind: 'text', start, end: at + 1 };
  }
  const end = Math.min(text[at - 1] === '\r' ? at - 1 : at, text.length);
  return { kind: 'text', start, end, open: true };
}

function word(text: string, start: number, json: boolean): Token {
  const pattern = json ? wordEnds.json : wordEnds.yaml;
  pattern.lastIndex = start + 1;
  let end = pattern.exec(text)?.index ?? text.length;
  while (end > start + 1 && /\s/.test(text[end - 1]!)) end--;
  return { kind: 'text', start, end };
}
