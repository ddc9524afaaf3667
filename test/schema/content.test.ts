/** What the schemas say must be true: every keyword explained, every example and template right by the schema itself. */
import { describe, expect, test } from 'vitest';
import { freshBody } from '../../server/src/event/fresh.ts';
import type { DocumentStyle } from '../../server/src/syntax/style.ts';
import { jsonTemplate } from '../../server/src/features/completion/template.ts';
import { formats } from '../../server/src/formats/formats.ts';
import { validate } from '../../server/src/schema/check.ts';
import { textOf } from '../../server/src/schema/prose.ts';
import type { Schema } from '../../server/src/schema/schema.ts';
import { eventSchema, named, workflowSchema } from '../../server/src/schema/schemas.ts';
import { dispatches } from '../../server/src/schema/shape.ts';
import { valueOf, type Node } from '../../server/src/syntax/node.ts';
import { parse } from '../../server/src/syntax/parse.ts';

interface Place {
  /** Where in the schema, for people. */
  readonly path: string;
  /** The property it is the value of. */
  readonly property?: string;
  readonly schema: Schema;
}

/** Keys that are verbs: messages say 'in "emit"' rather than 'in this emit'. */
const selfSaid = ['emit', 'listen', 'raise', 'run'];

/** Every schema below this one, each once, with the first place it is found at. */
function everywhere(root: Schema): Place[] {
  const found = new Map<Schema, Place>();
  const visit = (schema: Schema, path: string, property?: string): void => {
    if (found.has(schema)) return;
    found.set(schema, { path, schema, ...(property === undefined ? {} : { property }) });
    for (const [name, each] of Object.entries(schema.properties ?? {})) visit(each, `${path}/${name}`, name);
    for (const dispatch of dispatches(schema)) {
      for (const each of Object.values(dispatch.keys)) visit(each, path);
      if (dispatch.else) visit(dispatch.else, path);
    }
    for (const [name, each] of Object.entries(schema.discriminatorValue?.cases ?? {})) visit(each, `${path}(${name})`);
    if (schema.discriminatorValue) visit(schema.discriminatorValue.else, path);
    schema.anyOf?.forEach((each, index) => visit(each, `${path}|${index}`));
    if (schema.items) visit(schema.items, `${path}[]`);
    if (schema.singleKeyMap) visit(schema.singleKeyMap.value, `${path}*`);
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${path}*`);
  };
  visit(root, '');
  return [...found.values()];
}

/** The text a template leaves behind when every stop keeps its default. */
export const filled = (body: string): string =>
  freshBody(body)
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
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
      (schema.templates ?? []).flatMap(({ label, body }) => {
        const said = messages(rootOf(filled(body)), schema);
        return said.length > 0 ? [{ path, label, said }] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('gives templates that are right in JSON too', () => {
    const layout: DocumentStyle = { format: 'yaml', lineBreak: '\n', space: ' ', unit: 2, listsIndented: true };
    const wrong = places.flatMap(({ path, schema }) =>
      (schema.templates ?? []).flatMap(({ label, body }) => {
        const text = filled(jsonTemplate(body, 0, layout));
        const root = parse(text, 'json').documents[0]?.fragment.root;
        const said = root ? validate(root, schema, 'json').map(({ message }) => message) : ['Nothing is here.'];
        const problems = parse(text, 'json').documents[0]?.fragment.errors ?? [];
        return said.length + problems.length > 0 ? [{ path, label, text, said, problems }] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('counts the stops of its templates from one, without a gap', () => {
    const wrong = places.flatMap(({ path, schema }) =>
      (schema.templates ?? []).flatMap(({ label, body }) => {
        const stops = new Set([...body.matchAll(/(?<!\\)\$\{?(\d+)/g)].map((match) => Number(match[1])).filter((stop) => stop > 0));
        return [...stops].some((_, index) => !stops.has(index + 1)) ? [`${path}: ${label}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('asks for forms that are known', () => {
    const read = [...Object.keys(formats), 'duration', 'cron'];
    expect(
      places.flatMap(({ path, schema }) => (schema.format && !read.includes(schema.format) ? [`${path}: ${schema.format}`] : [])),
    ).toEqual([]);
  });

  test('has a noun for every mapping that messages speak of', () => {
    const nameless = places.filter(
      ({ path, property, schema }) =>
        property !== undefined && !selfSaid.includes(property) && schema.type === 'object' && !schema.title && !path.includes('|'),
    );
    expect(nameless.map(({ path }) => path)).toEqual([]);
  });
});

test('a name in front moves the stops', () => {
  expect(named({ label: 'set', body: 'set:\n  ${1:name}: \\${ ${2|a,b|} }\n\n  x: $0' }).body).toBe(
    '${1:name}:\n  set:\n    ${2:name}: \\${ ${3|a,b|} }\n\n    x: $0',
  );
});

test('a list of tasks offers whole tasks', () => {
  const labels = workflowSchema.properties!.do!.items!.templates!.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['set', 'call http', 'switch', 'fork', 'try', 'listen to one', 'run container', 'wait']));
});
