/** Every reading of the place of the cursor; usually one. */
import type { Tree } from '../../syntax/node.ts';
import { blockContexts } from './block.ts';
import type { Context } from './context.ts';
import { flowContext } from './flow.ts';
import { innermost } from './outer.ts';

/** `from` is where the document (of a stream, of a JSONL file) starts. */
export function contextsAt(tree: Tree, from: number, offset: number): Context[] {
  const { text } = tree;
  const json = tree.format === 'json';
  const context = json ? jsonContext(tree, from, offset) : flowRoot(text, from, offset);
  if (context) return [context];
  if (json) return [];
  return blockContexts(tree, from, offset).flatMap((found) =>
    'want' in found ? found : (flowContext(text, found.start, offset, found.levels, false) ?? []),
  );
}

function jsonContext(tree: Tree, from: number, offset: number): Context | undefined {
  const inner = innermost(tree, offset);
  return inner ? flowContext(tree.text, inner.start, offset, inner.levels, true) : flowContext(tree.text, from, offset, [], true);
}

/** A YAML document that begins with a bracket. */
function flowRoot(text: string, from: number, offset: number): Context | undefined {
  const bracket = /^(?:[\s\ufeff]|#[^\n]*\n|---[ \t]*\r?\n)*(?=[{[])/.exec(text.slice(from, from + 2000));
  const start = bracket ? from + bracket[0].length : -1;
  return start >= 0 && start < offset ? flowContext(text, start, offset, [], false) : undefined;
}
