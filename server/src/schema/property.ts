/** A property by a name that may come from a text: what every object of JavaScript has is none. */
import type { Schema } from './schema.ts';

/** The schema of a property, if this one has it. */
export const propertyOf = (schema: Schema | undefined, name: string): Schema | undefined =>
  schema?.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
