import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScalarNode, Tree } from '../../server/src/syntax/node.ts';
import { sliceOf, textRange } from '../../server/src/syntax/range.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { sourceOffset, textIndex } from '../../server/src/syntax/scalar.ts';
import { runs } from '../support/runs.ts';

const value = (text: string, format: 'yaml' | 'json' = 'yaml'): [Tree, ScalarNode] => {
  const tree = parse(text, format);
  const root = tree.documents[0]!.fragment.root;
  return [tree, (root?.kind === 'map' ? root.pairs[0]!.value : root) as ScalarNode];
};
/** The source of every character of the text, between bars. */
const pieces = (text: string, format: 'yaml' | 'json' = 'yaml'): string => {
  const [tree, scalar] = value(text, format);
  return Array.from({ length: scalar.text.length }, (_, index) => {
    const { start, end } = textRange(tree, sliceOf(scalar, index, index + 1));
    return `${scalar.text[index]}=${text.slice(start, end)}`;
  }).join('|');
};

describe('where the characters of a text come from', () => {
  it.each([
    ['plain', 'a: bc', 'b=b|c=c'],
    ['plain over lines', 'a: b\n\n  c\n  d', 'b=b|\n=\n\n  |c=c| =\n  |d=d'],
    ['single quotes', "a: 'b''c'", "b=b|'=''|c=c"],
    ['double quotes', 'a: "b\\tc\\u00e9\\\n  d"', 'b=b|\t=\\t|c=c|é=\\u00e9|d=d'],
    ['literal', 'a: |\n    b\n     c\n', 'b=b|\n=\n    | = |c=c|\n='],
    ['literal with its own indentation', 'a: |1\n   b\n', ' = | = |b=b|\n='],
    ['folded', 'a: >\n  b\n  c\n', 'b=b| =\n  |c=c|\n='],
    ['emoji', 'a: "🧵\\U0001F9F5b"', '\ud83e=\ud83e|\uddf5=\uddf5|\ud83e=\\U0001F9F5|\uddf5=\\U0001F9F5|b=b'],
    ['folded, CRLF', 'a: >\r\n  b\r\n  c\r\n', 'b=b| =\r\n  |c=c|\n='],
  ])('%s', (_what, text, expected) => {
    expect(pieces(text)).toBe(expected);
  });
  it('JSON', () => {
    expect(pieces('{"a": "b\\nc"}', 'json')).toBe('b=b|\n=\\n|c=c');
  });
  it('leads back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b c', '\n  ', '\n\n  ', "''", '\\n', '\\', '"', ' '), { maxLength: 8 }),
        fc.constantFrom(["a: '", "'"], ['a: "', '"'], ['a: |\n  ', '\n'], ['a: >-\n  ', '\n'], ['a: x', '\n']),
        (words, [before, after]) => {
          const [tree, scalar] = value(before + words.join('') + after);
          if (scalar?.kind !== 'scalar') return;
          const { start, end } = textRange(tree, scalar);
          let last = start;
          for (let index = 0; index <= scalar.text.length; index++) {
            const offset = sourceOffset(tree, scalar, index);
            expect(offset).toBeGreaterThanOrEqual(last);
            expect(offset).toBeLessThanOrEqual(end);
            expect(textIndex(tree, scalar, offset)).toBeLessThanOrEqual(index + 1);
            last = offset;
            const char = scalar.text[index];
            if (char && /[a-c]/.test(char)) expect(tree.text[offset]).toBe(char);
            if (char && /[a-c]/.test(char)) expect(textIndex(tree, scalar, offset)).toBe(index);
          }
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
