/** Codes stand in groups, which settings, suppressions and the table of cascades name as a whole. */

/** The group of a code, as it is written: `flow/*`. */
export const groupOf = (code: string): string => `${code.slice(0, code.indexOf('/'))}/*`;
