import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { findLines, offsetAt, positionAt } from '../../server/src/syntax/lines.ts';
import { findChange } from '../../server/src/syntax/reuse.ts';

const text = fc.array(fc.constantFrom('a', 'bc', '🧵', '\n', '\r\n', '\r', ' '), { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('lines', () => {
  it('are those of LSP', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = findLines(source);
        const reference = TextDocument.create('file:///a', 'yaml', 1, source);
        for (let offset = -1; offset <= source.length + 1; offset++)
          expect(positionAt(lines, offset)).toEqual(reference.positionAt(offset));
        for (let line = 0; line <= reference.lineCount; line++)
          for (let character = 0; character < 6; character++)
            expect(offsetAt(lines, { line, character })).toBe(reference.offsetAt({ line, character }));
      }),
    );
  });

  it('are moved by a change as a new look would find them', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(6), text, (before, at, remove, insert) => {
        const start = Math.min(at, before.length);
        const after = before.slice(0, start) + insert + before.slice(start + remove);
        expect(findLines(after, findLines(before), findChange(before, after)).starts).toEqual(findLines(after).starts);
      }),
      { numRuns: 2000 },
    );
  });
});
