/** From a name to what it stands for, and back: tasks, components of `use`, anchors. */
import type { Definition as Target, DocumentHighlight, Location } from 'vscode-languageserver-types';
import type { Doc } from '../doc.ts';
import type { NodeRange, TextRange } from '../syntax/node.ts';
import { definitionAt, referenceAt, referencesTo, symbolAt } from '../workflow/query.ts';
import { modelOf } from '../workflow/read.ts';
import { aliasRange, anchorAt, anchorRange } from './anchors.ts';
import { DocumentHighlightKind } from './kinds.ts';
import { partAt } from './part.ts';

/** Every place of one name: where it is defined, where it is used. */
interface Uses {
  readonly definition: NodeRange | TextRange;
  readonly uses: readonly (NodeRange | TextRange)[];
}

/** Where the name at an absolute offset is defined in this document; undefined for what is no name, or defined nowhere. */
export function definition(doc: Doc, offset: number): Target | undefined {
  const part = partAt(doc, offset)?.part;
  if (!part) return undefined;
  const anchor = anchorAt(doc, offset);
  if (anchor) return { uri: doc.uri, range: doc.range(anchor.node) };
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
  const anchor = anchorAt(doc, offset);
  if (anchor) return { definition: anchorRange(doc.tree, anchor.node), uses: anchor.aliases.map((alias) => aliasRange(doc.tree, alias)) };
  const model = part.kind === 'workflow' ? modelOf(part) : undefined;
  const symbol = model && symbolAt(model, doc.tree, offset);
  return symbol && { definition: symbol.at, uses: referencesTo(model, symbol).map(({ at }) => at) };
}
