/** JSON (RFC 8259) that stands inside of another text. */

/** Its value; undefined for what is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
