/** Regular expressions that users write in schemas, tried without letting one of them hold up whoever types. */

/** What decides: escapes, sets of characters and counts as a whole, how groups begin and end, and signs by which one place takes more than one text. */
const signs = /\\.|\[(?:\\.|[^\]\\])*\]|\{\d+\}|\((?:\?(?:<?[=!]|:|<[^>]*>))?|\)[*+{]?|[*+?{|]/gs;

/** Does a pattern repeat, at any depth, what takes more than one text itself? Such one can take forever. */
export function mayLast(pattern: string): boolean {
  const varies = [false];
  for (const [sign] of pattern.matchAll(signs)) {
    if (sign.startsWith('(')) varies.push(false);
    else if (sign.startsWith(')')) {
      const inner = varies.pop();
      if (inner && sign.length > 1) return true;
      varies[varies.length - 1] ||= inner || sign.length > 1;
    } else if (sign.length === 1) varies[varies.length - 1] = true;
  }
  return false;
}

/** Longer texts are not tried. */
const longest = 2_000;

/** A pattern as a test; one that may take forever is content with everything. Throws for what is no regular expression. */
export function gentle(pattern: string, flags: string): { test(text: string): boolean; toString(): string } {
  const compiled = new RegExp(pattern, flags);
  const isLeft = mayLast(pattern);
  // Ajv tells patterns apart by what they are as a text.
  return { test: (text) => isLeft || text.length > longest || compiled.test(text), toString: () => String(compiled) };
}
