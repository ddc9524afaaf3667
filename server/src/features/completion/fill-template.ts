/** Templates with names of the user's: the next free one for what is new, and those there are for what is to be referred to. */
import { bodyOf } from '../../schema/prose.ts';
import { freshBody } from '../../event/fresh.ts';
import { isJqName } from '../../formats/expression.ts';
import { freeName } from '../../syntax/free-name.ts';
import type { Template } from '../../schema/schema.ts';
import { literal } from './style.ts';
import type { CompletionTarget } from './target.ts';
import type { Names } from './suggestion.ts';

/** More nobody reads in a list that opens by itself. */
const most = 50;

/** The body of a template for the place at hand. */
export function fillTemplate(template: Template, target: CompletionTarget, names: Names): string {
  const { names: kinds = {} } = template;
  const named = freshBody(bodyOf(template)).replace(
    /^(- )?\$\{1:(\w+)\}:/,
    (_, dash = '', name: string) => `${dash}\${1:${freeName(name, namesAround(target))}}:`,
  );
  return Object.entries(kinds).reduce((filled, [key, references]) => {
    const stops = new RegExp(`(\\b${key}: (?:.*\\$secrets\\.)?)\\$\\{(\\d+):([^}]*)\\}`);
    return filled.replace(stops, (stop, before: string, number: string, usual: string) => {
      const fits = before.endsWith('.') ? isJqName : isBare;
      const all = names({ references }).flatMap(({ name }) => (fits(name) ? name : []));
      const [first, ...others] = all.includes(usual) ? [usual, ...all.filter((name) => name !== usual)] : all;
      if (first === undefined) return stop;
      const choice = [first, ...others].slice(0, most).join(',');
      return others.length === 0 ? `${before}\${${number}:${first}}` : `${before}\${${number}|${choice}|}`;
    });
  }, named);
}

/** It can stand in a choice, and without quotes. */
const isBare = (name: string): boolean => /^[\w.-]+$/.test(name) && literal(name, { style: 'block', quote: '' }) === name;

/** jq reads it as one word. */

/** The names that the list or the mapping around has. */
function namesAround({ nodes }: CompletionTarget): ReadonlySet<string> {
  const around = nodes.at(-1);
  const pairs =
    around?.kind === 'map' ? around.pairs : (around?.elements ?? []).flatMap((each) => (each.kind === 'map' ? each.pairs.slice(0, 1) : []));
  return new Set(pairs.map(({ key }) => key.text));
}

/**
 * Snippet text whose last stop ends it, its text chosen: whoever has written that is done, and Enter and Tab are his own again. A choice
 * would keep the snippet alive, so that its first value is left of it.
 */
export function endInLastStop(text: string): string {
  const stops = [...text.matchAll(/(?<!\\)\$\{?(\d+)/g)].map((match) => Number(match[1]));
  const last = Math.max(-1, ...stops);
  if (last < 1 || stops.includes(0) || stops.indexOf(last) !== stops.lastIndexOf(last)) return text;
  return text.replace(new RegExp(`(?<!\\\\)\\$\\{${last}(?::|\\|([^,|]*)[^|]*\\|)`), (_, first?: string) =>
    first === undefined ? '${0:' : `\${0:${first}`,
  );
}
