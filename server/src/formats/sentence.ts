/** Pieces of sentences: lists with "and" and "or", things that are counted, articles. */

const join = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

/** "a", "a or b", "a, b or c"; '' for none. */
export const or = (words: readonly string[]): string => join(words, 'or');
/** "a", "a and b", "a, b and c"; '' for none. */
export const and = (words: readonly string[]): string => join(words, 'and');

/** As many words as anybody reads in a message, and how many are left out: "a, b, c, d, e and 2 more". */
export const fewOf = (words: readonly string[]): string =>
  and(words.length > 5 ? [...words.slice(0, 5), `${words.length - 5} more`] : words);

/** "1 event", "2 events". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** With its article: a list, an endpoint, an HTTP call. */
export const a = (noun: string): string => `${/^([aeio]|HTTP|MCP|A2A|AsyncAPI|OpenAPI|un[a-z]*known)/.test(noun) ? 'an' : 'a'} ${noun}`;
