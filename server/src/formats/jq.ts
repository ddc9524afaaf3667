/** The outermost form of jq: what of a text is code, and what are the words of strings and comments. */

const inString = /\\[^]|[^\\"]+|[^]/y;
const inCode = /#[^\n]*|[^"()#]+|[^]/y;

/**
 * The text with blanks in the place of its strings and comments, as long as it was; what a string interpolates, `\( … )`, is code and
 * stays, its brackets included (jq manual: String interpolation, Comments).
 */
export function jqCode(text: string): string {
  const open: ('"' | '(')[] = [];
  let code = '';
  while (code.length < text.length) {
    const isWords = open.at(-1) === '"';
    const pattern = isWords ? inString : inCode;
    pattern.lastIndex = code.length;
    const token = pattern.exec(text)![0];
    if (token === (isWords ? '"' : ')')) open.pop();
    else if (token === (isWords ? '\\(' : '(')) open.push('(');
    else if (token === '"') open.push('"');
    if (isWords && token === '\\(') code += ' (';
    else code += isWords || token === '"' || token.startsWith('#') ? ' '.repeat(token.length) : token;
  }
  return code;
}

/** Does the text end inside of a string, whose closing quote is missing? */
export const endsInString = (text: string): boolean => jqCode(`${text}\nx`).endsWith(' ');

/** A variable in code: its name without the `$`, at its place in the text. */
export interface JqVariable {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const variable = /\$([A-Za-z_]\w*)/g;
/** Where names are given: behind `as` and its alternatives, unless it is a key, and in the parameters of a function. */
const naming = /(?<![.$\w])as\s*(?=[$[{])|\?\/\/\s*(?=[$[{])|\bdef\s+\w+\s*(?=\()/g;

/** Every variable that a text uses, but those that it names itself (jq manual: Variable / Symbolic Binding Operator, Destructuring). */
export function variablesIn(text: string): readonly JqVariable[] {
  if (!text.includes('$')) return [];
  const code = jqCode(text);
  const own = new Set(
    [...code.matchAll(naming)].flatMap(({ 0: word, index }) => {
      const from = index + word.length;
      return [...code.slice(from, endOfPattern(code, from)).matchAll(variable)].map(([, name]) => name);
    }),
  );
  return [...code.matchAll(variable)]
    .map(({ 1: name = '', index }) => ({ name, from: index + 1, to: index + 1 + name.length }))
    .filter(({ name }) => !own.has(name));
}

/** Where a variable ends, or the brackets around several. */
function endOfPattern(code: string, from: number): number {
  if (code[from] === '$') return from + /^\$\w*/.exec(code.slice(from))![0].length;
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    if ('[{('.includes(code[at]!)) depth++;
    else if (']})'.includes(code[at]!) && --depth === 0) return at;
  }
  return code.length;
}
