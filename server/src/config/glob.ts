/**
 * Globs in VS Code's grammar, for settings and the command line: `*` and `?` within a name, `**` for any number of folders, `[a-z]`,
 * `[!a]`, `{a,b}` (nested too). Everything else stands for itself; there is no escape, as in VS Code.
 */

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A regular expression's source for what stands between brackets. No class takes in the slash. */
const classOf = (inside: string): string => `[${inside.replace(/[\\[]/g, '\\$&').replace(/^[!^]/, '^/')}]`;

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

/** The signs of one name of a path. A `**` that is not alone is no more than `*`. */
const nameSource = (name: string): string =>
  name.replace(/\*+|\?|\[(?:[!^][^\]/]+|[^\]/!^][^\]/]*)\]|[^*?[]+|\[/gu, (part) => {
    if (part.startsWith('*')) return '[^/]*';
    if (part === '?') return '[^/]';
    return part.length > 1 && part.startsWith('[') && part.endsWith(']') ? classOf(part.slice(1, -1)) : escape(part);
  });

/** Folders of any depth take no part in the pattern twice, so that no path is tried in exponentially many ways. */
function pathSource(pattern: string): string {
  const names = pattern.split('/').filter((name, index, all) => name !== '**' || all[index - 1] !== '**');
  return names
    .map((name, index) => {
      const last = index === names.length - 1;
      if (name === '**') return last ? '.*' : '(?:[^/]+/)*';
      return `${nameSource(name)}${last ? '' : '/'}`;
    })
    .join('');
}

/** More than anybody writes; fewer than would be noticed. */
const mostAlternatives = 1000;

/**
 * A test for paths with forward slashes, by the grammar of VS Code's globs; a pattern without a slash is meant for names of files, wherever
 * they are. A pattern that cannot be read fits what it says to the letter.
 */
export function glob(pattern: string): (path: string) => boolean {
  const clean = pattern.replace(/^\.\//, '');
  const sources = expand(clean.includes('/') ? clean : `**/${clean}`, mostAlternatives).map(pathSource);
  try {
    const matcher = new RegExp(`^(?:${sources.join('|')})$`, 'u');
    return (path) => matcher.test(path);
  } catch {
    return (path) => path === clean;
  }
}
