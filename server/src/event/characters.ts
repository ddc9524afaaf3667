/** core: Type System, String: the first character that a CloudEvents string must not contain, named; undefined when all is well. */
export function forbiddenCharacter(text: string): string | undefined {
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    if (code === 0x0a) return 'a line break';
    if (code === 0x09) return 'a tab';
    const kind = kindOf(code);
    if (kind) return `the ${kind} U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return undefined;
}

/** What kind of character this is that may not stand in a string. */
function kindOf(code: number): string | undefined {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return 'control character';
  if (code >= 0xd800 && code <= 0xdfff) return 'half character';
  return (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef) ? 'noncharacter' : undefined;
}
