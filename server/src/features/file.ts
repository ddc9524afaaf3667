/** What a file is, for the status item. */
import type { Doc } from '../doc.ts';
import { isExpressionLanguage } from '../languages.ts';
import type { FileResult } from '../protocol.ts';
import { resolve, valueOf, type Node } from '../syntax/node.ts';
import { type TargetId, targets } from '../targets.ts';
import { dialectOf, modelOf } from '../workflow/read.ts';
import { targetOf } from '../workflow/target.ts';

/** The kind of the first part, and in words what there is and where it is meant to run (`asked`, if it does not say so); in files of a dialect that is not checked, that it is not. */
export function documentInfo(doc: Doc, asked: TargetId = 'spec'): FileResult {
  if (isExpressionLanguage(doc.languageId)) return { kind: 'expression', detail: 'CESQL 1.0' };
  const [first] = doc.parts;
  if (!first) return { kind: 'none', detail: '' };
  const alike = doc.parts.filter((part) => part.kind === first.kind);
  if (first.kind === 'event') return { kind: 'event', detail: events(doc, first.root, alike.length) };
  const unchecked = alike.flatMap(({ root }) => uncheckedWords(root) ?? [])[0];
  return { kind: 'workflow', detail: unchecked ?? workflow(first.root, alike.length, asked), ...(unchecked ? { unchecked } : {}) };
}

const releaseOf = (root: Node): string | undefined => modelOf({ root })?.dsl;

function workflow(root: Node, count: number, asked: TargetId): string {
  const release = releaseOf(root);
  const target = root.kind === 'map' ? targetOf(root, asked) : asked;
  return [
    release ? `DSL ${release}` : 'Workflow',
    count > 1 ? `${count} workflows` : '',
    target === 'spec' ? '' : `for ${targets[target].name}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What is recognised and not checked never passes for clean. */
function uncheckedWords(root: Node): string | undefined {
  const { checked, name } = dialectOf(root);
  const release = releaseOf(root);
  return checked ? undefined : `recognised as ${release ? `DSL ${release}` : name}, its shape is not checked yet`;
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
