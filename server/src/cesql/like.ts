/** Patterns of LIKE (cesql §3.4.3). */

/** Does a text fit a pattern as a whole? Takes at most the product of their lengths. */
export function isLike(text: string, pattern: string): boolean {
  const letters = [...text];
  const parts = pattern.match(/\\[%_]|[^]/gu) ?? [];
  let [at, next] = [0, 0];
  /** Behind the last `%`: the part that follows it, and up to where it reaches. */
  let after: { readonly part: number; reach: number } | undefined;
  while (at < letters.length) {
    const part = parts[next];
    if (part === '%') after = { part: ++next, reach: at };
    else if (part !== undefined && (part === '_' || part.replace(/^\\(?=[%_])/, '') === letters[at])) [at, next] = [at + 1, next + 1];
    else if (after) [at, next] = [++after.reach, after.part];
    else return false;
  }
  return parts.slice(next).every((part) => part === '%');
}
