/** Templates are written in block YAML; here they are set at the place where they are to stand. */
import type { Node } from '../../syntax/node.ts';
import { parse } from '../../syntax/parse.ts';
import type { DocumentStyle } from '../../syntax/style.ts';

/** The lines of a template, the first one bare, the others below `column`. */
export function blockTemplate(body: string, column: number, style: DocumentStyle): string {
  const [first = '', ...rest] = body.trimEnd().split('\n');
  const lines = rest.map((line) => {
    const depth = /^ */.exec(line)![0].length;
    return line.trim() === '' ? '' : ' '.repeat(column + Math.floor(depth / 2) * style.unit + (depth % 2)) + line.trimStart();
  });
  return [first, ...lines].join('\n');
}

/** The same template as JSON, its first line at `column`. */
export function jsonTemplate(body: string, column: number, style: DocumentStyle): string {
  const root = parse(body, 'yaml').documents[0]?.fragment.root;
  return root ? print(root, column, style) : '$0';
}

function print(node: Node, column: number, style: DocumentStyle): string {
  const inner = column + style.unit;
  const pad = (columns: number): string => style.space.repeat(columns);
  const block = (open: string, lines: readonly string[], close: string): string =>
    lines.length === 0 ? open + close : `${open}\n${lines.map((line) => pad(inner) + line).join(',\n')}\n${pad(column)}${close}`;
  if (node.kind === 'seq')
    return block(
      '[',
      node.elements.map((element) => print(element, inner, style)),
      ']',
    );
  if (node.kind === 'scalar') return scalar(node.text, node.value);
  if (node.kind === 'alias') return 'null';
  const lines = node.pairs.map((pair) => `${text(pair.key.text)}: ${pair.value ? print(pair.value, inner, style) : 'null'}`);
  return block('{', lines, '}');
}

const bare = /^\$\{\d+:(-?\d+(\.\d+)?|true|false)\}$/;

const scalar = (source: string, value: unknown): string =>
  source === '$0' ? '{$0}' : typeof value === 'string' ? (bare.test(source) ? source : text(source)) : String(value);

/** A JSON text around snippet text: stops and the snippet's own escapes stay. */
const text = (source: string): string => `"${source.trimEnd().replace(/"/g, '\\\\"').replace(/\n/g, '\\\\n').replace(/\t/g, '\\\\t')}"`;
