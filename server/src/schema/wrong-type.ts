/** A value of the wrong kind: what it is read as, what is wanted, and how to write that. */
import { isExpression } from '../formats/expression.ts';
import { asVersion } from '../formats/semver.ts';
import type { Finding } from '../rules/finding.ts';
import { elementsOf, type Node, type NodeRange, type ScalarNode, type SeqNode } from '../syntax/node.ts';
import {
  changeText,
  changeToFilled,
  changeValue,
  type Fixes,
  giveBody,
  listAsMap,
  listUnder,
  listAsPairs,
  quoteText,
  spaceAfterDashes,
  unwrap,
  withoutDash,
  withoutFirstDash,
  wrapAsList,
  wrapInMap,
} from './fixes.ts';
import { writeFlow, writeText } from '../syntax/write.ts';
import { kindAsMapping } from './call-kinds.ts';
import { alternatives } from './lookup.ts';
import type { ValueContext, ValidationContext } from './context.ts';
import { nameOf } from './context.ts';
import type { JsonType, Schema } from './schema.ts';
import { accepts, canHold, discriminatorsOf, typesOf } from './shape.ts';
import { inSeconds, mainWayOf } from './main.ts';
import { kindWord, pairWords, plural, singular, wanted, written } from './describe.ts';
import { and } from '../formats/sentence.ts';
import { checkDsl } from '../formats/release.ts';
import { fixTitle } from '../formats/violation.ts';
import { quote } from '../formats/quote.ts';

interface Mismatch {
  /** What stands there (an alias, perhaps), and what it is. */
  readonly node: Node;
  readonly real: Node;
  readonly schema: Schema;
  readonly context: ValueContext;
  readonly validation: ValidationContext;
  /** The start of the sentence: "wait", This task. */
  readonly name: string;
  /** The only kind that is wanted, if there is just one. */
  readonly only?: JsonType;
}

/** Behind a dash too many the lines below a key stand beside it: without that dash they are in their place. */
export function isMovedByDash({ elements: [only, ...others], flow }: SeqNode): boolean {
  const [first, second] = only?.kind === 'map' ? only.pairs : [];
  return !flow && others.length === 0 && first !== undefined && !first.value && second !== undefined;
}

/** The keys of what stands behind a second dash; undefined where several elements do, or no mapping. */
function keysBehind({ elements }: SeqNode): readonly string[] | undefined {
  const [only] = elements;
  return elements.length === 1 && only?.kind === 'map' ? only.pairs.map(({ key }) => key.text) : undefined;
}

interface TypeMessage {
  readonly message: string;
  /** Where it shows, if not at the value or its key. */
  readonly at?: NodeRange;
  readonly about?: Finding['about'];
  readonly fixes?: Fixes;
}

