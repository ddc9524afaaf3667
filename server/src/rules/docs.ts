/** Where a person reads more about a code. */
const repository = 'https://github.com/heddle-tools/heddle';

/** The anchor GitHub makes of a heading that is a code. */
export const anchorOf = (code: string): string => code.toLowerCase().replace(/[^a-z0-9 _-]/g, '');

/** The manual of all rules. */
export const manual = `${repository}/blob/main/docs/rules.md`;

/** Its entry of a code. */
export const hrefOf = (code: string): string => `${manual}#${anchorOf(code)}`;
