/** Every schema inside a linked one. */
import type { Schema } from '../../server/src/schema/schema.ts';
import { discriminatorsOf } from '../../server/src/schema/shape.ts';

interface Place {
  /** Where in the schema, for people. */
  readonly path: string;
  /** The property it is the value of. */
  readonly property?: string;
  readonly schema: Schema;
}

/** Every schema below this one, each once, with the first place it is found at. */
export function everywhere(root: Schema): Place[] {
  const found = new Map<Schema, Place>();
  const visit = (schema: Schema, path: string, property?: string): void => {
    if (found.has(schema)) return;
    found.set(schema, { path, schema, ...(property === undefined ? {} : { property }) });
    for (const [name, each] of Object.entries(schema.properties ?? {})) visit(each, `${path}/${name}`, name);
    for (const discriminator of discriminatorsOf(schema)) {
      for (const each of Object.values(discriminator.keys)) visit(each, path);
      if (discriminator.else) visit(discriminator.else, path);
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
