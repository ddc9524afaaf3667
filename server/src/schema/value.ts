/** Is this value of the right kind, and does its text look as it must? */
import type { Node, Place, ScalarNode } from '../syntax/node.ts';
import { reportColon } from './colon.ts';
import { asVersion, formats } from './formats.ts';
import { checkList, checkMap } from './mapping.ts';
import type { Owner, Run } from './run.ts';
import { nameOf } from './run.ts';
import type { Schema } from './schema.ts';
import { alternatives } from './lookup.ts';
import { isExpression, pick, typesOf } from './shape.ts';
import { fillIn, fixValue, giveBody, joinAsMap, wrapAsList } from './fixes.ts';
import { emptyItem } from './named.ts';
import { and, kindWord, or, plural, quote, wanted, written } from './words.ts';
import { nearest } from '../rules/nearest.ts';

/** Checks a value that is there; `undefined` for one that is not. */
export function checkValue(node: Node | undefined, schema: Schema, owner: Owner, run: Run): void {
  const types = typesOf(schema);
  if (!node || isNull(node)) {
    if (types === 'any' || types.includes('null')) return;
    return owner.partial ? undefined : missingValue(schema, owner, run);
  }
  if (node.kind === 'alias') {
    if (!node.target) return;
    if (!pick(schema, node)) return wrongType(node, node.target, schema, owner, run);
    return run.borrow(node, schema);
  }
  if (node.kind === 'scalar' && reportColon(node, schema, owner, run)) return;
  const chosen = pick(schema, node);
  if (!chosen) return wrongType(node, node, schema, owner, run);
  const expression = node.kind === 'scalar' && chosen.expression && typeof node.value === 'string' && isExpression(node.value);
  if (chosen !== schema && chosen.since && chosen.since !== schema.since)
    run.newer(chosen.since, owner.at, `This form of ${owner.pair ? quote(owner.pair.key.text) : 'value'}`);
  if (expression) return;
  if (node.kind === 'map') checkMap(node, chosen, owner, run);
  else if (node.kind === 'seq') checkList(node, chosen, owner, run);
  else checkScalar(node, chosen, owner, run);
}

const isNull = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

function missingValue(schema: Schema, owner: Owner, run: Run): void {
  const mapping = alternatives(schema).find((each) => typesOf(each).includes('object'));
  // What a task does is missing, whether or not the mapping for it is there.
  if (mapping?.dispatch && mapping.noun === 'task') return checkMap(undefined, mapping, owner, run);
  if (!owner.pair && mapping?.oneKey) return run.report('schema/item-name', owner.at, emptyItem(mapping.oneKey.noun));
  const { pair } = owner;
  run.report('schema/missing-value', owner.at, `${nameOf(owner, schema, quote)} has no value yet. ${adviceFor(schema, mapping, run)}`, {
    ...(pair ? { fixes: fillIn(pair, schema) } : {}),
  });
}

function adviceFor(schema: Schema, mapping: Schema | undefined, run: Run): string {
  if (mapping?.required?.length) return `It needs ${and(mapping.required.map(quote))}.`;
  const names = Object.keys(mapping?.properties ?? {}).map(quote);
  if (mapping === schema && names.length > 0 && names.length <= 5) return `Add ${or(names)}.`;
  return `Write ${wanted(schema, run.format)}.`;
}

