/** A drawing as one self-contained SVG file. */
import type { Graph } from '../graph.ts';
import { layout } from './layout.ts';
import type { LayoutOptions } from './layout.ts';
import { margin } from './metrics.ts';
import type { Element, Shape } from './shapes.ts';
import { itemsOf, layers } from './shapes.ts';
import { background, styleOf } from './theme.ts';
import type { Theme } from './theme.ts';

export interface SvgOptions extends LayoutOptions {
  readonly theme?: Theme;
  /** Leaves the page behind the drawing out. */
  readonly transparent?: boolean;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: escaped, without the characters no XML file may hold. */
const escape = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (char) => (char === '\n' || char === '\t' ? char : '\ufffd'))
    .replace(/[&<>"]/g, (sign) => entities[sign]!);

/** The whole graph as an SVG file. */
export function renderSvg(graph: Graph, { theme = 'light', transparent = false, ...options }: SvgOptions = {}): string {
  const placed = layout(graph, options);
  const { x, y, w, h } = placed.bounds;
  const [left, top, width, height] = [Math.floor(x) - margin, Math.floor(y) - margin, Math.ceil(w) + 2 * margin, Math.ceil(h) + 2 * margin];
  const items = itemsOf(placed);
  const title = graph.title || graph.name || 'Workflow';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escape(title)}</title>`,
    `<style>${styleOf(theme)}</style>`,
    transparent ? '' : `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${background(theme)}"/>`,
    ...layers.map((layer) => `<g>${items[layer].map(({ shape }) => group(shape())).join('')}</g>`),
    '</svg>\n',
  ].join('');
}

const group = ({ className, x, y, kids }: Shape): string =>
  `<g class="${className}"${x || y ? ` transform="translate(${x} ${y})"` : ''}>${kids.map(element).join('')}</g>`;

/** Parts that only an interactive page shows are left out. */
const interactive = /(^| )(ring|hit|distant)( |$)/;

function element({ tag, attrs, kids, text }: Element): string {
  if (interactive.test(String(attrs.class ?? ''))) return '';
  const list = Object.entries(attrs)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? value : escape(value)}"`)
    .join('');
  const inside = text !== undefined ? escape(text) : (kids ?? []).map(element).join('');
  return inside ? `<${tag}${list}>${inside}</${tag}>` : `<${tag}${list}/>`;
}
