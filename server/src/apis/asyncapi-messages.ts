/** What the messages of AsyncAPI carry. */
import { fromJsonSchema } from '../schema/json-schema.ts';
import { elementsOf, hasMerge, type Node, pairOf, stringOf, valueOf } from '../syntax/node.ts';
import { createCollector } from './definitions.ts';
import type { ApiName, Definitions } from './document.ts';
import { pairsOf, type Source } from './source.ts';

/** Deeper in what a message carries nothing is offered. */
const deepest = 4;

/** The formats of schemas that are JSON Schema, or AsyncAPI's own, which builds on it. */
const formats = /^application\/(?:vnd\.aai\.asyncapi|schema)(?:\+(?:json|yaml))?(?:;|$)/;

export interface Messages {
  readonly definitions: Definitions;
  /** What is said of one of these messages being sent; nothing where one of them may carry anything. */
  oneOf(messages: readonly (Node | undefined)[]): Pick<ApiName, 'message' | 'taken'>;
}

export function createMessages(source: Source): Messages {
  const { definitions, plain } = createCollector(source);
  return {
    definitions,
    oneOf(messages) {
      const payloads = messages.map((each) => payloadOf(source, each));
      if (payloads.length === 0 || !payloads.every((each) => each !== undefined)) return {};
      const schemas = payloads.map(plain);
      const [first] = payloads;
      return schemas.length === 1
        ? { message: schemas[0]!, taken: fromJsonSchema(first, { root: source.root, deepest }) }
        : { message: { anyOf: schemas } };
    },
  };
}

/** The messages of an operation of version 2 (Operation Object). */
export function sentBy(source: Source, operation: Node | undefined): readonly (Node | undefined)[] {
  const message = valueOf(source.follow(operation), 'message');
  const several = pairOf(source.follow(message), 'oneOf');
  return several ? elementsOf(several.value) : [message];
}

/** The same of version 3: all those of its channel, unless it names some of them. */
export function sentOn(source: Source, operation: Node | undefined): readonly (Node | undefined)[] {
  if (hasMerge(operation)) return [undefined];
  const named = pairOf(operation, 'messages');
  if (named) return elementsOf(named.value);
  return pairsOf(source.follow(valueOf(source.follow(valueOf(operation, 'channel')), 'messages'))).map(({ value }) => value);
}

/** The schema of what a message carries; undefined where that is not said here, or in another language than JSON Schema. */
function payloadOf(source: Source, message: Node | undefined): Node | undefined {
  const at = source.follow(message);
  const payload = valueOf(at, 'payload');
  const whole = source.follow(payload);
  if (!whole || hasMerge(at)) return undefined;
  const isMulti = pairOf(whole, 'schemaFormat') !== undefined;
  const format = valueOf(isMulti ? whole : at, 'schemaFormat');
  if (format && !formats.test(stringOf(format) ?? '')) return undefined;
  return isMulti ? valueOf(whole, 'schema') : payload;
}
