/** Files of Protocol Buffers: services, their methods, and the fields of what these are sent. */
import protobuf from 'protobufjs';
import type { JsonType, Schema } from '../schema/schema.ts';
import type { ApiName, ApiOperation, ApiParameter, ApiPlace, ApiRead } from './document.ts';
import { collectMessages, inJson, messageReference } from './proto-messages.ts';
import { placesOf } from './proto-places.ts';
import { createPlaces } from './source.ts';

/** What the scalars of the language are in JSON. What does not fit into a number there may be a text. */
const scalars: Readonly<Record<string, readonly JsonType[]>> = {
  ...Object.fromEntries(['double', 'float'].map((name) => [name, ['number']])),
  ...Object.fromEntries(['int32', 'uint32', 'sint32', 'fixed32', 'sfixed32'].map((name) => [name, ['integer']])),
  ...Object.fromEntries(['int64', 'uint64', 'sint64', 'fixed64', 'sfixed64'].map((name) => [name, ['integer', 'string']])),
  bool: ['boolean'],
  string: ['string'],
  bytes: ['string'],
};

/** Messages are shown in a line: what is deeper in them helps nobody. */
const deepest = 3;

/** What nothing has to be sent to. */
const empty = /^\.?google\.protobuf\.Empty$/;

/** What the text of a file says. */
export function readProto(text: string): ApiRead {
  try {
    return read(text);
  } catch (error) {
    const line = /\(line (\d+)\)/.exec(error instanceof Error ? error.message : '')?.[1];
    return { failure: `cannot be read${line ? `: look at line ${line}` : ''}.` };
  }
}

function read(text: string): ApiRead {
  const root = new protobuf.Root();
  const { imports = [] } = protobuf.parse(text, root, { keepCase: true, alternateCommentMode: true });
  const { ranges, mark } = createPlaces(text);
  const places = placesOf(text);
  const place = (name: string): ApiPlace => mark(places.get(name) ?? { start: 0, end: 0 });
  const services = servicesIn(root);
  const methods = services.flatMap((service) => service.methodsArray.map((each) => ({ service, each, request: requestOf(service, each) })));
  const version = /\b(?:syntax|edition)\s*=\s*["'](\w+)["']/.exec(text)?.[1] ?? 'proto2';
  const api = {
    kind: 'proto' as const,
    version,
    // A service may be one of a file that is imported.
    isWhole: imports.every((file) => file.startsWith('google/')),
    services: services.map((each): ApiName => {
      const names = each.methodsArray.map(({ name }) => name);
      return {
        name: nameOf(each),
        detail: names.slice(0, 5).join(', ') || 'service',
        summary: each.comment ?? undefined,
        place: place(nameOf(each)),
      };
    }),
    operations: methods.map((each) => method(each, place)),
    channels: [],
    servers: [],
    definitions: collectMessages(methods.flatMap(({ request }) => request ?? [])),
  };
  return { api, ranges };
}

/** Without the dot that full names begin with. */
const nameOf = ({ fullName }: protobuf.ReflectionObject): string => fullName.replace(/^\./, '');

const servicesIn = (namespace: protobuf.NamespaceBase): protobuf.Service[] =>
  namespace.nestedArray.flatMap((each) =>
    each instanceof protobuf.Service
      ? each
      : each instanceof protobuf.Namespace && !(each instanceof protobuf.Type)
        ? servicesIn(each)
        : [],
  );

/** What a method is sent; undefined for a message of another file. */
function requestOf(service: protobuf.Service, { requestType }: protobuf.Method): protobuf.Type | undefined {
  const type = service.lookup(requestType, [protobuf.Type]);
  return type instanceof protobuf.Type ? type : undefined;
}

interface Method {
  readonly service: protobuf.Service;
  readonly each: protobuf.Method;
  readonly request: protobuf.Type | undefined;
}

function method({ service, each, request }: Method, place: (name: string) => ApiPlace): ApiOperation {
  const { name, requestType, responseType, requestStream, responseStream, comment } = each;
  const stream = (isStream: boolean | undefined, of: string): string => (isStream ? `stream ${of}` : of);
  return {
    name,
    service: nameOf(service),
    detail: `${name}(${stream(requestStream, requestType)}) returns (${stream(responseStream, responseType)})`,
    summary: comment ?? undefined,
    place: place(`${nameOf(service)}.${name}`),
    message: request && messageReference(request),
    parameters: request ? fieldsOf(request, place) : [],
    isOpen: !request && !empty.test(requestType),
    security: [],
  };
}

const fieldsOf = (type: protobuf.Type, place: (name: string) => ApiPlace): ApiParameter[] =>
  type.fieldsArray.map((field) => ({
    name: field.name,
    also: inJson(field),
    in: 'field',
    required: field.rule === 'required',
    schema: fieldSchema(field, 0),
    place: place(`${nameOf(type)}.${field.name}`),
  }));

function fieldSchema(field: protobuf.Field, depth: number): Schema {
  const one = typeSchema(field, depth);
  const own = field.comment ?? '';
  if (field.map) return { own, type: 'object', additionalProperties: one };
  return field.repeated ? { own, type: 'array', items: one } : { ...one, own };
}

function typeSchema({ type, parent }: protobuf.Field, depth: number): Schema {
  const known = scalars[type];
  if (known) return { type: known };
  const found = parent?.lookup(type, [protobuf.Type, protobuf.Enum]);
  if (found instanceof protobuf.Enum) return { type: 'string', enum: Object.keys(found.values) };
  if (!(found instanceof protobuf.Type)) return {};
  if (depth >= deepest) return { type: 'object', additionalProperties: true };
  const properties = Object.fromEntries(found.fieldsArray.map((field) => [field.name, fieldSchema(field, depth + 1)]));
  return { type: 'object', properties, additionalProperties: true };
}
