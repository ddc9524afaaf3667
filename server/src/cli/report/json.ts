import type { Report } from './result.ts';

/** An array with one object a file, for other programs. Its form is part of the contract. */
export const reportJson = ({ results }: Report): string => {
  const contract = results.map(({ file, kind, unchecked, diagnostics }) => ({
    file,
    kind,
    unchecked,
    diagnostics: diagnostics.map(({ code, severity, message, range }) => ({ code, severity, message, range })),
  }));
  return `${JSON.stringify(contract, undefined, 2)}\n`;
};
