/** From a name to what it stands for, and back: tasks, components of `use`, variables, anchors. */
import type { Definition as Target, DocumentHighlight, Location, Position } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import type { NodeRange, TextRange } from '../../syntax/node.ts';
import { referencesTo, symbolAt } from '../../workflow/query.ts';
import { modelOf } from '../../workflow/read.ts';
import { summarise } from '../../workspace/summary.ts';
import { createWorkspace, withFile } from '../../workspace/workspace.ts';
import { aliasRange, anchorAt, anchorRange } from './anchors.ts';
import { DocumentHighlightKind } from '../kinds.ts';
import { eventTypeReferences } from './event-types.ts';
import { partAt } from '../part.ts';
import { subWorkflowReferences } from './sub-workflow.ts';
import { variableAt } from './variables.ts';

/** Every place of one name: where it is defined, where it is used. */
interface Uses {
  readonly definition: NodeRange | TextRange;
  readonly uses: readonly (NodeRange | TextRange)[];
}

/** Where the name at an absolute offset is defined in this document; undefined for what is no name, or defined nowhere. */
export function definition(doc: Doc, offset: number): Target | undefined {
  const anchor = anchorAt(doc, offset);
  const at = anchor?.node ?? usesAt(doc, offset)?.definition;
  return at && { uri: doc.uri, range: doc.range(at) };
}

/** Where the name at an absolute offset is used in this document, its definition first; empty for what is no name. */
export function references(doc: Doc, offset: number): Location[] {
  const found = usesAt(doc, offset);
  return found ? [found.definition, ...found.uses].map((at) => ({ uri: doc.uri, range: doc.range(at) })) : [];
}

/** The same places, and those of names that other files know, too, to be marked in the text. */
export function highlight(doc: Doc, offset: number): DocumentHighlight[] {
  const found = usesAt(doc, offset);
  if (!found) return marksOfFileNames(doc, doc.positionAt(offset));
  return [
    { range: doc.range(found.definition), kind: DocumentHighlightKind.Write },
    ...found.uses.map((at) => ({ range: doc.range(at), kind: DocumentHighlightKind.Read })),
  ];
}

/** Workflows and types of events, as if there were no other file. */
function marksOfFileNames(doc: Doc, at: Position): DocumentHighlight[] {
  const summary = summarise(doc);
  if (!summary) return [];
  const alone = withFile(createWorkspace(), summary);
  const places = subWorkflowReferences(alone, doc, at) ?? eventTypeReferences(alone, doc, at) ?? [];
  return places.map(({ range }) => ({ range, kind: DocumentHighlightKind.Read }));
}

function usesAt(doc: Doc, offset: number): Uses | undefined {
  const part = partAt(doc, offset)?.part;
  if (!part) return undefined;
  const { tree } = doc;
  const anchor = anchorAt(doc, offset);
  if (anchor) return { definition: anchorRange(tree, anchor.node), uses: anchor.aliases.map((alias) => aliasRange(tree, alias)) };
  const model = part.kind === 'workflow' ? modelOf(part) : undefined;
  if (!model) return undefined;
  const symbol = symbolAt(model, tree, offset);
  if (symbol) return { definition: symbol.at, uses: referencesTo(model, symbol).map(({ at }) => at) };
  const variable = variableAt(doc, part, model, offset);
  return variable && { definition: variable.at, uses: variable.uses };
}
