/** Functions and keywords of CESQL, as Markdown. */
import { type Definition, functionNamed, type Parameter } from '../../cesql/functions.ts';
import type { Keyword } from '../../cesql/tree.ts';

const reference = 'https://github.com/cloudevents/spec/blob/main/cesql/spec.md';

const parameterWords = ({ parameters, least = parameters.length, rest }: Definition): string => {
  const words = ({ name, type }: Parameter): string => (type === 'Any' ? name : `${name}: ${type}`);
  const fixed = parameters.map((parameter, index) => (index < least ? words(parameter) : `[${words(parameter)}]`));
  return [...fixed, ...(rest ? [`${words(rest)}…`] : [])].join(', ');
};

/** How a function is called, on one line. */
export const signatureOf = (name: string, definition: Definition): string => `${name}(${parameterWords(definition)}): ${definition.result}`;

/** What a function does; undefined for names of no function. */
export function functionWords(name: string): string | undefined {
  const known = functionNamed(name);
  if (!known) return undefined;
  const [expression, value] = known.example;
  const facts = [known.isDraft ? 'not in CESQL 1.0, though some engines have it' : undefined, `[reference](${reference}#35-functions)`];
  const signature = signatureOf(name.toUpperCase(), known);
  return `${known.words}\n\n\`\`\`sql\n${expression}   -- ${value}\n\`\`\`\n\n\`${signature}\` · ${facts.filter(Boolean).join(' · ')}`;
}

const keywordTexts: Readonly<Record<Keyword, readonly [text: string, example: string]>> = {
  AND: ['True where both sides are. Where the left one is false, the right one is not looked at.', "type = 'a' AND EXISTS subject"],
  OR: ['True where one of the sides is. Where the left one is true, the right one is not looked at.', "type = 'a' OR type = 'b'"],
  XOR: ['True where one of the sides is, and not both.', 'EXISTS subject XOR EXISTS dataschema'],
  NOT: ['True where what stands behind it is false. It binds tighter than any other operator.', "NOT (type = 'a')"],
  LIKE: ['True where a text fits a pattern: `%` is any number of characters, `_` a single one.', "type LIKE 'com.example.%'"],
  IN: ['True where a value is one of a list.', "type IN ('a', 'b')"],
  EXISTS: ['True where the event has the attribute.', 'EXISTS subject'],
  TRUE: ['True.', 'TRUE'],
  FALSE: ['False.', 'FALSE'],
};

/** What a keyword does. */
export function keywordWords(keyword: Keyword): string {
  const [text, example] = keywordTexts[keyword];
  return `${text}\n\n\`\`\`sql\n${example}\n\`\`\`\n\n[reference](${reference}#34-operators)`;
}
