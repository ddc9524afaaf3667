/**
 * Globs in VS Code's grammar, for settings and the command line: `*` and `?` within a name, `**` for any number of folders, `[a-z]`,
 * `[!a]`, `{a,b}` (nested too). Everything else stands for itself; there is no escape, as in VS Code.
 */

/** A sign of a name, a name of a path: `'any'` stands for as many as there are, none included. */
type Part = 'any' | ((item: string) => boolean);

/**
 * Do these items fit these parts? What does not fit makes the last `'any'` take one more, and no earlier one: an earlier one that takes more
 * leaves less to what follows. So it takes no more steps than items times parts.
 */
function fits(items: readonly string[], parts: readonly Part[]): boolean {
  let [at, part] = [0, 0];
  let last: { readonly part: number; at: number } | undefined;
  while (at < items.length) {
    const here = parts[part];
    if (here === 'any') last = { part: ++part, at };
    else if (here?.(items[at]!)) [at, part] = [at + 1, part + 1];
    else if (last) [at, part] = [++last.at, last.part];
    else return false;
  }
  return parts.slice(part).every((rest) => rest === 'any');
}

/** The index of the `}` that closes the `{` at `open`, with the commas that part its alternatives; undefined when nothing closes it. */
function bracesAt(pattern: string, open: number): { readonly close: number; readonly commas: readonly number[] } | undefined {
  const commas: number[] = [];
  let depth = 0;
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === '{') depth++;
    else if (pattern[at] === '}' && --depth === 0) return { close: at, commas };
    else if (pattern[at] === ',' && depth === 1) commas.push(at);
  }
  return undefined;
}

/** The pattern with its braces written out: `a.{b,c}` is `a.b` and `a.c`. At most `limit` of them. */
function expand(pattern: string, limit: number): readonly string[] {
  const open = pattern.indexOf('{');
  const braces = open < 0 ? undefined : bracesAt(pattern, open);
  if (!braces) return [pattern];
  const ends = [...braces.commas, braces.close];
  const alternatives = ends.map((end, index) => pattern.slice((ends[index - 1] ?? open) + 1, end));
  const expanded: string[] = [];
  for (const alternative of alternatives)
    for (const one of expand(pattern.slice(0, open) + alternative + pattern.slice(braces.close + 1), limit - expanded.length))
      if (expanded.length < limit) expanded.push(one);
  return expanded;
}

/** A class of signs, from what stands between its brackets. Throws where that is none. */
function classOf(inside: string): Part {
  const matcher = new RegExp(`^[${inside.replace(/[\\[]/g, '\\$&').replace(/^!/, '^')}]$`, 'u');
  return (sign) => matcher.test(sign);
}

const anyOne: Part = () => true;

/** What the signs of one name of a path fit. A `**` that is not alone is no more than `*`. */
const nameParts = (name: string): readonly Part[] =>
  [...name.matchAll(/\*+|\[(?:[!^][^\]]+|[^\]!^][^\]]*)\]|./gsu)].map(([part]) => {
    if (part.startsWith('*')) return 'any';
    if (part === '?') return anyOne;
    return part.startsWith('[') && part.endsWith(']') ? classOf(part.slice(1, -1)) : (sign) => sign === part;
  });

/** What the names of a path fit. Folders of any depth are any number of names; at the end they are one at least: what the folder holds. */
const pathParts = (pattern: string): readonly Part[] =>
  pattern.split('/').flatMap((name, index, all): readonly Part[] => {
    if (name === '**') return index === all.length - 1 ? [anyOne, 'any'] : ['any'];
    const parts = nameParts(name);
    return [(given) => fits([...given], parts)];
  });

/** More than anybody writes; fewer than would be noticed. */
const mostAlternatives = 1000;

/**
 * A test for paths with forward slashes, by the grammar of VS Code's globs; a pattern without a slash is meant for names of files, wherever
 * they are. A pattern that cannot be read fits what it says to the letter.
 */
export function glob(pattern: string): (path: string) => boolean {
  const clean = pattern.replace(/^\.\//, '');
  try {
    const alternatives = expand(clean.includes('/') ? clean : `**/${clean}`, mostAlternatives).map(pathParts);
    return (path) => {
      const names = path.split('/');
      return alternatives.some((parts) => fits(names, parts));
    };
  } catch {
    return (path) => path === clean;
  }
}
