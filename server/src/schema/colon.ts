/** A key whose colon, or the space after it, was left out: YAML reads the whole line as one text. */
import type { ScalarNode } from '../syntax/node.ts';
import { fixValue } from './fixes.ts';
import { alternatives } from './lookup.ts';
import type { Owner, Run } from './run.ts';
import type { Schema } from './schema.ts';
import { canHold, typesOf } from './shape.ts';
import { quote } from './words.ts';

/** Reports text that was meant to be the first pair of a mapping. Says whether it was. */
export function reportColon(node: ScalarNode, schema: Schema, owner: Owner, run: Run): boolean {
  if (run.format === 'json' || node.style !== 'plain' || typeof node.value !== 'string') return false;
  const parts = /^([\w-]+)(:?)(\s*)([^\n]*)/.exec(node.text);
  if (!parts || (parts[2] === '' && parts[3] === '' && parts[4] !== '') || !holds(schema, parts[1]!, parts[4] === '')) return false;
  const [, key, colon, , rest] = parts as unknown as [string, string, string, string, string];
  const right = rest === '' ? `${key}:` : `${key}: ${rest}`;
  const message =
    colon === '' ? `${quote(key)} has no colon. Write ${quote(right)}.` : `A space is missing after the colon. Write ${quote(right)}.`;
  run.report('schema/type', node, message, owner.pair || rest !== '' ? { fixes: fixValue(node, `Change to ${quote(right)}`, right) } : {});
  return true;
}

/** Only a word that is one of the properties counts; alone, it must not be a text that may stand here itself. */
function holds(schema: Schema, key: string, alone: boolean): boolean {
  const all = alternatives(schema);
  if (alone && all.some((each) => typesOf(each) === 'any' || typesOf(each).includes('string'))) return false;
  return all.some((each) => typesOf(each) !== 'any' && canHold(each, key));
}
