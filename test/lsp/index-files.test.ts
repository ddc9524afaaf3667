import { expect, test } from 'vitest';
import type { Connection } from '../../server/src/lsp/connection.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { openDocument } from '../../server/src/lsp/documents.ts';
import { createFileIndex } from '../../server/src/lsp/index-files.ts';
import type { Publisher } from '../../server/src/lsp/publish.ts';
import { createSession } from '../../server/src/lsp/session.ts';
import { createSettings } from '../../server/src/lsp/settings.ts';
import { memoryFiles, workflow } from '../workspace/files.ts';

const folder = 'file:///shop';
const uriOf = (index: number): string => `${folder}/${index}.sw.yaml`;

/** An index over workflows in memory. Every look at the clock costs 3 ms; `turns` counts how often the event loop was given up. */
function stage(count: number) {
  const texts = new Map(
    Array.from({ length: count }, (_, index) => [uriOf(index), workflow(`w${index}`, '1.0.0', '  - a: { set: {} }\n')]),
  );
  const state = { turns: 0, time: 0, news: 0 };
  const nothing = (): void => {};
  const connection = { console: { error: nothing, warn: nothing } } as unknown as Connection;
  const session = createSession(connection, {
    service: createLanguageService(),
    version: '0',
    defer: (next) => {
      state.turns++;
      setTimeout(next, 0);
    },
    now: () => (state.time += 3),
    files: memoryFiles(texts),
  });
  session.folders = [folder];
  // Progress is for editors; here nobody waits.
  const publisher: Publisher = { textChanged: nothing, kindChanged: nothing, closed: nothing, workspaceChanged: () => void state.news++ };
  const index = createFileIndex(session, createSettings(session, publisher), publisher);
  const names = (): (string | undefined)[] =>
    [...session.workspace.files.values()].flatMap(({ parts }) =>
      parts.map((part) => (part.kind === 'workflow' ? part.identity.name : undefined)),
    );
  return { session, index, texts, state, names };
}
const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 1000 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(holds()).toBe(true);
};

test('reads in slices, and tells of it once at the end', async () => {
  const { index, state, names } = stage(100);
  index.rebuild();
  await until(() => state.news > 0);
  expect(names()).toHaveLength(100);
  expect(state.turns).toBeGreaterThan(20);
  expect(state.news).toBe(1);
});

test('gives up what it was at when all is to be read anew, and forgets what is gone', async () => {
  const { index, texts, state, names } = stage(100);
  index.rebuild();
  await until(() => names().length > 20);
  for (const uri of [...texts.keys()].slice(2)) texts.delete(uri);
  index.rebuild();
  await until(() => names().length === 2);
  expect(names()).toEqual(['w0', 'w1']);
  const { news } = state;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([names(), state.news]).toEqual([['w0', 'w1'], news]);
});

test('never lets the disk speak for an open document', async () => {
  const { index, session, names } = stage(3);
  const open = openDocument(
    { uri: uriOf(1), version: 1, text: workflow('open', '1.0.0', '  - a: { set: {} }\n') },
    'workflow-yaml',
    session.workspace.settings,
  );
  session.documents.set(open.uri, open);
  index.documentChanged(open);
  index.rebuild();
  await until(() => names().length === 3);
  expect(names().sort()).toEqual(['open', 'w0', 'w2']);
  index.filesChanged([uriOf(1)]);
  index.filesRemoved([uriOf(1)]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(names().sort()).toEqual(['open', 'w0', 'w2']);
  session.documents.delete(open.uri);
  index.documentClosed(open.uri);
  await until(() => names().includes('w1'));
  expect(names().sort()).toEqual(['w0', 'w1', 'w2']);
});
