/** Workspaces of a few texts, for tests. */
import { readApi } from '../../server/src/apis/read.ts';
import { kindOfSource } from '../../server/src/apis/sniff.ts';
import { createDoc, type Doc } from '../../server/src/doc.ts';
import { languageOf } from '../../server/src/languages.ts';
import type { Settings } from '../../server/src/protocol.ts';
import type { Files } from '../../server/src/workspace/files.ts';
import { summarise } from '../../server/src/workspace/summary.ts';
import { nearSource } from '../../server/src/workspace/api-call.ts';
import {
  createWorkspace,
  type DocumentRead,
  documentsNamed,
  withCompleteness,
  withDocuments,
  withFiles,
  withSources,
  type Workspace,
} from '../../server/src/workspace/workspace.ts';

export const open = (uri: string, text: string, previous?: Doc): Doc =>
  createDoc({ uri, languageId: languageOf(uri) ?? 'yaml', version: 1, text }, previous);

/** A workspace of which these texts are all the files. */
export const workspaceOf = (texts: Readonly<Record<string, string>>, settings?: Settings): Workspace => {
  const summaries = Object.entries(texts).map(([uri, text]) => [uri, summarise(open(uri, text))] as const);
  const sources = Object.entries(texts).map(([uri, text]) => [uri, kindOfSource(uri, text)] as const);
  const workspace = withCompleteness(withSources(withFiles(createWorkspace(settings), new Map(summaries)), new Map(sources)), true);
  const read = [...documentsNamed(workspace).values()].map((uri): [string, DocumentRead] => {
    const text = texts[decodeURI(uri)] ?? texts[uri];
    return [uri, text === undefined ? { uri, isMissing: true, near: nearSource(workspace, uri) } : { uri, ...readApi(uri, text) }];
  });
  return withDocuments(workspace, new Map(read));
};

export const workflow = (name: string, version: string, tasks: string, namespace = 'shop'): string =>
  `document: { dsl: '1.0.0', namespace: ${namespace}, name: ${name}, version: '${version}' }\ndo:\n${tasks}`;

export const pays = workflow('pay', '1.0.0', '  - charge: { call: http, with: { method: get, endpoint: https://example.com } }\n');

/** Files in memory, by their URIs. */
export const memoryFiles = (texts: ReadonlyMap<string, string>): Files => ({
  async *find(folder) {
    yield [...texts.keys()].filter((uri) => uri.startsWith(`${folder}/`));
  },
  async read(uri) {
    const text = texts.get(uri);
    return text === undefined ? { failure: 'does not exist.', isMissing: true } : { text };
  },
});
