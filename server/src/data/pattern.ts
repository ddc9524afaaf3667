/** Regular expressions that users write in schemas, tried without letting one of them hold up whoever types. */

/** A repetition in a repetition, or a choice in one: what takes forever on some texts looks like this. */
const nested = /[+*}][^()]*\)[+*{]|\|[^()]*\)[+*{]/;

/** Longer texts are not tried. */
const longest = 2_000;

/** A pattern as a test; one that may take forever is content with everything. Throws for what is no regular expression. */
export function gentle(pattern: string, flags: string): { test(text: string): boolean; toString(): string } {
  const compiled = new RegExp(pattern, flags);
  const mayLast = nested.test(pattern);
  // Ajv tells patterns apart by what they are as a text.
  return { test: (text) => mayLast || text.length > longest || compiled.test(text), toString: () => String(compiled) };
}
