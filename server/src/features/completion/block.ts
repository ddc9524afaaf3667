/** The cursor in block YAML: indentation says where it belongs. */
import { documentAt, pathAt } from '../../syntax/locate.ts';
import type { Tree } from '../../syntax/node.ts';
import { noComma, type Context, type Level } from './context.ts';
import { draftAt, type Draft } from './draft.ts';
import { indentOf, lineStart, readLine, type Line, type Mark } from './line.ts';
import { entryOf, neighboursBelow } from './neighbours.ts';

/** The way upwards ended in flow style: `{` or `[` opens at `start`, under the levels so far. */
export interface FlowStart {
  readonly start: number;
  readonly levels: readonly Level[];
}

/** What stands at the cursor; several where indentation leaves it open; a FlowStart where brackets may be open. */
export function blockContexts(tree: Tree, from: number, offset: number): (Context | FlowStart)[] {
  const { text } = tree;
  const line = readLine(text, lineStart(text, offset));
  if ((line.comment >= 0 && offset > line.comment) || isBoundary(text, line.start)) return [];
  const draft = draftAt(text, line, offset);
  if (!draft) return [];
  const found = climb(tree, from, line, draft);
  if (!found) return [];
  // A list whose dashes stand right under its key: a line at that column may go on with either.
  const list = 'want' in found && found.want === 'item' ? found.levels.at(-2) : undefined;
  if (list?.kind !== 'map' || list.column !== draft.column) return [found];
  const other = climb(tree, from, line, { ...draft, want: 'key' });
  return other ? [found, other] : [found];
}

const isBoundary = (text: string, start: number): boolean => text.startsWith('---', start) || text.startsWith('...', start);

/** From the cursor up to the root, noting the neighbours on the way. */
function climb(tree: Tree, from: number, origin: Line, draft: Draft): Context | FlowStart | undefined {
  const { text } = tree;
  const levels: Level[] = [];
  let { want } = draft;
  let { column } = draft;
  // What is looked for: neighbours and parent of a key, of a dash, or of something that its neighbours will tell.
  let child = (want === 'node' ? 'node' : want === 'item' ? 'dash' : 'key') as Mark['kind'] | 'node';
  let blocked = false;
  let flow: { start: number; depth: number } | undefined;
  let deeper = false;

  const open = (kind: Level['kind'], key?: string): Level => {
    const level: Level = { kind, column, entries: [], names: [], ...(key === undefined ? {} : { key }) };
    levels.push(level);
    child = kind === 'map' ? 'key' : 'dash';
    return level;
  };
  const neighbour = (mark: Mark, line: Line): void => {
    if (child === 'node') {
      want = mark.kind === 'key' ? 'key' : 'item';
      open(mark.kind === 'key' ? 'map' : 'seq');
    }
    const level = levels.at(-1);
    if (mark.kind === 'key') level?.entries.push(entryOf(text, line, mark));
    else if (level?.kind === 'seq') level.names.push(nameOf(line, mark));
  };
  const parent = (mark: Mark, line: Line): void => {
    if (child === 'node' && deeper) blocked = true;
    const own = line.marks.at(-1) === mark ? text.slice(line.rest.start, line.rest.end) : '';
    column = mark.column;
    const opens = /^[[{]/.test(own) && line.rest.start < draft.replace.start + (line === origin ? 1 : 0);
    if (mark.kind === 'key') open('map', mark.name);
    else open('seq');
    if (opens || (line !== origin && /^[[{]/.test(own))) {
      flow = { start: line.rest.start, depth: levels.length - 1 };
      blocked = false;
    } else if (own && line !== origin) {
      blocked = true;
      flow = undefined;
    }
  };

  if (want === 'key' || want === 'item') open(want === 'key' ? 'map' : 'seq');
  let first = draft.before;
  let line = origin;
  for (let at = origin.start; at >= 0;) {
    for (let index = first.length - 1; index >= 0; index--) {
      const mark = first[index]!;
      if (mark.column === column && (child === 'node' || mark.kind === child)) neighbour(mark, line);
      else if (mark.column < column || (mark.kind === 'key' && child === 'dash' && mark.column === column)) parent(mark, line);
    }
    deeper = false;
    at = at > from ? above(child === 'dash' ? listStart(tree, at, column) : at) : -1;
    if (at < 0) break;
    line = readLine(text, at);
    first = line.marks;

    function above(below: number): number {
      for (let start = below; start > from;) {
        start = lineStart(text, start - 1);
        if (isBoundary(text, start)) return -1;
        const indent = indentOf(text, start);
        if (indent >= 0 && indent <= column) return start;
        if (indent > column) deeper = true;
      }
      return -1;
    }
  }
  if (flow) return { start: flow.start, levels: levels.slice(flow.depth).reverse() };
  if (blocked) return undefined;
  levels.reverse();
  neighboursBelow(text, origin.end, levels);
  const { replace, typed, colon, quote, lead, below } = draft;
  return { want, levels, replace, typed, style: 'block', colon, column: draft.column, quote, comma: noComma, lead, below };
}

const nameOf = (line: Line, dash: Mark): string => {
  const next = line.marks[line.marks.indexOf(dash) + 1];
  return next?.kind === 'key' ? next.name : '';
};

/** Where the tree knows the list of the dash on this line: the line of its first dash, so that the elements between need no reading. */
function listStart(tree: Tree, line: number, column: number): number {
  const root = documentAt(tree, line)?.fragment.root;
  const nodes = pathAt(tree, line + column, root)?.nodes ?? [];
  for (const node of nodes) {
    const first = node.kind === 'seq' && !node.flow ? node.elements[0] : undefined;
    if (!first) continue;
    const start = tree.base(node.fragment) + node.start;
    const dash = tree.text.lastIndexOf('-', start + (tree.text[start] === '-' ? 0 : -1));
    if (dash >= 0 && dash <= line + column && dash - lineStart(tree.text, dash) === column) return lineStart(tree.text, dash);
  }
  return line;
}
