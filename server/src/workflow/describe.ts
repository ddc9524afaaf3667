/** Values of a workflow as short words, for the drawing and for lists. */
import { insideExpression } from '../formats/expression.ts';
import type { Node } from '../syntax/node.ts';
import { elementsOf, resolve, valueOf } from '../syntax/node.ts';
import type { Duration } from '../time/duration.ts';
import { durationUnits, describeDuration, parseDuration } from '../time/duration.ts';

/** A scalar as one line of at most 100 characters; '' for anything else. */
export function textOf(node: Node | undefined): string {
  const scalar = resolve(node);
  return scalar?.kind === 'scalar' ? oneLine(scalar.text) : '';
}

/** A text with its white space folded, cut after 100 UTF-16 units. */
export const oneLine = (text: string): string => {
  const flat = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  return flat.length > 100 ? `${flat.slice(0, 99)}…` : flat;
};

/** An expression without its `${ }`. */
export const expressionOf = (text: string): string => oneLine(insideExpression(text) ?? text);

/** The value at a path of keys (`a.b.c`), aliases followed; undefined where one of them is not there. */
export function at(node: Node | undefined, path: string): Node | undefined {
  let found = node;
  for (const key of path.split('.')) if (!(found = valueOf(found, key))) break;
  return found;
}

/** "api.acme.io" of an address, the path of a relative one, an expression as it is. */
export function hostOf(endpoint: Node | undefined): string {
  const node = resolve(endpoint);
  const text = node?.kind === 'map' ? textOf(valueOf(node, 'uri')) : textOf(node);
  // In an expression the address often stands as a literal: ${ "https://host/" + .id }.
  const host = /^(?:\$\{\s*["'])?[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@\s"']*@)?([^/?#\s"'\\]+)/i.exec(text)?.[1];
  return host ?? expressionOf(text);
}

/** A duration as data: from its ISO 8601 text, or from a mapping of units (dsl-reference: Duration). Undefined where it is neither. */
export function durationOf(node: Node | undefined): Duration | undefined {
  const value = resolve(node);
  if (value?.kind === 'scalar') return parseDuration(value.text);
  if (value?.kind !== 'map') return undefined;
  const found: Partial<Record<(typeof durationUnits)[number], number>> = {};
  for (const unit of durationUnits) {
    const amount = valueOf(value, unit);
    if (amount?.kind === 'scalar' && typeof amount.value === 'number') found[unit] = amount.value;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** "15 minutes"; what cannot be read as a duration is shown as it is written. */
export function durationText(node: Node | undefined): string {
  const duration = durationOf(node);
  return duration ? describeDuration(duration) : expressionOf(textOf(node));
}

/** The last part of an error's type: "communication". */
const errorType = (text: string): string =>
  expressionOf(text)
    .replace(/[/#]+$/, '')
    .split(/[/#]/)
    .at(-1) ?? '';

/** "409 out-of-stock": status and type of an error or of a filter for errors. */
export const errorWords = (node: Node | undefined): string =>
  [textOf(valueOf(node, 'status')), errorType(textOf(valueOf(node, 'type')))].filter(Boolean).join(' ');

/** What a consumption strategy waits for: "any of 2 events", or the type of the only one. */
export function eventsWords(strategy: Node | undefined): string {
  const one = valueOf(strategy, 'one');
  if (one) return filterWords(one);
  for (const which of ['all', 'any'] as const) {
    const filters = valueOf(strategy, which);
    if (filters?.kind !== 'seq') continue;
    const elements = elementsOf(filters);
    if (elements.length === 1) return filterWords(elements[0]);
    return elements.length === 0 ? 'any event' : `${which} of ${elements.length} events`;
  }
  return '';
}

/** An event filter: its type, or the first attribute it asks for. */
function filterWords(filter: Node | undefined): string {
  const attributes = valueOf(filter, 'with');
  const type = textOf(valueOf(attributes, 'type'));
  if (type || attributes?.kind !== 'map') return expressionOf(type);
  const first = attributes.pairs[0];
  return first ? `${first.key.text} ${expressionOf(textOf(first.value))}`.trim() : '';
}
