/** What a file may describe, by its name or the first of its keys that says so. */
import type { ApiKind } from './document.ts';

const key = /(?:^|[{,])\s*["']?(openapi|swagger|asyncapi)["']?\s*:/m;

/** The kind of a document that describes a service; undefined for what does not look like one. */
export function kindOfSource(uri: string, text: string): ApiKind | undefined {
  if (/\.proto$/i.test(uri)) return 'proto';
  const [, found] = key.exec(text.slice(0, 2000)) ?? [];
  return found === undefined ? undefined : found === 'asyncapi' ? 'asyncapi' : 'openapi';
}
