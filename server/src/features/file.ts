/** What a file is, for the status item. */
import type { Doc } from '../doc.ts';
import type { FileResult } from '../protocol.ts';
import { resolve, valueOf, type Node } from '../syntax/node.ts';
import { modelOf } from '../workflow/read.ts';

/** The kind of the first part, and in words what there is. */
export function documentInfo(doc: Doc): FileResult {
  const [first] = doc.parts;
  if (!first) return { kind: 'none', detail: '' };
  const alike = doc.parts.filter((part) => part.kind === first.kind);
  return {
    kind: first.kind,
    detail: first.kind === 'workflow' ? workflow(first.root, alike.length) : events(doc, first.root, alike.length),
  };
}

function workflow(root: Node, count: number): string {
  const version = modelOf({ root })?.dsl ?? textOf(valueOf(root, 'specVersion'));
  return [version ? `DSL ${version}` : 'Workflow', count > 1 ? `${count} workflows` : ''].filter(Boolean).join(', ');
}

function events(doc: Doc, root: Node, count: number): string {
  const version = textOf(valueOf(root, 'specversion'));
  const batch = doc.tree.documents.length === 1 && doc.tree.documents[0]!.fragment.root?.kind === 'seq';
  const several = batch ? `batch of ${count}` : count > 1 ? `${count} events` : '';
  return [version ? `CloudEvents ${version}` : 'CloudEvents', several].filter(Boolean).join(', ');
}

function textOf(node: Node | undefined): string | undefined {
  const scalar = resolve(node);
  return scalar?.kind === 'scalar' && scalar.text !== '' ? scalar.text : undefined;
}
