/** Edits a text as an editor does; prints how many bytes of each edit's stay where only V8's long collections look, and the length of the text. */
import { getHeapSpaceStatistics } from 'node:v8';
import { changeDocument, currentDoc, openDocument } from '../../server/src/lsp/documents.ts';
import { defaultSettings } from '../../server/src/protocol.ts';
import { createLanguageService, createWorkspace } from '../../server/src/service.ts';

const collect = (globalThis as unknown as { gc(options: { readonly type: 'minor' | 'major' }): void }).gc;

const kept = (): number =>
  getHeapSpaceStatistics()
    .filter(({ space_name: name }) => name === 'old_space' || name === 'large_object_space')
    .reduce((sum, { space_used_size: size }) => sum + size, 0);

const head = "document: { dsl: '1.0.3', namespace: a, name: b, version: '1.0.0' }\ndo:\n";
const task = (index: number): string =>
  `  - a${index}: { if: '\${ .a > 1 }', call: http, with: { method: get, endpoint: https://example.com/${index} } }\n`;
const text = head + Array.from({ length: 1000 }, (_, index) => task(index)).join('');
const start = { line: 500, character: 14 };
const service = createLanguageService();
const workspace = createWorkspace();
const open = openDocument({ uri: 'file:///a.sw.yaml', version: 1, text }, 'workflow-yaml', defaultSettings);

/** A letter, and away with it; and what an editor asks then. */
function edit(version: number): void {
  const adds = version % 2 === 0;
  const end = { line: start.line, character: start.character + (adds ? 0 : 1) };
  changeDocument(open, [{ range: { start, end }, text: adds ? 'b' : '' }], version);
  const doc = currentDoc(service, open);
  service.complete(workspace, doc, start);
  service.hover(workspace, doc, start);
  service.diagnose(workspace, doc);
}

const edits = 120;
const run = (from: number): void => {
  for (let version = from; version < from + edits; version++) {
    edit(version);
    // What is alive then is carried over, and is the text that is edited.
    if (version % 30 === 29) collect({ type: 'minor' });
  }
};
run(0);
collect({ type: 'major' });
const before = kept();
run(edits);
console.log(JSON.stringify({ each: (kept() - before) / edits, length: text.length }));
