/** Elements from data. Text of the document is only ever set as text. */
import type { Element as Shape } from '../../server/src/graph/draw/shapes.ts';
import { tools } from '../../server/src/graph/draw/icons.ts';

const svgSpace = 'http://www.w3.org/2000/svg';

export function make({ tag, attrs, kids, text }: Shape): SVGElement {
  const element = document.createElementNS(svgSpace, tag);
  for (const name in attrs) element.setAttribute(name, String(attrs[name]));
  if (text !== undefined) element.textContent = text;
  else if (kids) for (const kid of kids) element.append(make(kid));
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attrs: Record<string, string | number> = {}): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgSpace, tag);
  for (const name in attrs) element.setAttribute(name, String(attrs[name]));
  return element;
}

export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attrs: Record<string, string> = {},
  ...kids: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const name in attrs) element.setAttribute(name, attrs[name]!);
  element.append(...kids);
  return element;
}

export type Tool = keyof typeof tools;

/** A 16 px icon in the text colour. */
export function icon(name: Tool): SVGSVGElement {
  const root = svg('svg', { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  root.append(svg('path', { class: 'ic', d: tools[name] }));
  return root;
}

export function button(name: Tool, label: string, press: () => void): HTMLButtonElement {
  const element = html('button', { type: 'button', title: label, 'aria-label': label }, icon(name));
  element.addEventListener('click', press);
  return element;
}

const quiet = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether things may move. */
export const moves = (): boolean => !quiet.matches && !document.body.classList.contains('vscode-reduce-motion');
