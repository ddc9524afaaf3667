/** What docs/rules.md says about expressions. For tests and documentation; not in the bundles. */
import type { RuleDocs } from '../rules/rule.ts';
import { type CesqlCode, cesqlCodes } from './problem.ts';

const about = (code: CesqlCode) => ({ rule: { code, level: cesqlCodes[code] }, language: 'cesql' }) as const;

export const cesqlDocs: readonly RuleDocs[] = [
  {
    ...about('cesql/syntax'),
    clause: 'cesql §2',
    why: 'What cannot be read lets no event through.',
    good: ["type = 'a' AND EXISTS subject", '', ' \n'],
    bad: [
      { text: "type «==» 'a'", fixed: "type = 'a'" },
      { text: "type = 'a' «AND»" },
      { text: "type = 'it«''»s'", fixed: "type = 'it\\'s'" },
    ],
  },
  {
    ...about('cesql/integer'),
    clause: 'cesql §2.2',
    why: 'CESQL counts with whole numbers of 32 bits.',
    good: ['hop < 2147483647'],
    bad: [{ text: 'hop < «2147483648»' }, { text: 'hop < «1.5»' }],
  },
  {
    ...about('cesql/attribute-name'),
    clause: 'cesql §2.2',
    why: 'No event has an attribute of such a name, and its data cannot be asked.',
    good: ['myext = 1'],
    bad: [
      { text: "«ce-type» = 'a'", fixed: "type = 'a'" },
      { text: "«data.status» = 'paid'" },
      { text: "«Source» = '/a'", fixed: "source = '/a'" },
    ],
  },
  {
    ...about('cesql/unknown-function'),
    clause: 'cesql §3.5',
    why: 'A function that an engine does not have gives an error for every event; engines may have more than the specification lists.',
    good: ['LENGTH(subject) > 3'],
    bad: [{ text: '«lenght»(subject) > 3', fixed: 'length(subject) > 3' }],
  },
  {
    ...about('cesql/arguments'),
    clause: 'cesql §3.5',
    why: 'Called with another number of arguments, a function is another one, which does not exist.',
    good: ["SUBSTRING(subject, 2) = 'a'", "CONCAT() = ''"],
    bad: [{ text: "«LEFT»(subject) = 'a'" }],
  },
  {
    ...about('cesql/precedence'),
    clause: 'cesql §3.6',
    why: 'NOT binds tighter than any comparison, and AND no tighter than OR, other than in SQL.',
    good: ["NOT (type = 'a') AND (id = '1' OR id = '2')", 'NOT mybool = TRUE'],
    bad: [{ text: "«NOT» type = 'a'" }, { text: "id = '1' OR id = '2' «AND» hop = 1" }, { text: '1 < hop «<» 5' }],
  },
  {
    ...about('cesql/type'),
    clause: 'cesql §3.7',
    why: 'A text that is no number cannot be compared with one, whatever the event is.',
    good: ["sequence > '10'"],
    bad: [{ text: "time > «'2026-01-01'»" }],
  },
];
