/** From a call of a service into the document that describes it. */
import type { Location, Position } from 'vscode-languageserver-types';
import type { Doc } from '../../doc.ts';
import { rangeOf, type Workspace } from '../../workspace/workspace.ts';
import { apiWordAt } from './call-at.ts';

/** Where the name at a position stands in the document of the call; of the document itself, its beginning. Undefined elsewhere. */
export function apiDefinition(workspace: Workspace, doc: Doc, at: Position): Location | undefined {
  const word = apiWordAt(workspace, doc, doc.offsetAt(at));
  if (!word) return undefined;
  const { uri } = word.facts;
  const place = word.name?.place ?? word.parameter?.place ?? -1;
  return { uri, range: rangeOf(workspace, { uri, place }) };
}
