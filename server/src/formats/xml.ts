/** XML as far as it can be told cheaply and for certain: tags, their pairs, and what stands between them. */
import { quote } from './quote.ts';
import type { Check, Violation } from './violation.ts';

const piece =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(?<slash>\/?)(?<name>[^\s<>/!?"'=]+)(?<rest>(?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|(?<text>[^<]+)|</gy;
const attributes = /^(?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?$/;
const bareAmpersand = /&(?!#\d+;|#x[\da-f]+;|[\w.:-]+;)/i;

/** XML 1.0 §2.1, well-formed documents. What declares entities of its own is not looked at. */
export const checkXml: Check = (xml) => {
  if (xml.includes('<!DOCTYPE')) return undefined;
  const open: string[] = [];
  let hasRoot = false;
  for (const { 0: found, groups } of xml.replace(/^\uFEFF/, '').matchAll(piece)) {
    const { slash, name, rest = '', text } = groups!;
    if (found === '<') return { message: 'This XML has a "<" that begins no tag. Write &lt; for the sign itself, or close the tag.' };
    if (text !== undefined) {
      if (open.length === 0 && /\S/.test(text))
        return { message: `In XML all text stands inside of one element, and ${quote(text.trim())} does not.` };
      if (bareAmpersand.test(text)) return { message: 'This XML has a bare "&". Write &amp; for the sign itself.' };
    } else if (name !== undefined) {
      const violation = slash
        ? closed(open.pop(), name)
        : attributes.test(rest)
          ? undefined
          : { message: `The attributes of <${name}> in this XML are not written as name="value".` };
      if (violation) return violation;
      if (slash) continue;
      if (open.length === 0 && hasRoot) return { message: `This XML has a second element on the outside, <${name}>. Put both into one.` };
      hasRoot = true;
      if (!rest.endsWith('/')) open.push(name);
    }
  }
  if (open.length > 0) return { message: `<${open.at(-1)}> in this XML is never closed.` };
  return hasRoot ? undefined : { message: 'This XML has no element.' };
};

const closed = (open: string | undefined, name: string): Violation | undefined =>
  open === name
    ? undefined
    : { message: open ? `In this XML <${open}> ends with </${name}>.` : `In this XML nothing is open that </${name}> ends.` };
