import { factOf } from '../../../event/attributes.ts';
import { hasExpression } from '../../../formats/expression.ts';
import { quote } from '../../../formats/quote.ts';
import { versionKind } from '../../../event/versions.ts';
import type { RuleDocs, RuleReport } from '../../../rules/rule.ts';
import type { MapNode, Pair } from '../../../syntax/node.ts';
import { resolve } from '../../../syntax/node.ts';
import { factRule } from '../rule.ts';

export const neverMatches = factRule({
  code: 'event/never-matches',
  level: 'warning',
  says: 'eventFilters',
  check: ({ eventFilters }) => eventFilters.flatMap(read),
});

/** Where they stand, they say something (core: Context Attributes). */
const neverEmpty: ReadonlySet<string> = new Set(['id', 'source', 'type', 'subject']);

/** What no event can have under this name, in words; a text may be a regular expression. */
function reason({ key, value }: Pair): string | undefined {
  const node = resolve(value);
  const name = key.text;
  if (node?.kind !== 'scalar' || hasExpression(node.text)) return undefined;
  const text = node.value === null ? undefined : node.text;
  if (neverEmpty.has(name) && text === '') return `No event has an empty "${name}".`;
  if (
    name === 'specversion' &&
    text !== undefined &&
    /^[\d.]+$/.test(text) &&
    versionKind(text) !== 'current' &&
    versionKind(text) !== 'draft'
  )
    return `No event has the specversion "${text}". Write 1.0.`;
  // With digits it may be a pattern for a part of one.
  if (factOf(name)?.type === 'Timestamp' && text !== undefined && /^[A-Za-z ]{3,}$/.test(text))
    return `No event has the time ${quote(text)}. A time is such as 2026-11-23T15:00:00Z.`;
  return undefined;
}

const read = ({ pairs }: MapNode): RuleReport[] =>
  pairs.flatMap((pair) => {
    const message = reason(pair);
    return message === undefined ? [] : [{ at: pair.value ?? pair.key, message: `${message} This filter lets nothing through.` }];
  });

export const docs: RuleDocs = {
  rule: neverMatches,
  clause: 'dsl-reference: Event Filter; core: Context Attributes',
  why: 'A filter for what no event can have waits for ever.',
  good: [
    `
do:
  - a: { listen: { to: { one: { with: { type: 'com\\.shop\\..*', specversion: '1.0', time: '2026-.+' } } } } }
`,
  ],
  bad: [
    {
      text: `
do:
  - a: { listen: { to: { any: [ { with: { type: «''» } }, { with: { type: b, specversion: «'2.0'» } }, { with: { type: c, time: «yesterday» } } ] } } }
`,
    },
  ],
};
