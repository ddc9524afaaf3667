/** What stands above workflows and components: who uses them, counted when somebody looks. */
import type { CodeLens, Location } from 'vscode-languageserver-types';
import type { Doc, Part } from '../../doc.ts';
import { showPreview, showReferences } from '../../protocol.ts';
import { count } from '../../formats/sentence.ts';
import type { SymbolKind } from '../../workflow/model.ts';
import { componentsIn } from '../../workflow/names.ts';
import { modelOf } from '../../workflow/read.ts';
import { runsOf, type Workspace } from '../../workspace/workspace.ts';
import { eventLens, eventLenses } from './event-lenses.ts';
import { references } from '../names/navigation.ts';
import { partAt } from '../part.ts';
import { placesOfRuns } from '../names/sub-workflow.ts';

/** An extension is used by nobody's name; secrets stand close, and a lens above each would push them apart. */
const withoutLens: ReadonlySet<SymbolKind> = new Set(['extension', 'secret']);

/** What a lens is resolved by. Its document's URI is for whoever looks for the document. */
interface Wanted {
  readonly uri: string;
  readonly of: 'workflow' | 'component' | 'event';
}

/** The lenses of a document: of a workflow whether others run it and its picture, of its components how often they are used, of events who receives them. */
export const codeLenses = (workspace: Workspace, doc: Doc): CodeLens[] =>
  doc.parts.flatMap((part) => (part.kind === 'workflow' ? lensesOf : eventLenses)(workspace, doc, part));

function lensesOf(workspace: Workspace, doc: Doc, part: Part): CodeLens[] {
  const model = modelOf(part);
  if (!model) return [];
  const { start } = doc.range(model.root);
  const top = { start, end: start };
  const wanted = (of: Wanted['of']): Wanted => ({ uri: doc.uri, of });
  const preview = { title: 'Preview', command: showPreview, arguments: [doc.uri] };
  return [
    ...(runsOf(workspace, model.identity).length > 0 ? [{ range: top, data: wanted('workflow') }] : []),
    ...(model.main ? [{ range: top, command: preview }] : []),
    ...componentsIn(model)
      .filter(({ kind }) => !withoutLens.has(kind))
      .map(({ at }) => ({ range: doc.range(at), data: wanted('component') })),
  ];
}

/** A lens of this document with its words; itself where it has them already, or where nothing is there any more. */
export function resolveCodeLens(workspace: Workspace, doc: Doc, lens: CodeLens): CodeLens {
  if (lens.command) return lens;
  const { of } = lens.data as Wanted;
  const { start } = lens.range;
  if (of === 'event') {
    const part = partAt(doc, doc.offsetAt(start))?.part;
    return part ? { ...lens, command: eventLens(workspace, doc, part, lens.range) } : lens;
  }
  const [title, places] = of === 'workflow' ? runs(workspace, doc, doc.offsetAt(start)) : uses(doc, doc.offsetAt(start));
  return { ...lens, command: { title, command: showReferences, arguments: [doc.uri, start, places] } };
}

function uses(doc: Doc, offset: number): readonly [string, readonly Location[]] {
  const places = references(doc, offset).slice(1);
  return [count(places.length, 'reference'), places];
}

function runs(workspace: Workspace, doc: Doc, offset: number): readonly [string, readonly Location[]] {
  const part = partAt(doc, offset)?.part;
  const identity = (part && modelOf(part)?.identity) ?? {};
  const workflows = new Set(runsOf(workspace, identity).map((found) => found.part)).size;
  return [`run by ${count(workflows, 'workflow')}`, placesOfRuns(workspace, identity)];
}
