/** The texts of the schemas for people. They are long, and nobody wants them before a hover or a completion: the server loads them then. */
import cloudevent from '../../../schemas/cloudevent.yaml?prose';
import jsonSchema from '../../../schemas/json-schema.yaml?prose';
import workflow from '../../../schemas/workflow.yaml?prose';
import type { Template, TextName } from './schema.ts';

const texts: Readonly<Record<number, string>> = { ...workflow, ...cloudevent, ...jsonSchema };

/** The text of this name, without the line break that a block of YAML ends with; a text is its own name where no file holds it. */
export const textOf = (name: TextName): string => {
  const given: unknown = name;
  return typeof given === 'string' ? given : texts[given as number]!.trimEnd();
};

/** What a template writes; a named one stands below `${1:name}:`, its own stops counted from 2. */
export function bodyOf({ body, named }: Pick<Template, 'body' | 'named'>): string {
  const own = typeof body === 'string' ? body : textOf(body);
  if (!named) return own;
  const later = own.replace(/(?<!\\)\$(\{?)([1-9]\d*)/g, (_, brace: string, stop: string) => `$${brace}${Number(stop) + 1}`);
  return `\${1:name}:\n${later.replace(/^(?=.)/gm, '  ')}`;
}
