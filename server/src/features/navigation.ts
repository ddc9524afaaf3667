/** From a name to what it stands for, and back: tasks, components of `use`, anchors. */
import type { Definition as Target, DocumentHighlight, Location } from 'vscode-languageserver-types';
import type { Doc, Part } from '../doc.ts';
import { pathAt, walk } from '../syntax/locate.ts';
import type { AliasNode, NodeRange } from '../syntax/node.ts';
import { definitionAt, referenceAt, referencesTo, symbolAt } from '../workflow/query.ts';
import { modelOf } from '../workflow/read.ts';
import { DocumentHighlightKind } from './kinds.ts';
import { partAt } from './part.ts';

/** Every place of one name: where it is defined, where it is used. */
interface Uses {
  readonly definition: NodeRange;
  readonly uses: readonly NodeRange[];
}

/** Where the name at an absolute offset is defined in this document; undefined for what is no name, or defined nowhere. */
export function definition(doc: Doc, offset: number): Target | undefined {
  const part = partAt(doc, offset)?.part;
  if (!part) return undefined;
  const alias = anchorAt(doc, part, offset);
  if (alias) return { uri: doc.uri, range: doc.range(alias.definition) };
  const model = part.kind === 'workflow' ? modelOf(part) : undefined;
  const target = model && (referenceAt(model, doc.tree, offset)?.target ?? definitionAt(model, doc.tree, offset));
  return target && { uri: doc.uri, range: doc.range(target.at) };
}

/** Where the name at an absolute offset is used in this document, its definition first; empty for what is no name. */
export function references(doc: Doc, offset: number): Location[] {
  const found = usesAt(doc, offset);
  return found ? [found.definition, ...found.uses].map((at) => ({ uri: doc.uri, range: doc.range(at) })) : [];
}

/** The same places, to be marked in the text. */
export function highlight(doc: Doc, offset: number): DocumentHighlight[] {
  const found = usesAt(doc, offset);
  if (!found) return [];
  return [
    { range: doc.range(found.definition), kind: DocumentHighlightKind.Write },
    ...found.uses.map((at) => ({ range: doc.range(at), kind: DocumentHighlightKind.Read })),
  ];
}

function usesAt(doc: Doc, offset: number): Uses | undefined {
  const part = partAt(doc, offset)?.part;
  if (!part) return undefined;
  const alias = anchorAt(doc, part, offset);
  if (alias) return alias;
  const model = part.kind === 'workflow' ? modelOf(part) : undefined;
  const symbol = model && symbolAt(model, doc.tree, offset);
  return symbol && { definition: symbol.at, uses: referencesTo(model, symbol).map(({ at }) => at) };
}

/** The anchor behind the alias at an offset, with every alias of it. */
function anchorAt(doc: Doc, part: Part, offset: number): Uses | undefined {
  const node = pathAt(doc.tree, offset, part.root)?.nodes.at(-1);
  if (node?.kind !== 'alias' || !node.target) return undefined;
  const { target } = node;
  const uses: AliasNode[] = [];
  walk(part.root, (each) => {
    if (each.kind === 'alias' && each.target === target) uses.push(each);
  });
  return { definition: target, uses };
}
