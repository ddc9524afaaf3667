/** How texts are written in YAML that every reader of it takes for the same, one of YAML 1.1 too. */
import { unprintable, writeText } from '../write.ts';

/**
 * What readers of YAML 1.1 take for a number (to the base of two, eight, ten, sixteen or sixty), a date, a truth, or a key that merges. Versions and
 * addresses of four numbers are none of these, and stand in quotes wherever workflows are written by hand.
 */
const readOtherwise = /^(?:[yn]|off|=|<<|[-+]?0[bxo][\da-f_]+|[-+]?\.?\d[\d_.,:]*(?:e[-+]?\d*)?|\d{4}-\d\d?-\d\d?(?:[t \t].*)?)$/i;

/** A comma or a semicolon at the end of a line looks like a slip. */
const endsOddly = /[,;]$/;

/** A text in YAML, as a value or as a key: in quotes where it has to, or where somebody could take it for something else. */
export function yamlText(text: string, isKey: boolean): string {
  const isSafe = !readOtherwise.test(text) && (isKey ? isName.test(text) : !endsOddly.test(text));
  return writeText(text, { format: 'yaml', flow: isKey, style: isSafe ? 'plain' : 'single' });
}

/** What keys are made of that nobody puts in quotes. */
const isName = /^[\p{L}\p{N}_$][\p{L}\p{N}_$./ -]*$/u;

/** Can a text stand as a block of lines? It has several, ends with one line break or none, and no blank shows in which column it begins. */
export const isBlockText = (text: string): boolean =>
  /\n[^\n]/.test(text) && /^\n*[^\s]/.test(text) && !/\n\n$/.test(text) && !unprintable.test(text.replace(/[\n\t]/g, ''));
