/** Names of workflows and hosts: labels as DNS has them (RFC 1123 §2.1, RFC 1035 §2.3.4). */
import { quote } from './quote.ts';
import type { Check } from './violation.ts';

const longest = 63;

/** Labels of these characters (the inside of a regular expression's class); `words` name them in messages. */
function label(noun: string, characters: string, words: string): Check {
  const shape = new RegExp(`^[A-Za-z0-9](?:[${characters}]*[A-Za-z0-9])?$`);
  const others = new RegExp(`[^${characters}]+`, 'g');
  const nearest = (text: string): string | undefined => {
    const plain = text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
    const made = plain
      .replace(others, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, longest);
    return shape.test(made) ? made : undefined;
  };
  return (text) => {
    if (shape.test(text))
      return text.length <= longest ? undefined : { message: `This ${noun} has ${text.length} characters. Use ${longest} at most.` };
    const replacement = nearest(text);
    const example = replacement ? `, as in ${replacement}` : '';
    return { message: `${quote(text)} is not a ${noun}. Use ${words}${example}.`, replacement };
  };
}

/** A name of a workflow, a namespace and the like: one label. */
export const checkName = label('name', 'A-Za-z0-9-', 'letters, digits and hyphens');
/** A host name: labels and dots. */
export const checkHost = label('host', 'A-Za-z0-9.-', 'letters, digits, hyphens and dots');
