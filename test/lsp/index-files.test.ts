import { describe, expect, test } from 'vitest';
import type { Connection } from '../../server/src/lsp/connection.ts';
import { createLanguageService } from '../../server/src/service.ts';
import { currentDoc, type OpenDocument, openDocument } from '../../server/src/lsp/documents.ts';
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
  /** What is said about open documents, each time that they are looked at again. */
  const said: (readonly unknown[])[] = [];
  const nothing = (): void => {};
  const logged: string[] = [];
  const log = (message: string): void => void logged.push(message);
  const connection = { console: { error: log, warn: log } } as unknown as Connection;
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
  const diagnose = (): readonly unknown[] =>
    [...session.documents.values()].flatMap((open) =>
      session.service.diagnose(session.workspace, currentDoc(session.service, open)).map(({ code }) => code),
    );
  const workspaceChanged = (): void => {
    state.news++;
    said.push(diagnose());
  };
  const edit = (uri: string, text: string): OpenDocument => {
    const open = openDocument({ uri, version: 1, text }, 'workflow-yaml', session.workspace.settings);
    session.documents.set(uri, open);
    index.documentChanged(open);
    return open;
  };
  // Progress is for editors; here nobody waits.
  const publisher: Publisher = { textChanged: nothing, kindChanged: nothing, saved: nothing, closed: nothing, workspaceChanged };
  const index = createFileIndex(session, createSettings(session, publisher), workspaceChanged);
  const names = (): (string | undefined)[] =>
    [...session.workspace.files.values()].flatMap(({ parts }) =>
      parts.map((part) => (part.kind === 'workflow' ? part.identity.name : undefined)),
    );
  return { session, index, texts, state, names, said, diagnose, edit, logged };
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

test('a folder that nobody can reach is a line in the log, and the others are read', async () => {
  const { index, session, names, logged } = stage(2);
  session.folders = ['weird://x', folder];
  index.rebuild();
  await until(() => names().length === 2);
  expect(logged).toEqual(['The folder "weird://x" is left out: it cannot be reached.']);
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
  const { index, session, names, edit } = stage(3);
  const open = edit(uriOf(1), workflow('open', '1.0.0', '  - a: { set: {} }\n'));
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

test('forgets at once what was typed into a document that is closed', async () => {
  const { index, session, names, edit } = stage(2);
  index.rebuild();
  await until(() => names().length === 2);
  const open = edit(uriOf(1), workflow('unsaved', '1.0.0', '  - a: { set: {} }\n'));
  session.documents.delete(open.uri);
  index.documentClosed(open.uri);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(names().sort()).toEqual(['w0', 'w1']);
});

describe('all files are known', () => {
  const run = (version: string) => `  - a: { run: { workflow: { namespace: shop, name: pay, version: '${version}' } } }\n`;
  const order = workflow('order', '1.0.0', run('2.0.0'));
  const pay = (version: string) => workflow('pay', version, '  - a: { wait: PT1S }\n');

  test('before anything is said to be nowhere', async () => {
    const { index, session, texts, said, diagnose, edit } = stage(50);
    texts.set(`${folder}/pay-1.sw.yaml`, pay('1.0.0'));
    texts.set(`${folder}/pay-2.sw.yaml`, pay('1.5.0'));
    edit(`${folder}/order.sw.yaml`, order);
    // What the disk has of it is old; its summary is not made before the pause.
    edit(`${folder}/pay-2.sw.yaml`, pay('2.0.0'));
    index.rebuild();
    while (!session.workspace.complete) {
      expect(diagnose()).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(diagnose()).toEqual([]);
    expect(said.flat()).toEqual([]);
  });

  test('then open documents are looked at again, and with each file that comes or goes', async () => {
    const { index, session, texts, said, diagnose, edit } = stage(50);
    texts.set(`${folder}/pay-1.sw.yaml`, pay('1.0.0'));
    edit(`${folder}/order.sw.yaml`, order);
    index.rebuild();
    await until(() => session.workspace.complete);
    expect(said.at(-1)).toEqual(['reference/unknown-workflow']);
    texts.set(`${folder}/pay-2.sw.yaml`, pay('2.0.0'));
    index.filesChanged([`${folder}/pay-2.sw.yaml`]);
    expect([session.workspace.complete, diagnose()]).toEqual([false, []]);
    await until(() => session.workspace.complete);
    expect(said.at(-1)).toEqual([]);
    index.filesRemoved([`${folder}/pay-2.sw.yaml`]);
    expect(said.at(-1)).toEqual(['reference/unknown-workflow']);
  });

  test('never where there is no folder, or one cannot be looked through', async () => {
    const { index, session, names, texts, edit } = stage(2);
    session.folders = [];
    edit(uriOf(7), pay('1.0.0'));
    index.rebuild();
    await until(() => names().length === 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(session.workspace.complete).toBe(false);
    session.folders = [folder, 'elsewhere:/shop'];
    texts.set(`${folder}/pay-1.sw.yaml`, pay('1.0.0'));
    index.rebuild();
    await until(() => names().length === 4);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(session.workspace.complete).toBe(false);
  });
});
