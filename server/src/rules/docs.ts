/** Where a person reads more about a code. */
const repository = 'https://github.com/heddle-tools/heddle';

/** The anchor GitHub makes of a heading that is a code. */
export const anchorOf = (code: string): string => code.toLowerCase().replace(/[^a-z0-9 _-]/g, '');

/** The manual entry of a code in docs/rules.md. */
export const hrefOf = (code: string): string => `${repository}/blob/main/docs/rules.md#${anchorOf(code)}`;
