/** Words of a shell's command line. */

/** A text as one word, of which the shell changes nothing. */
export const shellWord = (text: string): string => (/^[\w./:=@%+,-]+$/.test(text) ? text : shellQuoted(text));

/** The same in single quotes, whatever it is. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
