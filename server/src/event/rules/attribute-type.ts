import type { RuleDocs, RuleReport } from '../../rules/rule.ts';
import type { AttributeType } from '../attributes.ts';
import { dataMembers, factOf } from '../attributes.ts';
import { type CloudEvent, isComposite, type Member } from '../model.ts';
import { coded } from './levels.ts';
import type { EventRule } from './rule.ts';
import { replace } from './rule.ts';

/** What a value must be for each type (json §2.2), in words; undefined when it is. Integers may also stand as text (core: Type System). */
function wanted(type: AttributeType | undefined, { kind, text }: Member): string | undefined {
  if (type === 'Boolean') return kind === 'boolean' || text === 'true' || text === 'false' ? undefined : 'true or false';
  if (type === 'Integer') return kind === 'number' || (kind === 'text' && /^[+-]?\d+$/.test(text)) ? undefined : 'a whole number';
  return kind === 'text' ? undefined : 'text';
}

const kinds: Readonly<Record<Member['kind'], string>> = {
  object: 'an object',
  list: 'a list',
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
  nothing: 'nothing',
};

export const attributeType: EventRule = {
  ...coded('cloudevent/attribute-type'),
  *check(event) {
    for (const member of event.attributes.values()) {
      if (member.kind === 'nothing' || member.isExpression || event.typedBySchema.has(member.name)) continue;
      // The name of the data that is misspelt is told as such.
      if (dataMembers.includes(event.meant.get(member)?.attribute ?? '')) continue;
      const report = factOf(member.name) ? known(event, member) : extension(member);
      if (report) yield report;
    }
  },
};

function known(event: CloudEvent, member: Member): RuleReport | undefined {
  const { name, kind, valueAt: at } = member;
  const want = wanted(factOf(name)?.type, member);
  if (!want) return undefined;
  const quotable = want === 'text' && (kind === 'number' || kind === 'boolean');
  if (!quotable) return { at, message: `"${name}" is ${want}, not ${kinds[kind]}.` };
  const text = name === 'specversion' ? '1.0' : member.text;
  return { at, message: `"${name}" is text. Write it in quotes: "${text}".`, fixes: replace(event, 'Put it in quotes', member, text) };
}

function extension(member: Member): RuleReport | undefined {
  if (!isComposite(member)) return undefined;
  const { name, kind, valueAt: at } = member;
  return { at, message: `"${name}" is ${kinds[kind]}, but attributes are text, whole numbers or true/false. Put it into "data".` };
}

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
