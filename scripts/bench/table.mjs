/** A plain table: first column left, the others right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[0]) : String(cell ?? '').padStart(widths[column]))).join('  ');
  return [line(rows[0]), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.slice(1).map(line)].join('\n');
}

export const number = (value, digits = value >= 100 ? 0 : value >= 10 ? 1 : 2) => (value === undefined ? '–' : value.toFixed(digits));
export const ratio = (theirs, ours) =>
  theirs === undefined || ours === undefined ? '–' : `${number(theirs / ours, theirs / ours >= 10 ? 0 : 1)}×`;
export const verdict = (holds) => (holds === undefined ? '–' : holds ? 'reached' : 'MISSED');