/** The first that has something to say is heard. */
const describers: readonly ((about: Mismatch) => TypeMessage | undefined)[] = [
  // A list item in a list of its own.
  ({ node, real, schema, context, name }) => {
    if (context.pair || real !== node || real.kind !== 'seq' || real.flow || !(schema.singleKeyMap || isMovedByDash(real)))
      return undefined;
    const names = keysBehind(real);
    const what = schema.singleKeyMap ? `This ${schema.singleKeyMap.title}` : name;
    return (
      names && { message: `${what} begins with two dashes. Remove one.`, about: { entry: true, names }, fixes: withoutFirstDash(real) }
    );
  },

  // A list item that should be a name with something below it.
  ({ node, real, schema, context, validation }) => {
    if (context.pair || !schema.singleKeyMap) return undefined;
    const { title, value } = schema.singleKeyMap;
    if (real.kind !== 'scalar')
      return { message: `This ${title} is ${written(real, validation.format)}. It is a name with what belongs to it.` };
    const shape = validation.format === 'json' ? `{ "${real.text}": { … } }` : `"- ${real.text}:"`;
    return {
      message: `${quote(real.text)} is only text. A ${title} is a name with what belongs to it, as in ${shape}.`,
      // Of `- ship: call`, the name may be the first word.
      about: { entry: true, names: [real.text, /^[\w-]*/.exec(real.text)![0]] },
      ...(node === real ? { fixes: giveBody(real, title, value) } : {}),
    };
  },

  kindAsMapping,

  // Always an expression, but not text.
  ({ node, real, schema, validation, name, only }) => {
    if (real.kind !== 'scalar' || only !== 'string' || !(schema.expression === 'always' || schema.format === 'expression'))
      return undefined;
    const expression = `\${ ${real.text} }`;
    return {
      message: `${name} is an expression, not ${written(real, validation.format)}. Write ${expression}.`,
      fixes: changeText(node, `Change to "${expression}"`, expression),
    };
  },

  // A number where a duration is wanted: of what?
  ({ node, real, schema, name }) => {
    if (real.kind !== 'scalar' || typeof real.value !== 'number' || !alternatives(schema).some((each) => each.format === 'duration'))
      return undefined;
    const seconds = `PT${real.text}S`;
    return {
      message: `${name} is a duration, not a number. For seconds write ${seconds}.`,
      fixes: changeText(node, `Change to "${seconds}"`, seconds),
    };
  },

  // A number where a mapping is wanted that says how long.
  ({ node, real, schema, validation, name }) => {
    const value = real.kind === 'scalar' ? inSeconds(real, schema) : undefined;
    if (value === undefined) return undefined;
    const seconds = writeFlow(value, { format: validation.format });
    return {
      message: `${name} is ${wanted(schema, validation.format)}, not a number. For seconds write ${seconds}.`,
      fixes: changeValue(node, `Change to ${seconds}`, value),
    };
  },

  // A whole number where a mapping is wanted that has one, beside what else it needs: `error: 404`.
  ({ node, real, schema, validation, name }) => {
    if (real.kind !== 'scalar' || !Number.isInteger(real.value)) return undefined;
    for (const { required = [], properties = {} } of alternatives(schema)) {
      const number = required.find((key) => typesOf(properties[key] ?? {}) !== 'any' && accepts(properties[key]!, real));
      const others = required.filter((key) => key !== number);
      if (number === undefined || others.length === 0) continue;
      return {
        message: `${name} is ${wanted(schema, validation.format)}, not a number. Write ${pairWords(number, real.value, validation.format)} inside of it, with ${and(others.map(quote))}.`,
        fixes: changeToFilled(node, required, properties, number, real.value),
      };
    }
    return undefined;
  },

  // Text that YAML or JSON reads as something else.
  ({ node, real, schema, validation, name, only }) => {
    if (real.kind !== 'scalar' || only !== 'string') return undefined;
    const older = schema.format === 'dsl' && Number(real.text) < 1 ? checkDsl(real.text) : undefined;
    if (older) return { message: older.message, fixes: quoteText(node, fixTitle(older), older.replacement!) };
    const version = schema.format === 'semver' || schema.format === 'dsl';
    const text = version ? (asVersion(real.text) ?? real.text) : real.text;
    const quoted = validation.format === 'json' ? `"${text}"` : `'${text}'`;
    const kind = typeof real.value === 'number' ? 'a number' : 'a yes-or-no value';
    return {
      message:
        validation.format === 'json'
          ? `${name} is text, but ${real.text} is ${kind}. Quote it: ${quoted}.`
          : `YAML reads ${real.text} as ${kind}, but ${name} is text. Quote it: ${quoted}.`,
      fixes:
        version && typeof real.value !== 'number'
          ? undefined
          : quoteText(node, version ? 'Quote the version' : `Quote it: ${quoted}`, text),
    };
  },

  // A number in quotes.
  ({ node, real, validation, name, only }) => {
    if (real.kind !== 'scalar' || typeof real.value !== 'string' || (only !== 'integer' && only !== 'number')) return undefined;
    const bare = real.text.trim();
    if (!/^-?\d+(\.\d+)?$/.test(bare) || (only === 'integer' && bare.includes('.'))) return undefined;
    return {
      message: `${name} is ${kindWord(only, validation.format)}, not text. Write it without quotes: ${bare}.`,
      fixes: changeValue(node, `Change to ${bare}`, Number(bare)),
    };
  },

  // YAML 1.1's yes and no, and true in quotes.
  ({ node, real, name, only }) => {
    if (real.kind !== 'scalar' || typeof real.value !== 'string' || only !== 'boolean') return undefined;
    const bare = real.text.trim();
    const meant = /^(true|yes|on|y)$/i.test(bare) ? 'true' : /^(false|no|off|n)$/i.test(bare) ? 'false' : undefined;
    return {
      message:
        bare === meant
          ? `${name} is true or false, but ${quote(bare)} in quotes is text. Leave out the quotes.`
          : `${name} is true or false, not ${quote(real.text)}.`,
      ...(meant ? { fixes: changeValue(node, `Change to ${meant}`, meant === 'true') } : {}),
    };
  },

  // A single value where a mapping is wanted of which it is the one thing that matters.
  ({ node, real, schema, validation, name, context }) => {
    if (real.kind !== 'scalar' || !context.pair) return undefined;
    const way = mainWayOf(schema, real);
    if (!way) return undefined;
    const inner = [...way.slice(1)].reverse().reduce((held, key) => `{ ${key}: ${held} }`, source(real));
    const json = [...way].reverse().reduce((held, key) => `{ ${JSON.stringify(key)}: ${held} }`, JSON.stringify(real.value));
    const how = validation.format === 'json' ? json : `${quote(`${way[0]}: ${inner}`)} below it`;
    return {
      message: `${name} is ${wanted(schema, validation.format)}, not ${written(real, validation.format)}. Write ${how}.`,
      fixes: wrapInMap(node, real, way),
    };
  },

  // A single value where a mapping is wanted that has names of one's own.
  ({ node, real, schema, validation, name, context }) => {
    if (real.kind !== 'scalar' || !context.pair || !alternatives(schema).some((each) => isOpen(each) && !each.deprecated)) return undefined;
    const what = writeFlow({ value: real.value }, { format: validation.format });
    return {
      message: `${name} is ${wanted(schema, validation.format)}, not ${written(real, validation.format)}. Give it a name inside, as in ${what}.`,
      fixes: wrapInMap(node, real, ['value']),
    };
  },

  // A list where a mapping is wanted that has names of one's own.
  ({ node, real, schema, validation, name, context }) => {
    const open = node.kind === 'seq' && real === node ? alternatives(schema).find(isOpen) : undefined;
    if (node.kind !== 'seq' || !open || !context.pair) return undefined;
    return {
      message: `${name} is ${wanted(schema, validation.format)}, not a list. Write each entry as ${pairWords('name', 'value', validation.format)}.`,
      fixes: listAsPairs(node, open, context.pair),
    };
  },

  // The list under a key of its own.
  ({ real, schema, name, only }) => {
    const [pair, ...others] = real.kind === 'map' ? real.pairs : [];
    if (only !== 'array' || real.kind !== 'map' || pair?.value?.kind !== 'seq' || pair.value.elements.length === 0 || others.length > 0)
      return undefined;
    const things = plural(schema) ?? 'entries';
    const many = things.replace(/^list of /, '');
    return {
      message: `The ${many} stand right under ${name}. Leave out ${quote(pair.key.text)}.`,
      fixes: unwrap(real, pair),
    };
  },

  // The one thing that is wanted, in brackets.
  ({ node, real, schema, name, only, validation }) => {
    const [element, ...others] = elementsOf(real);
    if (
      real !== node ||
      real.kind !== 'seq' ||
      only === undefined ||
      others.length > 0 ||
      element?.kind !== 'scalar' ||
      !accepts(schema, element)
    )
      return undefined;
    return {
      message: `${name} is ${wanted(schema, validation.format)}, not a list. Write ${element.text}.`,
      fixes: changeValue(real, `Change to ${quote(element.text)}`, element.value),
    };
  },

  // A list of steps below the name of one.
  ({ node, real, schema, context, validation, only }) => {
    const body =
      schema.step &&
      discriminatorsOf(schema)
        .flatMap(({ keys }) => Object.keys(keys))
        .find((key) => key === 'do');
    if (!body || only !== 'object' || node.kind !== 'seq' || real !== node || !context.pair || isOneStep(node, schema)) return undefined;
    const how = validation.format === 'json' ? `around it, as in { "${body}": [ … ] }` : `above it, such as "${body}:"`;
    return {
      message: `The ${schema.title} ${quote(context.pair.key.text)} holds a list. Write what it does ${how}.`,
      fixes: listUnder(node, body, context.pair),
    };
  },

  // Dashes without a space behind them are part of the keys.
  ({ node, validation, only }) => {
    if (only !== 'array' || validation.format === 'json' || node.kind !== 'map' || node.flow) return undefined;
    const tight = node.pairs.filter(({ key }) => key.style === 'plain' && /^-[^-]/.test(key.text));
    if (tight.length === 0 || tight.length < node.pairs.length) return undefined;
    const { text, fragment, start } = tight[0]!.key;
    return {
      at: { fragment, start, end: start + 1 },
      message: `A space is missing after ${tight.length > 1 ? 'each' : 'the'} dash. Write ${quote(`- ${text.slice(1)}:`)}.`,
      fixes: spaceAfterDashes(node),
    };
  },

  // One thing, or a mapping of things, where a list is wanted.
  ({ node, real, schema, validation, name, only }) => {
    if (only !== 'array') return undefined;
    const each = plural(schema) === undefined ? 'entry' : singular(schema);
    const how = validation.format === 'json' ? 'Put it in [ ].' : `Start each ${each} with "- ".`;
    return {
      message: `${name} is ${wanted(schema, validation.format)}, not ${written(real, validation.format)}. ${how}`,
      fixes: wrapAsList(node, schema),
    };
  },

  ({ real, name, only }) =>
    only === 'integer' && real.kind === 'scalar' && typeof real.value === 'number'
      ? { message: `${name} is a whole number, not ${real.text}.` }
      : undefined,
];

