/** A value of the wrong kind: what it is read as, what is wanted, and how to write that. */
import { asVersion } from '../formats/semver.ts';
import type { Finding } from '../rules/finding.ts';
import { elementsOf, type Node, type NodeRange, type ScalarNode } from '../syntax/node.ts';
import { changeText, changeValue, type Fixes, giveBody, listAsMap, quoteText, wrapAsList, wrapInMap } from './fixes.ts';
import { writeText } from '../syntax/write.ts';
import { alternatives } from './lookup.ts';
import type { ValueContext, ValidationContext } from './context.ts';
import { nameOf } from './context.ts';
import type { JsonType, Schema } from './schema.ts';
import { accepts, typesOf } from './shape.ts';
import { kindWord, plural, singular, wanted, written } from './describe.ts';
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

interface TypeMessage {
  readonly message: string;
  readonly about?: Finding['about'];
  readonly fixes?: Fixes;
}

/** The first that has something to say is heard. */
const describers: readonly ((about: Mismatch) => TypeMessage | undefined)[] = [
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

  // Text that YAML or JSON reads as something else.
  ({ node, real, schema, validation, name, only }) => {
    if (real.kind !== 'scalar' || only !== 'string') return undefined;
    const version = schema.format === 'semver';
    const text = version ? (asVersion(real.text) ?? real.text) : real.text;
    const quoted = validation.format === 'json' ? `"${text}"` : `'${text}'`;
    const kind = typeof real.value === 'number' ? 'a number' : 'a yes-or-no value';
    return {
      message:
        validation.format === 'json'
          ? `${name} is text, but ${real.text} is ${kind}. Quote it: ${quoted}.`
          : `YAML reads ${real.text} as ${kind}, but ${name} is text. Quote it: ${quoted}.`,
      fixes: quoteText(node, version ? 'Quote the version' : `Quote it: ${quoted}`, text),
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
      message: `${name} is true or false, not ${quote(real.text)}.`,
      ...(meant ? { fixes: changeValue(node, `Change to ${meant}`, meant === 'true') } : {}),
    };
  },

  // Text where a mapping is wanted of which it is the one thing that matters.
  ({ node, real, schema, validation, name, only, context }) => {
    if (only !== 'object' || real.kind !== 'scalar' || !context.pair) return undefined;
    const inner = mainProperty(schema, real);
    if (inner === undefined) return undefined;
    const json = validation.format === 'json';
    const pair = json ? `{ ${JSON.stringify(inner)}: ${JSON.stringify(real.value)} }` : `${inner}: ${source(real)}`;
    return {
      message: `${name} is ${wanted(schema, validation.format)}, not ${written(real, validation.format)}. Write ${json ? pair : `${quote(pair)} below it`}.`,
      fixes: wrapInMap(node, real, inner),
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

/** The property that a single value most likely stands for: the only required one, or the only one that takes such a value. */
function mainProperty(schema: Schema, value: Node): string | undefined {
  const takes = (name: string): boolean => {
    const property = schema.properties?.[name];
    return property !== undefined && alternatives(property).some((each) => accepts(each, value));
  };
  const { required = [], properties = {} } = schema;
  if (required.length > 0 || schema.discriminator || Object.keys(properties).length > 4)
    return required.length === 1 && takes(required[0]!) ? required[0] : undefined;
  const taking = Object.keys(properties).filter(takes);
  return taking.length === 1 ? taking[0] : undefined;
}

/** A scalar on one line, quoted where braces around it ask for that. */
const source = ({ text, value, style }: ScalarNode): string =>
  typeof value === 'string' ? writeText(text, { format: 'yaml', style, flow: true }) : text;

const namesIn = (node: Node): readonly string[] => (node.kind === 'map' ? node.pairs.map(({ key }) => key.text) : []);

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
  const at: NodeRange = node.kind === 'scalar' || node.kind === 'alias' ? node : context.at;
  for (const describe of describers) {
    const found = describe(about);
    if (found) return validation.report('schema/type', at, found.message, { about: found.about, fixes: found.fixes });
  }
  validation.report('schema/type', at, `${name} is ${wanted(schema, validation.format)}, not ${written(real, validation.format)}.`, {
    // What stands in a list below a name may be entries of the list around.
    about: context.enclosing ? undefined : { entry: true, names: elementsOf(node).flatMap(namesIn) },
    fixes: node.kind === 'seq' ? listAsMap(node, schema, context.pair) : undefined,
  });
}
