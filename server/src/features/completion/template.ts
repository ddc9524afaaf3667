/** Templates are written in block YAML; here they are set at the place where they are to stand. */
import type { MapNode, Node } from '../../syntax/node.ts';
import { parse } from '../../syntax/parse.ts';
import type { DocumentStyle } from '../../syntax/style.ts';
import { isPlainText } from '../../syntax/write.ts';

/** The lines of a template, the first one bare, the others below `column`. */
export function blockTemplate(body: string, column: number, style: DocumentStyle): string {
  // The columns of the template in which the lines around begin, and where those are then.
  const around: { from: number; to: number }[] = [];
  const lines = body
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const from = line.length - line.trimStart().length;
      if (from === line.length) return '';
      while (around.length > 0 && around.at(-1)!.from > from) around.pop();
      const parent = around.at(-1);
      const to = !parent ? column : parent.from === from ? parent.to : parent.to + style.unit;
      if (parent?.from !== from) around.push({ from, to });
      // What goes on behind a dash stands two columns further, however deep levels are.
      if (line.startsWith('- ', from)) around.push({ from: from + 2, to: to + 2 });
      return ' '.repeat(index === 0 ? 0 : to) + line.slice(from);
    });
  return lines.join('\n');
}

/** Where a template in brackets begins: JSON over several lines, their first at `column`, or YAML on one line. */
export interface Brackets {
  readonly style: 'json' | 'flow';
  readonly column: number;
  readonly document: DocumentStyle;
}

/** The same template in brackets. */
export function bracketTemplate(body: string, brackets: Brackets): string {
  const root = rootOf(body);
  return root ? print(root, brackets) : '$0';
}

/** The pairs of a template that is a mapping, for brackets that stand there already; lines behind the first are at `column`. */
export function memberTemplate(body: string, brackets: Brackets): string {
  const root = rootOf(body);
  if (root?.kind !== 'map') return '$0';
  return pairs(root, brackets).join(brackets.style === 'flow' ? ', ' : `,\n${pad(brackets)}`);
}

/** A template without its stops: what is there once it is accepted. */
export const withoutStops = (body: string): string =>
  body
    .replace(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/(?<!\\)\$(\d+|\{\d+\})/g, '')
    .replace(/\\([$}\\])/g, '$1');

const rootOf = (body: string): Node | undefined => parse(body, 'yaml').documents[0]?.fragment.root;

const pad = ({ document, column }: Brackets): string => document.space.repeat(column);

const deeper = (brackets: Brackets): Brackets => ({ ...brackets, column: brackets.column + brackets.document.unit });

function print(node: Node, brackets: Brackets): string {
  const { style } = brackets;
  const inner = deeper(brackets);
  const block = (open: string, members: readonly string[], close: string): string => {
    if (members.length === 0) return open + close;
    if (style === 'json') return `${open}\n${members.map((line) => pad(inner) + line).join(',\n')}\n${pad(brackets)}${close}`;
    const blank = open === '{' ? ' ' : '';
    return open + blank + members.join(', ') + blank + close;
  };
  if (node.kind === 'seq')
    return block(
      '[',
      node.elements.map((element) => print(element, inner)),
      ']',
    );
  if (node.kind === 'scalar') return scalar(node.text, node.value, style);
  if (node.kind === 'alias') return 'null';
  return block('{', pairs(node, inner), '}');
}

const pairs = (map: MapNode, brackets: Brackets): string[] =>
  map.pairs.map(({ key, value }) => `${text(key.text, brackets.style)}: ${value ? print(value, brackets) : 'null'}`);

const bare = /^\$\{\d+(?::(-?\d+(\.\d+)?|true|false)|\|\d+(,\d+)*\|)\}$/;

function scalar(source: string, value: unknown, style: Brackets['style']): string {
  if (source === '$0') return style === 'flow' ? '{ $0 }' : '{$0}';
  if (typeof value !== 'string') return String(value);
  return bare.test(source) ? source : text(source, style);
}

/** A text around snippet text: stops and the snippet's own escapes stay. */
const text = (source: string, style: Brackets['style']): string =>
  style === 'flow' && isPlainText(withoutStops(source), true)
    ? source
    : `"${source.trimEnd().replace(/"/g, '\\\\"').replace(/\n/g, '\\\\n').replace(/\t/g, '\\\\t')}"`;
