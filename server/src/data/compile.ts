/** Validators for the JSON Schemas that users write: ajv, which makes a function of each. A part of its own, for it is large. */
import { Ajv, type ErrorObject, type FuncKeywordDefinition, type Options, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats, { type FormatsPlugin } from 'ajv-formats';
import { unescapeStep } from '../formats/json-pointer.ts';
import type { Plain } from '../syntax/value.ts';
import { gentle, mayLast } from './pattern.ts';

/** What a value has against it. */
export interface Flaw {
  readonly keyword: string;
  /** From the value as a whole to what is meant. */
  readonly path: readonly string[];
  /** From the schema as a whole to the keyword. */
  readonly schemaPath: readonly string[];
  /** What stands under the keyword, and around it. */
  readonly wanted: unknown;
  readonly around: Readonly<Record<string, unknown>>;
  /** What ajv says beside, by the keyword. */
  readonly params: Readonly<Record<string, unknown>>;
  /** It is about the name of this key, and `propertyNames` says so too. */
  readonly ofName?: string;
}

export type Validator = (value: Plain) => readonly Flaw[];

const options: Options = {
  strict: false,
  allErrors: true,
  verbose: true,
  addUsedSchema: false,
  logger: false,
  code: { regExp: Object.assign(gentle, { code: 'new RegExp' }) },
};

// The packages are CommonJS: what is their default export depends on who reads them.
const addFormats = ((formats as { default?: unknown }).default ?? formats) as FormatsPlugin;

const made = new Map<unknown, Ajv>();

/** One of each kind, made when a schema asks for it. */
function ajvOf(Kind: typeof Ajv | typeof Ajv2019 | typeof Ajv2020): Ajv {
  const known = made.get(Kind) ?? addFormats(new Kind(options));
  if (!made.has(Kind)) known.removeKeyword('multipleOf').addKeyword(multipleOf);
  made.set(Kind, known);
  return known;
}

/** Ajv divides, by which 19.99 would be no multiple of 0.01: here what the binary fractions leave over does not count. */
const multipleOf: FuncKeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  schemaType: 'number',
  validate: (factor: number, value: number) => {
    const times = Math.round(value / factor);
    return !Number.isFinite(times) || Math.abs(times * factor - value) <= Math.abs(value) * Number.EPSILON * 2;
  },
};

/** The drafts by what `$schema` says; one that is not here is not known. */
const drafts: readonly (readonly [RegExp, readonly (typeof Ajv | typeof Ajv2019 | typeof Ajv2020)[]])[] = [
  [/^https?:\/\/json-schema\.org\/draft-0[67]\/schema#?$/, [Ajv]],
  [/^https:\/\/json-schema\.org\/draft\/2019-09\/schema#?$/, [Ajv2019]],
  [/^https:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/, [Ajv2020]],
  // Who does not say which may mean a form that only the older ones have.
  [/^$/, [Ajv2020, Ajv]],
];

/**
 * What checks values against a schema; undefined for one that is wrong itself, is written in a draft that is not known, or refers to what
 * stands elsewhere.
 */
export function compile(schema: Plain): Validator | undefined {
  if (typeof schema === 'boolean') return (value) => flawsBy(ajvOf(Ajv2020).compile(schema), value);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema) || '$async' in schema) return undefined;
  const { $schema = '', ...rest } = schema;
  const kinds = drafts.find(([form]) => typeof $schema === 'string' && form.test($schema))?.[1] ?? [];
  const asked = patient(rest) as Readonly<Record<string, Plain>>;
  for (const kind of kinds) {
    const ajv = ajvOf(kind);
    try {
      const validate = ajv.compile(asked);
      return (value) => flawsBy(validate, value);
    } catch {
      // The next may know it.
    } finally {
      // It is kept by whoever asked.
      ajv.removeSchema(asked);
    }
  }
  return undefined;
}

/** Nothing, too, of a schema that refers to itself without end, as `$dynamicRef` and `$recursiveRef` can. */
function flawsBy(validate: ValidateFunction, value: Plain): readonly Flaw[] {
  try {
    return validate(value) ? [] : (validate.errors ?? []).map(flawOf);
  } catch {
    return [];
  }
}

/** A schema that asks nothing of what stands under keys by a pattern that nobody tries (`gentle`): it may be meant or not. */
function patient(schema: Plain): Plain {
  if (Array.isArray(schema)) return schema.map(patient);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      const inside = patient(value);
      if (key !== 'patternProperties' || typeof inside !== 'object' || inside === null || Array.isArray(inside)) return [key, inside];
      return [key, Object.fromEntries(Object.entries(inside).map(([pattern, taken]) => [pattern, mayLast(pattern) || taken]))];
    }),
  );
}

const flawOf = ({ keyword, instancePath, schemaPath, schema, parentSchema, params, propertyName }: ErrorObject): Flaw => ({
  keyword,
  path: stepsOf(instancePath),
  schemaPath: stepsOf(decoded(schemaPath)),
  wanted: schema,
  around: parentSchema ?? {},
  params: params as Flaw['params'],
  ofName: propertyName,
});

/** The steps of a JSON Pointer. */
const stepsOf = (pointer: string): string[] => pointer.split('/').slice(1).map(unescapeStep);

function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
