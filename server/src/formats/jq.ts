/** The outermost form of jq: what of a text is code, and what are the words of strings and comments. */

const inString = /\\\(|\\?[^]/y;
const inCode = /#[^\n]*|[^]/y;

/**
 * The text with blanks in the place of its strings and comments, as long as it was; what a string interpolates, `\( … )`, is code and
 * stays (jq manual: String interpolation, Comments).
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
    code += isWords || token === '"' || token.startsWith('#') ? ' '.repeat(token.length) : token;
  }
  return code;
}
