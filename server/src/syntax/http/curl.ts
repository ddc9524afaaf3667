/** A command of `curl` as the HTTP message that it sends: its headers and its data, as far as they are written in the command. */
import type { Fragment, Header, HttpBody, HttpMessage, NodeRange } from '../node.ts';

/** A word of a command line. */
interface Word {
  readonly start: number;
  readonly end: number;
  /** What the shell makes of it. */
  readonly text: string;
  /** Where what is in its only quotes stands: as written, it is the text. */
  readonly inside?: { readonly start: number; readonly end: number };
  /** A variable or the output of a command stands in it. */
  readonly isTemplate: boolean;
}

const wordPattern = /(?:\\[\s\S]|'[^']*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)|[^\s\\'"])+/g;
const piecePattern = /\\([\s\S])|'([^']*)(?:'|$)|"((?:[^"\\]|\\[\s\S])*)(?:"|$)|([^\s\\'"]+)/g;

function* wordsOf(command: string): Iterable<Word> {
  for (const { 0: word, index: start } of command.matchAll(wordPattern)) {
    if (/^\\\r?\n?$/.test(word)) continue;
    const pieces = [...word.matchAll(piecePattern)];
    const text = pieces
      .map(
        ([, escaped, single, double, plain]) =>
          plainOf(escaped) ?? single ?? double?.replace(/\\([$`"\\]|\r?\n)/g, unescaped) ?? plain ?? '',
      )
      .join('');
    const isTemplate = pieces.some(([, , , double, plain]) => /(?<!\\)[$`]/.test(double ?? plain ?? ''));
    const end = start + word.length;
    const quoted = pieces.length === 1 && /^['"]/.test(word) ? { start: start + 1, end: start + 1 + text.length } : { start, end };
    yield { start, end, text, isTemplate, inside: command.slice(quoted.start, quoted.end) === text ? quoted : undefined };
  }
}

const unescaped = (_all: string, sign: string): string => (/[\r\n]/.test(sign) ? '' : sign);
const plainOf = (escaped: string | undefined): string | undefined => escaped && unescaped('', escaped);

type Kind = 'header' | 'data' | 'raw' | 'json';

/** Options that name a header, or the data: `raw` is never the name of a file, `json` says as well what kind it is. */
const options: Readonly<Record<string, Kind>> = {
  '-H': 'header',
  '--header': 'header',
  '-d': 'data',
  '--data': 'data',
  '--data-raw': 'raw',
  '--data-binary': 'data',
  '--data-ascii': 'data',
  '--json': 'json',
};

/** An option with its value: two words, `--data=…`, or `-Hname: …`. */
interface Option {
  readonly kind: Kind;
  readonly from: number;
  readonly value: Word;
}

function* optionsOf(words: readonly Word[]): Iterable<Option> {
  for (const [index, word] of words.entries()) {
    const kind = Object.hasOwn(options, word.text) ? options[word.text] : undefined;
    const value = words[index + 1];
    if (kind && value) yield { kind, from: word.start, value };
    const joined = /^(-[Hd]|--[a-z-]+=)(?=.)/.exec(word.text)?.[0];
    const name = joined?.replace(/=$/, '');
    const joinedKind = name && Object.hasOwn(options, name) ? options[name] : undefined;
    if (joined && joinedKind)
      yield { kind: joinedKind, from: word.start, value: { ...word, text: word.text.slice(joined.length), inside: undefined } };
  }
}

/** The message that a command sends, which starts at 0 and is all of its fragment. */
export function readCommand(command: string, fragment: Fragment): HttpMessage {
  const range = (start: number, end: number): NodeRange => ({ fragment, start, end });
  const words = [...wordsOf(command)];
  const found = [...optionsOf(words)];
  const headers = found.filter(({ kind }) => kind === 'header').flatMap((option) => headerOf(option, range) ?? []);
  const sent = found.find(({ kind }) => kind !== 'header');
  const isJson = sent?.kind === 'json' && !headers.some(({ name }) => /^content-type$/i.test(name));
  // What `@` names stands in another file.
  const isElsewhere = sent !== undefined && sent.kind !== 'raw' && sent.value.text.startsWith('@');
  const first = words.find(({ text }) => text !== 'curl');
  return {
    style: 'curl',
    head: range(0, 4),
    headers: isJson ? [...headers, { ...impliedHeader(sent, range) }] : headers,
    addAt: range(found[0]?.from ?? first?.start ?? 4, found[0]?.from ?? first?.start ?? 4),
    body: isElsewhere ? undefined : sent && bodyOf(sent.value, range),
    isElsewhere,
  };
}

function headerOf({ from, value }: Option, range: (start: number, end: number) => NodeRange): Header | undefined {
  const match = /^(\s*)(cloudEvents:[^\s:]+|[^\s:]+)(\s*:\s*)([\s\S]*?)\s*$/i.exec(value.text);
  // What has no value is not sent.
  if (!match?.[4]) return undefined;
  const [, space, name, colon, text] = match as unknown as [string, string, string, string, string];
  const start = value.inside && value.inside.start + space.length;
  const all = range(value.start, value.end);
  const at = (offset: number, length: number): NodeRange => (start === undefined ? all : range(start + offset, start + offset + length));
  return {
    name,
    nameAt: at(0, name.length),
    value: text,
    valueAt: at(name.length + colon.length, text.length),
    whole: range(from, value.end),
    isTemplate: value.isTemplate,
  };
}

/** What `--json` says by itself. */
const impliedHeader = ({ from, value }: Option, range: (start: number, end: number) => NodeRange): Header => ({
  name: 'Content-Type',
  nameAt: range(from, value.start),
  value: 'application/json',
  valueAt: range(from, value.start),
  whole: range(from, from),
  isTemplate: false,
});

const bodyOf = ({ start, end, text, inside, isTemplate }: Word, range: (start: number, end: number) => NodeRange): HttpBody => ({
  ...(inside ? range(inside.start, inside.end) : range(start, end)),
  text,
  isBase64: false,
  isTemplate,
  isVerbatim: inside !== undefined && !isTemplate,
});
