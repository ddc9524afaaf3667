/** The keys and elements beside those on the way to the cursor. */
import type { Entry, Level } from './context.ts';
import { indentOf, lineEnd, readLine, unquote, type Line, type Mark } from './line.ts';

/** What a line says about one of its keys. */
export function entryOf(text: string, line: Line, mark: Mark): Entry {
  const last = line.marks.at(-1) === mark;
  const value = last ? text.slice(line.rest.start, line.rest.end) : '';
  if (!value) return { key: mark.name, shape: last ? below(text, line, mark.column) : 'none' };
  if (value.startsWith('{')) return { key: mark.name, shape: 'map' };
  if (value.startsWith('[')) return { key: mark.name, shape: 'seq' };
  return /^[|>*]/.test(value) ? { key: mark.name, shape: 'scalar' } : { key: mark.name, shape: 'scalar', value: unquote(value) };
}

/** What kind of thing stands on the lines under a key that has nothing beside it. */
function below(text: string, line: Line, column: number): Entry['shape'] {
  for (let at = nextLine(text, line.end); at >= 0; at = nextLine(text, lineEnd(text, at))) {
    const indent = indentOf(text, at);
    if (indent < 0) continue;
    const dash = /^-(\s|$)/.test(text.slice(at + indent, at + indent + 2));
    if (dash) return indent >= column ? 'seq' : 'none';
    return indent > column ? 'map' : 'none';
  }
  return 'none';
}

const nextLine = (text: string, end: number): number => {
  const at = text.indexOf('\n', end);
  return at < 0 ? -1 : at + 1;
};

/** Adds what stands below the cursor, down to the end of the outermost list (a whole root mapping is read only for a cursor in it). */
export function neighboursBelow(text: string, from: number, levels: readonly Level[]): void {
  let depth = levels.length - 1;
  const outermost = Math.min(2, depth);
  for (let at = nextLine(text, from); at >= 0 && depth >= outermost && depth >= 0; at = nextLine(text, at)) {
    const indent = indentOf(text, at);
    if (indent < 0 || indent > levels[depth]!.column) continue;
    if (text.startsWith('---', at) || text.startsWith('...', at)) return;
    const line = readLine(text, at);
    const dash = line.marks[0]?.kind === 'dash';
    while (depth >= 0 && (levels[depth]!.column > indent || (levels[depth]!.column === indent && levels[depth]!.kind === 'seq' && !dash)))
      depth--;
    const level = levels[depth];
    const mark = line.marks[0];
    if (!level || !mark || level.column !== indent) continue;
    if (level.kind === 'map' && mark.kind === 'key') level.entries.push(entryOf(text, line, mark));
    else if (level.kind === 'seq' && mark.kind === 'dash') level.names.push(line.marks[1]?.kind === 'key' ? line.marks[1].name : '');
  }
}
