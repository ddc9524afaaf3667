/** The user's own words in double quotes, on one line and not too long. */
export function quote(text: string): string {
  const line = text.split(/\r\n?|\n/, 1)[0]!;
  const short = [...line].length > 40 ? `${[...line].slice(0, 37).join('')}…` : line;
  return `"${short}${short === line && line !== text ? '…' : ''}"`;
}
