/** JSON Schemas that users write, as far as they say what may be written: read into the form that the schemas of this project have. */
import { unescapeStep } from '../formats/json-pointer.ts';
import { type Node, elementsOf, resolve, stringOf, valueOf } from '../syntax/node.ts';
import { toValue } from '../syntax/value.ts';
import { type JsonType, jsonTypes, type Schema } from './schema.ts';

/** What a schema stands in. */
interface Around {
  /** The root of the document that `$ref` leads into; the schema itself unless told. */
  readonly root?: Node;
  /** Deeper nobody looks; a schema may hold itself. */
  readonly deepest?: number;
}

const types: ReadonlySet<string> = new Set(jsonTypes);

type Scalars = NonNullable<Schema['enum']>;
const isScalar = (value: unknown): value is Scalars[number] => value === null || typeof value !== 'object';

/**
 * A schema for what `node` describes: types, named values, properties and elements, `$ref` inside of it followed. Whatever else it asks
 * for is left out, so that the result takes no less than the original. Nothing is known of a node that is no schema.
 */
export function fromJsonSchema(node: Node | undefined, { root = node, deepest = 8 }: Around = {}): Schema {
  const whole = resolve(root);
  const target = (reference: string): Node | undefined =>
    reference
      .split('/')
      .slice(1)
      .reduce<Node | undefined>((at, step) => resolve(valueOf(at, unescapeStep(step))), whole);
  const read = (given: Node | undefined, depth: number): Schema => {
    const at = resolve(given);
    if (at?.kind !== 'map' || depth > deepest) return {};
    const reference = stringOf(valueOf(at, '$ref'));
    const parts = [...(reference?.startsWith('#') ? [target(reference)] : []), ...elementsOf(resolve(valueOf(at, 'allOf')))].map((part) =>
      read(part, depth + 1),
    );
    return parts.reduce(together, own(at, depth));
  };
  const own = (at: Node, depth: number): Schema => {
    const given = resolve(valueOf(at, 'properties'));
    const pairs = given?.kind === 'map' ? given.pairs : [];
    const properties = Object.fromEntries(pairs.map(({ key, value }) => [key.text, read(value, depth + 1)]));
    const items = valueOf(at, 'items');
    const named = valueOf(at, 'type');
    const type = (named?.kind === 'seq' ? elementsOf(named) : [named])
      .flatMap((each) => stringOf(each) ?? [])
      .filter((each) => types.has(each));
    const constant = valueOf(at, 'const');
    const values = constant ? [toValue(constant)] : elementsOf(resolve(valueOf(at, 'enum'))).map((each) => toValue(each));
    const required = elementsOf(resolve(valueOf(at, 'required'))).flatMap((each) => stringOf(each) ?? []);
    return {
      own: stringOf(valueOf(at, 'description')) ?? stringOf(valueOf(at, 'title')) ?? '',
      ...(type.length > 0 ? { type: type as JsonType[] } : {}),
      ...(pairs.length > 0 ? { properties, additionalProperties: true } : {}),
      ...(required.length > 0 ? { required } : {}),
      // A list or mapping among them cannot be told here.
      ...(values.length > 0 && values.every(isScalar) ? { enum: values } : {}),
      ...(items ? { items: read(items, depth + 1) } : {}),
    };
  };
  return read(node, 0);
}

const together = (one: Schema, other: Schema): Schema => ({
  ...other,
  ...one,
  own: one.own || other.own,
  ...(one.properties || other.properties ? { properties: { ...other.properties, ...one.properties }, additionalProperties: true } : {}),
  ...(one.required || other.required ? { required: [...(one.required ?? []), ...(other.required ?? [])] } : {}),
});