/** What one step does, in brackets: none of its keys is the name of another. */
function isOneStep({ elements }: SeqNode, schema: Schema): boolean {
  const keys = elements.flatMap(namesIn);
  return keys.length > 0 && elements.every(({ kind }) => kind === 'map') && keys.every((key) => canHold(schema, key));
}

/** A mapping of names of the user's own. */
function isOpen(schema: Schema): boolean {
  const { additionalProperties: more, required, discriminator, singleKeyMap } = schema;
  const isFree = more === true || typeof more === 'object';
  return typesOf(schema).includes('object') && isFree && !required?.length && !discriminator && !singleKeyMap;
}

/** A scalar on one line, quoted where braces around it ask for that. */
const source = ({ text, value, style }: ScalarNode): string =>
  typeof value === 'string' ? writeText(text, { format: 'yaml', style, flow: true }) : text;

const namesIn = (node: Node): readonly string[] => (node.kind === 'map' ? node.pairs.map(({ key }) => key.text) : []);

/** Reports a dash before the first key of a mapping, whose other keys stand below it without one. Says whether it was one. */
function reportDash({ node, schema, name, validation }: Mismatch): boolean {
  const first = node.kind === 'seq' && !node.flow ? node.elements[0] : undefined;
  const [pair] = first?.kind === 'map' ? first.pairs : [];
  const isBare = (each: { readonly code: string; readonly start: number }): boolean =>
    each.code === 'syntax/missing-dash' && node.start < each.start && each.start < node.end;
  // A list below the name of a step may be one of steps.
  if (!pair || node.kind !== 'seq' || schema.step || !typesOf(schema).includes('object')) return false;
  if (!validation.fragment.errors.some(isBare)) return false;
  validation.report(
    'schema/misplaced',
    { fragment: node.fragment, start: node.start, end: node.start + 1 },
    `${name} is ${wanted(schema, validation.format)}, not a list. Remove the "-" before ${quote(pair.key.text)}.`,
    { fixes: withoutDash(node) },
  );
  return true;
}

