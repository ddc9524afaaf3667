/** Every reading of the place of the cursor; usually one. */
import type { Format } from '../../syntax/node.ts';
import { blockContexts } from './block.ts';
import type { Context } from './context.ts';
import { flowContext } from './flow.ts';

/** `from` is where the document (of a stream, of a JSONL file) starts. */
export function contextsAt(text: string, from: number, offset: number, format: Format): Context[] {
  const json = format === 'json';
  const context = json ? flowContext(text, from, offset, [], true) : flowRoot(text, from, offset);
  if (context) return [context];
  if (json) return [];
  return blockContexts(text, from, offset).flatMap((found) =>
    'want' in found ? found : (flowContext(text, found.start, offset, found.levels, false) ?? []),
  );
}

/** A YAML document that begins with a bracket. */
function flowRoot(text: string, from: number, offset: number): Context | undefined {
  const bracket = /^(?:[\s\ufeff]|#[^\n]*\n|---[ \t]*\r?\n)*(?=[{[])/.exec(text.slice(from, from + 2000));
  const start = bracket ? from + bracket[0].length : -1;
  return start >= 0 && start < offset ? flowContext(text, start, offset, [], false) : undefined;
}
