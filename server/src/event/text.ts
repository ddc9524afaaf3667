/** core: Type System, String: the first character that a CloudEvents string must not contain, named; undefined when all is well. */
export function forbiddenCharacter(text: string): string | undefined {
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    if (code >= 0x20 && code < 0x7f) continue;
    if (code === 0x0a) return 'a line break';
    if (code === 0x09) return 'a tab';
    const control = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    const noncharacter = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
    if (control || surrogate || noncharacter)
      return `the ${surrogate ? 'half character' : control ? 'control character' : 'noncharacter'} U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return undefined;
}

/** RFC 4648 §4: what is wrong with this text as base64 (standard alphabet, padded, no line breaks), or undefined. */
export function base64Flaw(text: string): { message: string; better?: string; title?: string } | undefined {
  if (/^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0) return undefined;
  const standard = text.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  const padded = standard + '='.repeat((4 - (standard.length % 4)) % 4);
  const repairable = /^[A-Za-z0-9+/]*$/.test(standard) && standard.length % 4 !== 1;
  const fix = repairable ? { better: padded, title: 'Change to standard, padded base64' } : {};
  if (/\s/.test(text)) return { message: 'Base64 stands here in one line, without spaces or line breaks.', ...fix };
  const odd = /[^A-Za-z0-9+/=_-]/.exec(text)?.[0];
  if (odd) return { message: `"${odd}" does not occur in base64: it is written with A–Z, a–z, 0–9, "+" and "/".` };
  if (/[-_]/.test(text)) return { message: 'This is base64 for URLs. Write "+" for "-" and "/" for "_".', ...fix };
  return {
    message: repairable
      ? 'The end of this base64 is missing: fill it up with "=" to a multiple of four characters.'
      : 'This base64 is cut off: its length cannot be right.',
    ...fix,
  };
}
