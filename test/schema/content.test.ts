/** What the schemas say must be true: every keyword explained, every example and template right by the schema itself. */
import { describe, expect, test } from 'vitest';
import { freshBody } from '../../server/src/event/fresh.ts';
import type { DocumentStyle } from '../../server/src/syntax/style.ts';
import { bracketTemplate } from '../../server/src/features/completion/template.ts';
import { quotedInTemplates } from '../../server/src/features/completion/values.ts';
import { formats } from '../../server/src/formats/formats.ts';
import { validate } from '../../server/src/schema/check.ts';
import { bodyOf, textOf } from '../../server/src/schema/prose.ts';
import type { Schema } from '../../server/src/schema/schema.ts';
import { eventSchema, workflowSchema } from '../../server/src/schema/schemas.ts';
import { legacySchema } from '../../server/src/workflow/v0/schema.ts';
import { valueOf, type Node } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { everywhere } from '../support/schema-places.ts';

/** Keys that are verbs: messages say 'in "emit"' rather than 'in this emit'. */
const selfSaid = ['emit', 'listen', 'raise', 'run'];

/** The text a template leaves behind when every stop keeps its default. */
export const filled = (body: string): string =>
  freshBody(body)
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    // A blank for a name of the user's, which has to be given.
    .replace(/: \$[1-9]$/gm, ': a')
    .replace(/(?<!\\)\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([$}\\])/g, '$1');

const rootOf = (text: string): Node | undefined => {
  const tree = parse(text, 'yaml');
  const fragment = tree.documents[0]?.fragment;
  expect(fragment?.errors, text).toEqual([]);
  return fragment?.root;
};

const messages = (node: Node | undefined, schema: Schema): string[] =>
  node ? validate(node, schema, 'yaml').map(({ message }) => message) : ['Nothing is here.'];

const schemas: readonly [string, Schema][] = [
  ['workflow.yaml', workflowSchema],
  ['cloudevent.yaml', eventSchema],
];

