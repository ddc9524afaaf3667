/** Names of secrets that runtime expressions read: `$secrets.name`, `$secrets["name"]`. */
import { jqCode } from '../formats/jq.ts';
import { isJqName } from '../formats/expression.ts';
import type { NodeRange, ScalarNode, TextSlice } from '../syntax/node.ts';
import { sliceOf } from '../syntax/range.ts';
import type { UnresolvedReference } from './model.ts';

const use = /\$secrets\s*(?:\.\s*([A-Za-z_]\w*)|\.?\s*\[\s*"([^"\\]+)"\s*\]|\.\s*"([^"\\]+)")/g;

const none: readonly UnresolvedReference[] = [];

/** The secrets that an expression names, each with the slice of the scalar that is the name (dsl: Runtime expression arguments, `$secrets`). */
export function secretsIn(at: ScalarNode): readonly UnresolvedReference[] {
  const { text } = at;
  if (!text.includes('$secrets')) return none;
  const found: UnresolvedReference[] = [];
  const code = jqCode(text);
  for (const match of text.matchAll(use)) {
    if (code[match.index] !== '$') continue;
    const name = (match[1] ?? match[2] ?? match[3])!;
    const from = match.index + match[0].lastIndexOf(name);
    found.push({ kind: 'secret', name, at: sliceOf(at, from, from + name.length) });
  }
  return found;
}

/** Another name of a secret where one stands: behind a dot are names that jq can read; another one stands in brackets and quotes. */
export function secretChange(at: NodeRange | TextSlice, to: string): { readonly at: NodeRange | TextSlice; readonly text: string } {
  const dot = 'scalar' in at ? (/\.\s*$/.exec(at.scalar.text.slice(0, at.from))?.index ?? -1) : -1;
  if (!('scalar' in at) || dot < 0 || isJqName(to)) return { at, text: to };
  return { at: sliceOf(at.scalar, dot, at.to), text: `["${to}"]` };
}

/**
 * Does an expression read `$secrets` in a way that names none of them? Told by its text: a text in quotes counts, too, and `$secret`, which
 * some runtimes have in its place.
 */
export const readsEverySecret = (text: string): boolean =>
  text.includes('$secret') && (text.replace(use, '').includes('$secrets') || /\$secret\b/.test(text));
