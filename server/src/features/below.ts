/** One step down a schema, for features: also into what a user writes in JSON Schema. */
import { keywordSchema } from '../data/keywords.ts';
import { under } from '../schema/lookup.ts';
import type { Schema } from '../schema/schema.ts';
import type { Node } from '../syntax/node.ts';

/** The schemas of the value under a key, or of an element; where that is a JSON Schema, what stands in one. */
export const below = (schemas: readonly Schema[], node: Node | undefined, step: string | number): readonly Schema[] =>
  under(schemas, node, step).map((schema) => (schema.jsonSchema ? { ...keywordSchema(), ...wordsOf(schema) } : schema));

/** The place has words of its own. */
const wordsOf = ({ description, example, link }: Schema): Schema => ({ description, example, ...(link === undefined ? {} : { link }) });
