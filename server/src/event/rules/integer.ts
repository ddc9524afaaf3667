import type { RuleDocs, RuleReport } from '../../rules/rule.ts';
import { factOf } from '../attributes.ts';
import type { CloudEvent, Member } from '../model.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { replace } from './rule.ts';

const [least, most] = [-2147483648, 2147483647];

export const integer: EventRule = {
  ...coded('cloudevent/integer'),
  *check(event) {
    for (const member of event.attributes.values()) {
      if (!isInteger(member)) continue;
      const report = notWhole(event, member) ?? outOfRange(event, member);
      if (report) yield report;
    }
  },
};

/** A number, or the text of one where one is wanted, unless something else is wanted. */
function isInteger({ name, kind, text, isExpression }: Member): boolean {
  const type = factOf(name)?.type;
  if (type === undefined) return kind === 'number';
  return type === 'Integer' && !isExpression && (kind === 'number' || (kind === 'text' && /^[+-]?\d+$/.test(text)));
}

/** json §2.2: the integer component of a number only. */
function notWhole(event: CloudEvent, member: Member): RuleReport | undefined {
  const { kind, text, valueAt: at } = member;
  if (kind !== 'number' || /^-?\d+$/.test(text)) return undefined;
  const value = Number(text);
  if (Number.isInteger(value))
    return { at, message: `Write ${text} as a plain whole number: ${value}.`, fixes: replace(event, `Change to ${value}`, member, value) };
  const message = `Attributes have no fractions. Write "${text}" as text, or put it into "data".`;
  return { at, message, fixes: asText(event, member) };
}

function outOfRange(event: CloudEvent, member: Member): RuleReport | undefined {
  const { name, text, valueAt: at } = member;
  const value = Number(text);
  if (value < least || value > most)
    return {
      at,
      message: `${text} is too large: whole numbers go from ${least} to ${most}. Write it as text.`,
      fixes: factOf(name) ? undefined : asText(event, member),
    };
  const minimum = factOf(name)?.minimum;
  return minimum !== undefined && value < minimum ? { at, message: `"${name}" is ${minimum} or more, not ${text}.` } : undefined;
}

const asText = (event: CloudEvent, member: Member) => replace(event, 'Write it as text', member, member.text);

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
