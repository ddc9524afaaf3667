import type { RuleDocs } from '../../rules/rule.ts';
import type { Node } from '../../syntax/node.ts';
import { resolve } from '../../syntax/node.ts';
import type { AttributeType } from '../attributes.ts';
import { factOf } from '../attributes.ts';
import type { EventRule } from './rule.ts';
import { attributes, replace } from './rule.ts';

/** What a JSON value must be for each type (json §2.2). Integers may also stand as text (core: Type System). */
const wanted = (type: AttributeType | undefined, value: unknown): string | undefined => {
  if (type === undefined) return undefined;
  if (type === 'Boolean') return typeof value === 'boolean' || value === 'true' || value === 'false' ? undefined : 'true or false';
  if (type === 'Integer')
    return typeof value === 'number' || (typeof value === 'string' && /^[+-]?\d+$/.test(value)) ? undefined : 'a whole number';
  return typeof value === 'string' ? undefined : 'text';
};

const kind = (node: Node): string =>
  node.kind === 'map'
    ? 'an object'
    : node.kind === 'seq'
      ? 'a list'
      : node.kind === 'scalar'
        ? (scalarKind[typeof node.value] ?? 'nothing')
        : 'an alias';
const scalarKind: Readonly<Record<string, string>> = { string: 'text', number: 'a number', boolean: 'true or false' };

export const attributeType: EventRule = {
  code: 'cloudevent/attribute-type',
  level: 'error',
  *check(event) {
    if (event.foreign) return;
    for (const pair of attributes(event)) {
      const name = pair.key.text;
      const value = resolve(pair.value);
      if (!value) continue;
      const fact = factOf(name);
      if (value.kind !== 'scalar' && !fact) {
        yield {
          at: value,
          message: `"${name}" is ${kind(value)}, but attributes are text, whole numbers or true/false. Put it into "data".`,
        };
        continue;
      }
      const scalar = value.kind === 'scalar' ? value : undefined;
      const want = scalar ? wanted(fact?.type, scalar.value) : wanted(fact?.type, undefined);
      if (!want) continue;
      const text = name === 'specversion' ? '1.0' : scalar?.text;
      const quotable = want === 'text' && scalar && typeof scalar.value !== 'string' && text !== undefined;
      yield {
        at: value,
        message: quotable ? `"${name}" is text. Write it in quotes: "${text}".` : `"${name}" is ${want}, not ${kind(value)}.`,
        ...(quotable ? { fixes: replace('Put it in quotes', value, text) } : {}),
      };
    }
  },
};

export const docs: RuleDocs = {
  rule: attributeType,
  clause: 'json §2.2; core: Type System',
  why: 'Attributes travel as headers, so their values are simple and of a fixed type; SDKs reject an event whose id is a number.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "sampledrate": 30, "flag": true }'],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": «1», "source": "/orders", "type": "com.example.order.placed" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
    {
      text: '{ "specversion": «1.0», "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed" }',
    },
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "ext": «{}» }' },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "sequence": «5» }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "sequence": "5" }',
    },
  ],
};