describe.each(schemas)('%s', (file, root) => {
  const places = everywhere(root);
  const properties = places.flatMap(({ path, schema }) =>
    Object.entries(schema.properties ?? {}).map(([name, value]) => ({ path: `${path}/${name}`, name, value })),
  );

  test('explains every keyword', () => {
    expect(properties.filter(({ value }) => !value.description).map(({ path }) => path)).toEqual([]);
  });

  test('in whole sentences', () => {
    const texts = places.flatMap(({ path, schema }) =>
      [schema.description && textOf(schema.description), schema.deprecated].flatMap((text) => (text ? [{ path, text }] : [])),
    );
    expect(texts.filter(({ text }) => !/^[A-Z`].*[.]$/s.test(text.trim()))).toEqual([]);
    expect(
      texts.filter(({ text }) => /\b(please|successfully|simply|just|e\.g\.|i\.e\.|if any|additionalProperties|oneOf)\b|!/i.test(text)),
    ).toEqual([]);
  });

  test('explains every value that is named', () => {
    const silent = places.flatMap(({ path, schema }) =>
      [...(schema.enum ?? []), ...(schema.enumDescriptions ? (schema.suggest ?? []) : [])]
        .filter((value) => !schema.enumDescriptions?.[String(value)])
        .map((value) => `${path}: ${String(value)}`),
    );
    const idle = places.flatMap(({ path, schema }) =>
      Object.keys(schema.enumDescriptions ?? {})
        .filter((value) => ![...(schema.enum ?? []), ...(schema.suggest ?? [])].map(String).includes(value))
        .map((value) => `${path}: ${value}`),
    );
    expect([silent, idle]).toEqual([[], []]);
  });

  test('names what is open to many: most keywords have an example', () => {
    expect(properties.filter(({ value }) => value.example).length / properties.length).toBeGreaterThan(0.6);
  });

  if (file === 'cloudevent.yaml')
    test('gives every attribute an example', () => {
      expect(properties.filter(({ value }) => !value.example).map(({ path }) => path)).toEqual([]);
    });

  test('gives examples of two to nine lines that are right', () => {
    const wrong = places.flatMap(({ path, property, schema }) => {
      if (schema.example === undefined) return [];
      const example = textOf(schema.example);
      const lines = example.trimEnd().split('\n').length;
      const node = rootOf(example);
      const value = property === undefined ? undefined : valueOf(node, property);
      const said = value
        ? messages(value, schema)
        : node?.kind === 'seq' && file === 'workflow.yaml'
          ? messages(node, workflowSchema.properties!.do!)
          : [];
      return lines > 9 || said.length > 0 ? [{ path, example, said }] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('gives templates that are right', () => {
    const wrong = places.flatMap(({ path, schema }) =>
      (schema.templates ?? []).flatMap((template) => {
        const { label } = template;
        const body = bodyOf(template);
        const said = messages(rootOf(filled(body)), schema);
        return said.length > 0 ? [{ path, label, said }] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['json', 'json'],
    ['yaml', 'flow'],
  ] as const)('gives templates that are right in brackets, too: %s', (format, style) => {
    const document: DocumentStyle = { format, lineBreak: '\n', space: ' ', unit: 2, listsIndented: true };
    const wrong = places.flatMap(({ path, schema }) =>
      (schema.templates ?? []).flatMap((template) => {
        const { label } = template;
        const body = bodyOf(template);
        const text = filled(bracketTemplate(body, { style, column: 0, document }));
        const root = parse(text, format).documents[0]?.fragment.root;
        const said = root ? validate(root, schema, format).map(({ message }) => message) : ['Nothing is here.'];
        const problems = parse(text, format).documents[0]?.fragment.errors ?? [];
        return said.length + problems.length > 0 ? [{ path, label, text, said, problems }] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('puts stops into quotes only where completion leaves Tab to the template', () => {
    const wrong = places.flatMap(({ path, schema }) =>
      (schema.templates ?? []).flatMap((template) =>
        [...bodyOf(template).matchAll(/^[ -]*(\w+): ['"]\$\{?\d/gm)].flatMap(([, key]) =>
          quotedInTemplates.has(key) ? [] : [`${path}: ${key}`],
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('says what its templates came with', () => {
    const wrong = places.flatMap(({ path, schema }) =>
      (schema.templates ?? []).flatMap((template) => {
        const body = filled(bodyOf(template)).replace(/^/gm, '  ');
        const around: Schema = { type: 'object', properties: { dsl: { type: 'string' }, value: schema } };
        const needs = ['1.0.0', '1.0.1', '1.0.2', '1.0.3'].find(
          (dsl) => validate(rootOf(`dsl: ${dsl}\nvalue:\n${body}`)!, around, 'yaml', ['dsl']).length === 0,
        );
        return needs === (template.since ?? '1.0.0') ? [] : [{ path, label: template.label, needs }];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('counts the stops of its templates from one, without a gap', () => {
    const wrong = places.flatMap(({ path, schema }) =>
      (schema.templates ?? []).flatMap((template) => {
        const { label } = template;
        const body = bodyOf(template);
        const stops = new Set([...body.matchAll(/(?<!\\)\$\{?(\d+)/g)].map((match) => Number(match[1])).filter((stop) => stop > 0));
        return [...stops].some((_, index) => !stops.has(index + 1)) ? [`${path}: ${label}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('has a noun for every mapping that messages speak of', () => {
    const nameless = places.filter(
      ({ path, property, schema }) =>
        property !== undefined && !selfSaid.includes(property) && schema.type === 'object' && !schema.title && !path.includes('|'),
    );
    expect(nameless.map(({ path }) => path)).toEqual([]);
  });
});

type Word = 'type' | 'format' | 'references' | 'defines' | 'subWorkflow' | 'eventType' | 'security' | 'scope' | 'expression';
type Words<Keyword extends Word> = Record<Exclude<NonNullable<Schema[Keyword]>, readonly unknown[]>, true>;

/** YAML has no types: what TypeScript believes of a schema, told as data. */
const words: { readonly [Keyword in Word]: Words<Keyword> } = {
  type: { object: true, array: true, string: true, number: true, integer: true, boolean: true, null: true },
  format: { ...Object.fromEntries(Object.keys(formats).map((name) => [name, true])), duration: true, cron: true },
  references: {
    ...{ task: true, function: true, error: true, retry: true, timeout: true, authentication: true, secret: true, catalog: true },
    event: true,
  },
  defines: {
    ...{ function: true, error: true, retry: true, timeout: true, authentication: true, secret: true, catalog: true, event: true },
    extension: true,
  },
  subWorkflow: { namespace: true, name: true, version: true },
  eventType: { emit: true, listen: true },
  security: { credential: true, endpoint: true, command: true, named: true },
  scope: { workflowInput: true, workflowOutput: true, taskIf: true, taskInput: true, taskOutput: true, taskExport: true },
  expression: { always: true, allowed: true },
};

/** Every keyword that `Schema` knows and our own schemas may have. */
const keywords: Record<Exclude<keyof Schema, 'own'>, true> = {
  ...{
    $ref: true,
    $defs: true,
    title: true,
    description: true,
    example: true,
    gives: true,
    since: true,
    requiredSince: true,
    deprecated: true,
    link: true,
  },
  ...{ type: true, const: true, enum: true, suggest: true, enumDescriptions: true, default: true, format: true },
  ...{ minLength: true, minimum: true, maximum: true, items: true, minItems: true, minProperties: true },
  ...{ properties: true, required: true, additionalProperties: true, dependentRequired: true, excludes: true, singleKeyMap: true },
  ...{ anyOf: true, discriminator: true, discriminatorValue: true, templates: true },
  ...{ references: true, defines: true, subWorkflow: true, eventType: true, security: true, scope: true, expression: true },
  ...{ address: true },
  ...{
    step: true,
    eventFilter: true,
    api: true,
    apiNames: true,
    durationRange: true,
    jsonSchema: true,
    main: true,
    bases: true,
    anyRequired: true,
    optionalSince: true,
  },
};

test.each([...schemas, ['workflow-0.x.yaml', legacySchema] as const])('%s has no word that nobody reads', (_, root) => {
  const unknown = everywhere(root).flatMap(({ path, schema }) => [
    ...Object.keys(schema).flatMap((keyword) => (keyword in keywords ? [] : [`${path}: ${keyword}`])),
    ...(Object.keys(words) as Word[]).flatMap((keyword) =>
      [schema[keyword] ?? []].flat().flatMap((word) => (word in words[keyword] ? [] : [`${path}: ${keyword} ${word}`])),
    ),
  ]);
  expect(unknown).toEqual([]);
});

test('a name in front moves the stops', () => {
  expect(bodyOf({ body: 'set:\n  ${1:name}: \\${ ${2|a,b|} }\n\n  x: $0', named: true })).toBe(
    '${1:name}:\n  set:\n    ${2:name}: \\${ ${3|a,b|} }\n\n    x: $0',
  );
});

test('a list of tasks offers whole tasks', () => {
  const labels = workflowSchema.properties!.do!.items!.templates!.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['set', 'call http', 'switch', 'fork', 'try', 'listen to one', 'run container', 'wait']));
});
