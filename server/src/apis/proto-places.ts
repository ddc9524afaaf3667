/** Where the names of a `.proto` file stand: the parser of it knows only lines. */
import type { TextRange } from '../syntax/node.ts';

/** Comments and texts, in which nothing is defined. */
const silent = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?/g;

/** A name that a word introduces; a field with its number; what begins and ends a block, and a statement. */
const token = /\b(package|service|message|rpc|enum|oneof|extend|group)\s+([A-Za-z_][\w.]*)|\b([A-Za-z_]\w*)\s*=\s*-?\d|[{};]/g;

/** The names by their full names, as in "greet.Greeter.SayHello" and "greet.HelloRequest.name". Of two the first counts. */
export function placesOf(text: string): ReadonlyMap<string, TextRange> {
  const places = new Map<string, TextRange>();
  const scopes: string[] = [''];
  let root = '';
  let next: string | undefined;
  const inScope = (name: string): string => [scopes.at(-1) || root, name].filter((each) => each).join('.');
  const put = (name: string, end: number, written: string): void => {
    if (!places.has(name)) places.set(name, { start: end - written.length, end });
  };
  for (const match of text.replace(silent, (each) => ' '.repeat(each.length)).matchAll(token)) {
    const [whole, word, name, field] = match;
    const end = match.index + whole.length;
    if (whole === '{') scopes.push(next ?? scopes.at(-1)!);
    else if (whole === '}' && scopes.length > 1) scopes.pop();
    if (word === 'package') root = name!;
    else if (word !== undefined) {
      // The fields of a choice are those of its message.
      next = word === 'oneof' ? scopes.at(-1) : inScope(name!);
      if (word !== 'extend' && word !== 'oneof') put(next!, end, name!);
    } else {
      next = undefined;
      if (field !== undefined) put(inScope(field), match.index + field.length, field);
    }
  }
  return places;
}
