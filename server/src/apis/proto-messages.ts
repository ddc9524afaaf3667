/**
 * Messages of Protocol Buffers as JSON Schemas: which fields they have, and which of these are messages, lists or maps. What scalars may be
 * in JSON is left open (protobuf: ProtoJSON Format takes numbers for texts, and the other way round).
 */
import protobuf from 'protobufjs';
import type { Plain } from '../syntax/value.ts';
import type { Definitions } from './document.ts';

export const messageReference = ({ fullName }: protobuf.Type): { readonly $ref: string } => ({ $ref: `#${fullName}` });

/** These messages, and all that they are made of, by the references to them. */
export function collectMessages(types: readonly protobuf.Type[]): Definitions {
  const found = new Set(types);
  // Those that a message is made of join while it is gone through.
  return Object.fromEntries(Array.from(found, (type) => [messageReference(type).$ref, messageSchema(type, (each) => found.add(each))]));
}

function messageSchema(type: protobuf.Type, meet: (type: protobuf.Type) => void): Plain {
  const fields = type.fieldsArray.map((field) => ({ field, schema: fieldSchema(field, meet), also: inJson(field) }));
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(
      fields.flatMap(({ field: { name }, schema, also }) => [[name, schema] as const, ...(also ? [[also, schema] as const] : [])]),
    ),
    // One that has another name in JSON may be given by either.
    required: fields.flatMap(({ field: { rule, name }, also }) => (rule === 'required' && !also ? name : [])),
    // Other files may add fields to those.
    additionalProperties: (type.extensions ?? []).length > 0,
  };
}

function fieldSchema(field: protobuf.Field, meet: (type: protobuf.Type) => void): Plain {
  const type = field.parent?.lookup(field.type, [protobuf.Type]);
  const one = type instanceof protobuf.Type ? messageReference(type) : {};
  if (type instanceof protobuf.Type) meet(type);
  if (field.map) return { type: ['object', 'null'], additionalProperties: one };
  return field.repeated ? { type: ['array', 'null'], items: one } : one;
}

/** The name of a field in JSON, where that is another. */
export function inJson({ name, options }: protobuf.Field): string | undefined {
  const given = (options as { json_name?: unknown } | undefined)?.json_name;
  const other = typeof given === 'string' ? given : name.replace(/_+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return other === name ? undefined : other;
}
