import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeDocument, currentDoc, openDocument } from '../../server/src/lsp/documents.ts';
import { createLanguageService, defaultSettings } from '../../server/src/service.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { runs } from '../support/runs.ts';
import { dump } from '../syntax/support/dump.ts';

const service = createLanguageService();
const task = (n: number): string => `  - a${n}:\n      set: { x: ${n} }\n`;
const start = `document:\r\n  dsl: '1.0.3'\rdo:\n${Array.from({ length: 50 }, (_, n) => task(n)).join('')}`;

const position = fc.record({ line: fc.nat(110), character: fc.nat(30) });
const event = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: fc.constantFrom('', 'x', '\r', '\n', '  - b:\n') }),
  },
  { weight: 9, arbitrary: position.map((at) => ({ range: { start: at, end: at }, text: 'y' })) },
  { weight: 1, arbitrary: fc.record({ text: fc.constantFrom(start, 'do:\n', '') }) },
);

describe('the text of an open document', () => {
  it('is what the editor has, and its tree that of the whole text', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ events: fc.array(event, { maxLength: 3 }), asks: fc.boolean() }), { maxLength: 6 }), (steps) => {
        const uri = 'file:///a.sw.yaml';
        const open = openDocument({ uri, version: 1, text: start }, 'workflow-yaml', defaultSettings);
        const fresh = (text: string): TextDocument => TextDocument.create(uri, 'workflow-yaml', 1, text);
        let oracle = fresh(start);
        let version = 1;
        void currentDoc(service, open).tree;
        for (const { events, asks } of steps) {
          version += 1;
          changeDocument(open, events, version);
          // A fresh one each time: after a break was cut in two its own line starts are off.
          for (const one of events) oracle = TextDocument.update(fresh(oracle.getText()), [one], version);
          oracle = fresh(oracle.getText());
          const doc = currentDoc(service, open);
          expect(doc.text).toBe(oracle.getText());
          expect(doc.version).toBe(version);
          // Where nobody asks, the next document knows of both changes.
          if (!asks) continue;
          expect(dump(doc.tree)).toEqual(dump(parse(doc.text, 'yaml')));
          for (const offset of [0, doc.text.length >> 1, doc.text.length])
            expect(doc.positionAt(offset)).toEqual(oracle.positionAt(offset));
        }
      }),
      { numRuns: runs(20) },
    );
  }, 120_000);
});