/** Reports a value that no alternative of the schema takes. `real` is what stands behind an alias. */
export function reportWrongType(node: Node, real: Node, schema: Schema, context: ValueContext, validation: ValidationContext): void {
  const types = typesOf(schema);
  const name = nameOf(context, schema, quote);
  const about: Mismatch = {
    node,
    real,
    schema,
    context,
    validation,
    name,
    only: types !== 'any' && types.length === 1 ? types[0] : undefined,
  };
  if (reportDash(about)) return;
  const at: NodeRange = node.kind === 'scalar' || node.kind === 'alias' ? node : context.at;
  // A runtime may evaluate what is no expression elsewhere.
  const evaluated = context.pair && real.kind === 'scalar' && isExpression(real.text) ? { names: [context.pair.key.text] } : undefined;
  for (const describe of describers) {
    const found = describe(about);
    if (found)
      return validation.report('schema/type', found.at ?? at, found.message, { about: found.about ?? evaluated, fixes: found.fixes });
  }
  const needs = about.only === 'object' && schema.required?.length ? ` It needs ${and(schema.required.map(quote))}.` : '';
  validation.report(
    'schema/type',
    at,
    `${name} is ${wanted(schema, validation.format)}, not ${written(real, validation.format)}.${needs}`,
    {
      // What stands in a list below a name may be entries of the list around.
      about: context.enclosing ? evaluated : { entry: true, names: elementsOf(node).flatMap(namesIn) },
      fixes: node.kind === 'seq' ? listAsMap(node, schema, context.pair) : undefined,
    },
  );
}
