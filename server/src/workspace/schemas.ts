/** JSON Schemas that files name and that stand in files of their own. */
import type { SchemaDocument } from '../apis/document.ts';
import { keyOf } from '../config/names.ts';
import type { Schema } from '../schema/schema.ts';
import type { ScalarNode } from '../syntax/node.ts';
import { documentNamed } from './address.ts';
import type { DocumentFacts, Workspace } from './workspace.ts';

/** What is known of the file that an address leads to, from the file it is written in; undefined while nobody has read it. */
export function schemaFactsOf({ documents }: Workspace, address: ScalarNode, uri: string): DocumentFacts | undefined {
  const named = documents.size > 0 ? documentNamed(address, uri) : undefined;
  return named && documents.get(named.key);
}

/** What a schema says that may be written, by an address as a file writes it; undefined where nobody knows. */
export const takenElsewhere =
  (workspace: Workspace, uri: string) =>
  (address: ScalarNode): Schema | undefined => {
    const facts = schemaFactsOf(workspace, address, uri);
    return facts && 'schema' in facts ? facts.schema.taken : undefined;
  };

/** The schema that a file holds, by its URI; undefined where it holds none, or nobody has read it. */
export function schemaNamed({ documents }: Workspace, uri: string): SchemaDocument | undefined {
  const facts = documents.get(keyOf(uri));
  return facts && 'schema' in facts ? facts.schema : undefined;
}
