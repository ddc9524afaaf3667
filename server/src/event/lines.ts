/** Events one a line, told by what the text looks like. */

/** Several lines that are JSON each, but not together. */
export const areLines = (text: string): boolean => {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 && !isJson(text) && lines.every(isJson);
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
