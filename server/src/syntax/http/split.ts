/** Where HTTP messages stand in a text: in a `.http` file between lines of `###`, in Markdown in fenced blocks. */
import { lineEnd, overBreak } from '../text.ts';
import type { TextRange } from '../node.ts';

/** The text of one message, as it goes over the wire or as a command. */
export interface MessageText extends TextRange {
  readonly style: 'http' | 'curl';
}

/** Languages of fenced blocks, and how messages are written there. */
const fences: Readonly<Record<string, MessageText['style']>> = {
  http: 'http',
  rest: 'http',
  sh: 'curl',
  bash: 'curl',
  zsh: 'curl',
  shell: 'curl',
  shellscript: 'curl',
  console: 'curl',
  'shell-session': 'curl',
  '': 'curl',
};

/** The messages of a `.http` file: what stands between lines that begin with `###`, commands of `curl` among them. */
export function* messagesIn(text: string, from = 0, to = text.length): Iterable<MessageText> {
  let start = from;
  for (let line = from; line <= to; line = overBreak(text, lineEnd(text, line))) {
    const isEnd = line >= to;
    if (!isEnd && !/^[ \t]*###/.test(text.slice(line, line + 40))) continue;
    if (/\S/.test(text.slice(start, Math.min(line, to)))) yield* messageOrCommands(text, start, Math.min(line, to));
    if (isEnd) return;
    start = Math.min(to, overBreak(text, lineEnd(text, line)));
  }
  if (/\S/.test(text.slice(start, to))) yield* messageOrCommands(text, start, to);
}

/** Comments, the prompt of a shell, and a command that hands on to the one below. */
const beforeCommand = /^[ \t]*(?:(?:#|\/\/).*|[$>#%][ \t]*|.*\|[ \t]*)$/gm;

function* messageOrCommands(text: string, start: number, end: number): Iterable<MessageText> {
  const commands = [...commandsIn(text, start, end)];
  const isCommand = commands[0] && !/\S/.test(text.slice(start, commands[0].start).replace(beforeCommand, ''));
  if (isCommand) yield* commands;
  else yield { style: 'http', start, end };
}

/** The commands of `curl`, each with the lines that a backslash continues or that a quote holds. */
function* commandsIn(text: string, start: number, end: number): Iterable<MessageText> {
  const begin = /^[ \t]*(?:[$>#%][ \t]+)?(curl)(?=\s)/gm;
  begin.lastIndex = start;
  for (let found = begin.exec(text); found && found.index < end; found = begin.exec(text)) {
    const first = found.index + found[0].length - 4;
    const last = Math.min(end, commandEnd(text, first));
    yield { style: 'curl', start: first, end: last };
    begin.lastIndex = last;
  }
}

/** Where a command of a shell ends: at a line's end that nothing continues, or at what joins it to another command. */
function commandEnd(text: string, start: number): number {
  const token = /\\[\s\S]|'[^']*(?:'|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)|[\r\n;|&]/g;
  token.lastIndex = start;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (/^\\\r$/.test(found[0]) && text[token.lastIndex] === '\n') token.lastIndex++;
    // An address without quotes may hold `&`; people write that, and it is not what is looked at here.
    if (/^[\r\n;|]/.test(found[0])) return found.index;
  }
  return text.length;
}

/** The messages in the fenced blocks of a Markdown text. */
export function* messagesInMarkdown(text: string): Iterable<MessageText> {
  const fence = /^[ \t>]*(`{3,}|~{3,})[ \t]*([\w-]*)[^\r\n`]*\r?\n/gm;
  for (let open = fence.exec(text); open; open = fence.exec(text)) {
    const start = fence.lastIndex;
    const close = new RegExp(`^[ \\t>]*${open[1]![0]!}{${open[1]!.length},}[ \\t]*$`, 'gm');
    close.lastIndex = start;
    const end = close.exec(text)?.index ?? text.length;
    const style = Object.hasOwn(fences, open[2]!.toLowerCase()) ? fences[open[2]!.toLowerCase()] : undefined;
    if (style === 'http') yield* messagesIn(text, start, end);
    else if (style === 'curl') yield* commandsIn(text, start, end);
    fence.lastIndex = lineEnd(text, end);
  }
}
