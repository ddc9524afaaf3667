import type { RuleDocs } from '../../rules/rule.ts';
import { factOf } from '../attributes.ts';
import type { EventRule } from './rule.ts';
import { attributes, replace, scalarOf } from './rule.ts';

export const integer: EventRule = {
  code: 'cloudevent/integer',
  level: 'error',
  *check(event) {
    if (event.foreign) return;
    for (const pair of attributes(event)) {
      const name = pair.key.text;
      const scalar = scalarOf(pair);
      const fact = factOf(name);
      const number = typeof scalar?.value === 'number' || (fact?.type === 'Integer' && /^[+-]?\d+$/.test(scalar?.text ?? ''));
      if (!scalar || !number || (fact && fact.type !== 'Integer')) continue;
      const value = Number(scalar.text);
      const asText = replace('Write it as text', scalar, scalar.text);
      if (typeof scalar.value === 'number' && !/^-?\d+$/.test(scalar.text))
        yield {
          at: scalar,
          message: Number.isInteger(value)
            ? `Write ${scalar.text} as a plain whole number: ${value}.`
            : `Attributes have no fractions. Write "${scalar.text}" as text, or put it into "data".`,
          fixes: Number.isInteger(value) ? replace(`Change to ${value}`, scalar, value) : asText,
        };
      else if (value < -2147483648 || value > 2147483647)
        yield {
          at: scalar,
          message: `${scalar.text} is too large: whole numbers go from -2147483648 to 2147483647. Write it as text.`,
          ...(fact ? {} : { fixes: asText }),
        };
      else if (name === 'sampledrate' && value <= 0)
        yield { at: scalar, message: '"sampledrate" says how many events this one stands for, so it is at least 1.' };
      else if (name === 'severitynumber' && value < 0) yield { at: scalar, message: '"severitynumber" is 0 or more.' };
    }
  },
};

export const docs: RuleDocs = {
  rule: integer,
  clause: 'core: Type System, Integer; json §2.2',
  why: 'Numbers in attributes are 32-bit integers, written without fraction and exponent, so that every language reads the same.',
  good: ['{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "sampledrate": 2147483647 }'],
  bad: [
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "ratio": «1.5» }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "ratio": "1.5" }',
    },
    {
      text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "count": «2147483648» }',
      fixed: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "count": "2147483648" }',
    },
    { text: '{ "specversion": "1.0", "id": "1", "source": "/orders", "type": "com.example.order.placed", "sampledrate": «0» }' },
  ],
};