/** `node` is what stands here, `real` what it is (behind an alias). */
function wrongType(node: Node, real: Node, schema: Schema, owner: Owner, run: Run): void {
  const at: Place = node.kind === 'scalar' || node.kind === 'alias' ? node : owner.at;
  const say = (message: string, fixes?: ReturnType<typeof fixValue>): void =>
    run.report('schema/type', at, message, fixes ? { fixes } : {});
  const types = typesOf(schema);
  const only = (type: string): boolean => types !== 'any' && types.length === 1 && types[0] === type;
  const name = nameOf(owner, schema, quote);
  if (!owner.pair && schema.oneKey)
    return say(
      notNamed(real, schema.oneKey.noun, run),
      real === node && real.kind === 'scalar' ? giveBody(real, schema.oneKey.noun, schema.oneKey.value) : undefined,
    );
  if (real.kind === 'scalar' && typesOf(schema).includes('string') && schema.enum) return wrongEnum(real, schema, owner, run);
  if (real.kind === 'scalar' && only('string') && (schema.expression === 'always' || schema.format === 'expression')) {
    const expression = `\${ ${real.text} }`;
    return say(
      `${name} is an expression, not ${written(real, run.format)}. Write ${expression}.`,
      fixValue(node, `Change to "${expression}"`, expression, 'text'),
    );
  }
  if (real.kind === 'scalar' && typeof real.value === 'number' && alternatives(schema).some((each) => each.format === 'duration')) {
    const seconds = `PT${real.text}S`;
    return say(
      `${name} is a duration, not a number. For seconds write ${seconds}.`,
      fixValue(node, `Change to "${seconds}"`, seconds, 'text'),
    );
  }
  if (real.kind === 'scalar' && only('string')) {
    const text = schema.format === 'semver' ? (asVersion(real.text) ?? real.text) : real.text;
    const quoted = run.format === 'json' ? `"${text}"` : `'${text}'`;
    const kind = typeof real.value === 'number' ? 'a number' : 'a yes-or-no value';
    const message =
      run.format === 'json'
        ? `${name} is text, but ${real.text} is ${kind}. Quote it: ${quoted}.`
        : `YAML reads ${real.text} as ${kind}, but ${name} is text. Quote it: ${quoted}.`;
    return say(message, fixValue(node, schema.format === 'semver' ? 'Quote the version' : `Quote it: ${quoted}`, quoted));
  }
  if (real.kind === 'scalar' && typeof real.value === 'string') {
    const bare = real.text.trim();
    if ((only('integer') && /^-?\d+$/.test(bare)) || (only('number') && /^-?\d+(\.\d+)?$/.test(bare)))
      return say(
        `${name} is ${kindWord(only('integer') ? 'integer' : 'number', run.format)}, not text. Write it without quotes: ${bare}.`,
        fixValue(node, `Change to ${bare}`, bare),
      );
    if (only('boolean')) {
      const meant = /^(true|yes|on|y)$/i.test(bare) ? 'true' : /^(false|no|off|n)$/i.test(bare) ? 'false' : undefined;
      return say(`${name} is true or false, not ${quote(real.text)}.`, meant ? fixValue(node, `Change to ${meant}`, meant) : undefined);
    }
  }
  const wants = wanted(schema, run.format);
  if (only('array')) {
    const things = plural(schema);
    const how =
      run.format === 'json'
        ? 'Put it in [ ].'
        : things
          ? `Start each ${things.replace(/ies$/, 'y').replace(/s$/, '')} with "- ".`
          : 'Start each entry with "- ".';
    return say(`${name} is ${wants}, not ${written(real, run.format)}. ${how}`, wrapAsList(node));
  }
  if (only('integer') && real.kind === 'scalar' && typeof real.value === 'number')
    return say(`${name} is a whole number, not ${real.text}.`);
  say(`${name} is ${wants}, not ${written(real, run.format)}.`, node.kind === 'seq' ? joinAsMap(node) : undefined);
}

function notNamed(real: Node, noun: string, run: Run): string {
  if (real.kind !== 'scalar') return `This ${noun} is ${written(real, run.format)}. It is a name with what belongs to it.`;
  const shape = run.format === 'json' ? `{ "${real.text}": { … } }` : `"- ${real.text}:"`;
  return `${quote(real.text)} is only text. A ${noun} is a name with what belongs to it, as in ${shape}.`;
}

function checkScalar(node: ScalarNode, schema: Schema, owner: Owner, run: Run): void {
  if (schema.enum && !schema.enum.includes(node.value)) return wrongEnum(node, schema, owner, run);
  if (schema.const !== undefined && schema.const !== node.value)
    return run.report('schema/enum', node, `${nameOf(owner, schema, quote)} can only be ${String(schema.const)} here.`);
  if (typeof node.value === 'number') return checkNumber(node, node.value, schema, owner, run);
  if (typeof node.value !== 'string') return;
  if (schema.minLength !== undefined && node.value.length < schema.minLength)
    return run.report('schema/empty', node, `${nameOf(owner, schema, quote)} is empty. Write ${wanted(schema, run.format)}.`);
  const flaw = schema.format === undefined ? undefined : formats[schema.format]?.(node.value);
  if (!flaw) return;
  const { instead } = flaw;
  run.report(
    'schema/format',
    node,
    flaw.message,
    instead === undefined ? {} : { fixes: fixValue(node, flaw.title ?? `Change to "${instead}"`, instead, 'text') },
  );
}

function checkNumber(node: ScalarNode, value: number, schema: Schema, owner: Owner, run: Run): void {
  const { minimum, maximum } = schema;
  if ((minimum === undefined || value >= minimum) && (maximum === undefined || value <= maximum)) return;
  const range =
    minimum === undefined ? `${maximum} at most` : maximum === undefined ? `${minimum} at least` : `a number from ${minimum} to ${maximum}`;
  run.report('schema/range', node, `${node.text} is out of range: ${nameOf(owner, schema, quote)} is ${range}.`);
}

/** How many values a message lists before it names only the nearest. */
const most = 7;
/** … and how many it lists when nothing is near. */
const all = 12;

function wrongEnum(node: ScalarNode, schema: Schema, owner: Owner, run: Run): void {
  const values = (schema.enum ?? []).map(String);
  const meant = nearest(node.text, values);
  const is = schema.noun
    ? `not a ${schema.noun}`
    : owner.pair
      ? `not a value of ${quote(owner.pair.key.text)}`
      : 'not a value that is known here';
  const article = schema.noun && /^[aeiou]/.test(schema.noun) ? is.replace('not a ', 'not an ') : is;
  const help =
    values.length <= most || (!meant && values.length <= all)
      ? `Use ${or(values)}.`
      : meant
        ? `Did you mean "${meant}"?`
        : `Use ${values.slice(0, 5).join(', ')} or another value that completion lists.`;
  const offered = meant ? [meant] : values.length <= 5 ? values : [];
  run.report('schema/enum', node, `${quote(node.text)} is ${article}. ${help}`, {
    fixes: (tree) => offered.flatMap((value) => fixValue(node, `Change to "${value}"`, value, 'text', meant !== undefined)(tree)),
  });
}
